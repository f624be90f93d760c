import type { WorkspaceEdit } from "vscode-languageserver";
import type { ArticleLocation } from "../../../protocol/articles.ts";
import { normalizeUri } from "../../../workspace/files/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { speakerNamed } from "../../names/speakerNamed.ts";
import { UserError } from "../../shared/userError.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";

/** A speaker of a map. `edit` and `entry` are undefined if the map has the speaker already. */
export interface AddedSpeaker {
  /** The name, as entries of the map write it. */
  readonly name: string;
  readonly added: { readonly edit: WorkspaceEdit; readonly entry: ArticleLocation } | undefined;
}

/**
 * Returns the edit that adds a speaker with a full name to a map.
 *
 * @throws {UserError} if there is no such map, or if the text is not a name
 */
export function addSpeaker(workspace: Workspace, mapUri: string, text: string): AddedSpeaker {
  const map = workspace.get(normalizeUri(mapUri))?.file;
  if (map === undefined) throw new UserError("The selected map no longer exists.");
  const { name, change, line } = speakerNamed(workspace, map, text);
  if (change === undefined) return { name, added: undefined };
  const lineNumber = change.first + change.newLines.indexOf(line);
  const range = {
    start: { line: lineNumber, character: 0 },
    end: { line: lineNumber, character: line.text.length },
  };
  return {
    name,
    added: { edit: workspaceEdit(workspace, toFileEdits(map, [change])), entry: { uri: map.uri, range } },
  };
}

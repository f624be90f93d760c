import type { WorkspaceEdit } from "vscode-languageserver";
import { titleOf } from "../../../core/language/entry.ts";
import { importClosure } from "../../../core/language/graph.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import type { ArticleLocation } from "../../../protocol/articles.ts";
import { normalizeUri } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { mentionInScope } from "../../names/mentions.ts";
import { UserError } from "../../shared/userError.ts";
import { suggestName } from "../../textEdits/freshNames.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import { createLine } from "../../textEdits/newLines.ts";
import { insertInPreamble } from "../../textEdits/preamble.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";

const MAX_NAME_LENGTH = 80;
/** What surrounds a name in a sentence: white space, quotation marks, punctuation, and the ending of a possessive. */
const AROUND_NAME = /^[\s\p{P}]+|(?:['’]s)?[\s\p{P}]+$|['’]s$/gu;

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
  const fullName = text.normalize("NFC").replace(/\s+/g, " ").replace(AROUND_NAME, "");
  if (!/\p{L}/u.test(fullName)) throw new UserError("This is not a name. Select the name of a speaker.");
  if (fullName.length > MAX_NAME_LENGTH) {
    throw new UserError(`“${truncate(fullName, 30)}” is too long for a name. Select only the name of the speaker.`);
  }
  for (const speaker of importClosure(map).flatMap((file) => [...file.entriesOf("speaker")])) {
    const name = titleOf(speaker).toLowerCase() === fullName.toLowerCase() ? mentionInScope(map, speaker) : undefined;
    if (name !== undefined) return { name, added: undefined };
  }
  const name = suggestName(fullName, workspace.withAllImporters(map), "speaker");
  const line = createLine(`speaker ${name}: ${fullName}`);
  const change = insertInPreamble(map, "speaker", [line]);
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

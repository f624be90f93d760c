import type { WorkspaceEdit } from "vscode-languageserver";
import type { Entry, Line } from "../../core/language/entry.ts";
import { attributeOf } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { isValidValue } from "../../core/language/values.ts";
import { relativePath, resolvePath } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type FileEdit, workspaceEdit } from "../textEdits/workspaceEdit.ts";

/** Of which files and folders a client is to tell before it moves them: any may be a source. */
export const renameFilters = [
  { scheme: "file", pattern: { glob: "**/*", matches: "file" } },
  { scheme: "file", pattern: { glob: "**/*", matches: "folder" } },
] as const;

/** A file or folder that moves. URIs as everywhere below the rim. */
export interface FileMove {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * What keeps all paths right when files or folders move: imports and the files of sources that lead to them, and those
 * that moved maps have themselves. The edits are for the files where they are now. Null where no path changes.
 */
export function willRenameFiles(workspace: Workspace, moves: readonly FileMove[]): WorkspaceEdit | null {
  const uriAfterMove = (uri: string): string => {
    for (const { oldUri, newUri } of moves) {
      if (uri === oldUri) return newUri;
      if (uri.startsWith(`${oldUri}/`)) return newUri + uri.slice(oldUri.length);
    }
    return uri;
  };
  const edits = workspace
    .files()
    .flatMap((file) => pathsOf(file).flatMap((path) => pathEdits(file, path, uriAfterMove)));
  return edits.length === 0 ? null : workspaceEdit(workspace, edits, { moved: { label: "Paths to what has moved" } });
}

interface PathReference {
  readonly line: Line;
  readonly text: string;
}

/** The paths that a map has: of its imports, and of the texts of its sources. */
function pathsOf(file: MapFile): readonly PathReference[] {
  const paths: PathReference[] = file.imports.map(({ entry }) => ({ line: entry.line, text: entry.text }));
  for (const source of file.entriesOf("source")) {
    const attribute = fileAttribute(source);
    if (attribute !== undefined) paths.push({ line: attribute.line, text: attribute.value });
  }
  // A web address, or a path as Windows writes it, is flagged as what it is; it leads to no file, wherever the map lies.
  return paths.filter(({ text }) => isValidValue("file", text));
}

const fileAttribute = (source: Entry) => attributeOf(source, "file");

function pathEdits(
  file: MapFile,
  { line, text }: PathReference,
  uriAfterMove: (uri: string) => string,
): readonly FileEdit[] {
  const target = resolvePath(file.uri, text);
  const { scanned } = line;
  if (target === undefined || !("textStart" in scanned)) return [];
  const [from, to] = [uriAfterMove(file.uri), uriAfterMove(target)];
  if (from === file.uri && to === target) return [];
  // Where both move together, the path between them stays as it is written.
  if (resolvePath(from, text) === to) return [];
  const newText = relativePath(from, to);
  const lineValue = scanned.raw.slice(scanned.textStart).trimEnd();
  // A path that goes on over several lines leads nowhere as it is; nothing can be said of where it should lead.
  if (newText === undefined || lineValue !== text) return [];
  const range = file.syntax.rangeOf({ line, start: scanned.textStart, end: scanned.textStart + lineValue.length });
  return [{ uri: file.uri, range, newText, annotation: "moved" }];
}

/** Updates paths before the user renames or moves files. */
import type { WorkspaceEdit } from "vscode-languageserver";
import { isValidValue } from "../../../core/language/attributes/values.ts";
import type { Line } from "../../../core/language/entry.ts";
import { attributeOf } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { relativePath, resolvePath } from "../../../workspace/files/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { type FileEdit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";

/** The files and folders for which the client sends a request before a rename: all, because any file may be a source. */
export const renameFilters = [
  { scheme: "file", pattern: { glob: "**/*", matches: "file" } },
  { scheme: "file", pattern: { glob: "**/*", matches: "folder" } },
] as const;

/** A file or folder that is renamed or moved. The URIs are normalized. */
export interface FileMove {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * Returns the edit that updates the paths of imports and sources when files or folders move: the paths to moved files, and
 * the relative paths in moved maps. The edit applies to the files before the move. Null if no path changes.
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
  return edits.length === 0 ? null : workspaceEdit(workspace, edits, { moved: { label: "Paths to moved files" } });
}

interface PathReference {
  readonly line: Line;
  readonly text: string;
}

/** The paths of a map's imports and sources. */
function pathsOf(file: MapFile): readonly PathReference[] {
  const paths: PathReference[] = file.imports.map(({ entry }) => ({ line: entry.line, text: entry.text }));
  for (const source of file.entriesOf("source")) {
    const attribute = attributeOf(source, "file");
    if (attribute !== undefined) paths.push({ line: attribute.line, text: attribute.value });
  }
  // Web addresses and Windows paths are reported as problems and never resolve to a file.
  return paths.filter(({ text }) => isValidValue("file", text));
}

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
  // If both files move together, the path between them may still be right.
  if (resolvePath(from, text) === to) return [];
  const newText = relativePath(from, to);
  const lineValue = scanned.raw.slice(scanned.textStart).trimEnd();
  // A path that continues on another line is invalid.
  if (newText === undefined || lineValue !== text) return [];
  const range = file.syntax.rangeOf({ line, start: scanned.textStart, end: scanned.textStart + lineValue.length });
  return [{ uri: file.uri, range, newText, annotation: "moved" }];
}

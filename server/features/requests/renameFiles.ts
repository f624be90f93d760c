import type { WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { attributeOf } from "../../core/language/entry.ts";
import type { Line } from "../../core/language/lineList.ts";
import type { MapFile } from "../../core/language/map.ts";
import { isWellFormed } from "../../core/language/values.ts";
import { relativePath, resolvePath } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type Edit, workspaceEdit } from "../textEdits/workspaceEdit.ts";

/** Of which files and folders a client is to tell before it moves them: any may be a source. */
export const renameFilters = [
  { scheme: "file", pattern: { glob: "**/*", matches: "file" } },
  { scheme: "file", pattern: { glob: "**/*", matches: "folder" } },
] as const;

/** A file or folder that moves. URIs as everywhere below the rim. */
export interface Move {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * What keeps all paths right when files or folders move: imports and the files of sources that lead to them, and those
 * that moved maps have themselves. The edits are for the files where they are now. Null where no path changes.
 */
export function willRenameFiles(workspace: Workspace, moves: readonly Move[]): WorkspaceEdit | null {
  const moved = (uri: string): string => {
    for (const { oldUri, newUri } of moves) {
      if (uri === oldUri) return newUri;
      if (uri.startsWith(`${oldUri}/`)) return newUri + uri.slice(oldUri.length);
    }
    return uri;
  };
  const edits = workspace.files().flatMap((file) => pathsOf(file).flatMap((path) => mended(file, path, moved)));
  return edits.length === 0 ? null : workspaceEdit(workspace, edits, { moved: { label: "Paths to what has moved" } });
}

interface Path {
  readonly line: Line;
  readonly written: string;
}

/** The paths that a map has: of its imports, and of the texts of its sources. */
function pathsOf(file: MapFile): readonly Path[] {
  const paths: Path[] = file.imports.map(({ entry }) => ({ line: entry.line, written: entry.text }));
  for (const source of file.entriesOf("source")) {
    const attribute = fileAttribute(source);
    if (attribute !== undefined) paths.push({ line: attribute.line, written: attribute.value });
  }
  // A web address, or a path as Windows writes it, is flagged as what it is; it leads to no file, wherever the map lies.
  return paths.filter(({ written }) => isWellFormed("file", written));
}

const fileAttribute = (source: Entry) => attributeOf(source, "file");

function mended(file: MapFile, { line, written }: Path, moved: (uri: string) => string): readonly Edit[] {
  const target = resolvePath(file.uri, written);
  const { reading } = line;
  if (target === undefined || !("textStart" in reading)) return [];
  const [from, to] = [moved(file.uri), moved(target)];
  if (from === file.uri && to === target) return [];
  // Where both move together, the path between them stays as it is written.
  if (resolvePath(from, written) === to) return [];
  const newText = relativePath(from, to);
  const whole = reading.raw.slice(reading.textStart).trimEnd();
  // A path that goes on over several lines leads nowhere as it is; nothing can be said of where it should lead.
  if (newText === undefined || whole !== written) return [];
  const range = file.syntax.rangeOf({ line, start: reading.textStart, end: reading.textStart + whole.length });
  return [{ uri: file.uri, range, newText, annotation: "moved" }];
}

/** How a file can speak of an entry of another one, and the import that it needs for that. */
import type { Entry } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { baseName, relativePath } from "../../workspace/paths.ts";
import { insertedAfter, insertedAfterApart, insertedFirst } from "../textEdits/lineBlocks.ts";
import { editsOf, type LineChange } from "../textEdits/lineEdits.ts";
import { newRow, type Words } from "../textEdits/newLines.ts";
import type { Edit } from "../textEdits/workspaceEdit.ts";
import { quotesNamed } from "./implicitSources.ts";
import { type NewImport, Sight } from "./nameScope.ts";

/** A way to mention an entry. */
export interface Mention {
  /** The name, with the prefix it needs. */
  readonly written: string;
  /** The import that the file needs for it, and what that needs in turn; none where the entry is in sight. */
  readonly edits: readonly Edit[];
}

/**
 * How `file` can mention an entry; undefined where it cannot: the entry has no name, or the files would import each
 * other in a circle, or no path leads from one to the other.
 *
 * @param files those in which quotes that name no source must stay from theirs, where the import brings another source
 */
export function mentionOf(file: MapFile, entry: Entry, files: readonly MapFile[] = [file]): Mention | undefined {
  const sight = new Sight();
  const written = sight.mention(file, entry);
  return written === undefined ? undefined : mentionIn(written, sight, files);
}

/** The same without a new import; undefined where the entry is not in sight. */
export function mentionInSight(file: MapFile, entry: Entry): string | undefined {
  const mention = mentionOf(file, entry, []);
  return mention?.edits.length === 0 ? mention.written : undefined;
}

/** The same with an import that defines a prefix. */
export function mentionWithPrefix(
  file: MapFile,
  entry: Entry,
  prefix: string,
  files: readonly MapFile[],
): Mention | undefined {
  const sight = new Sight();
  const written = sight.mention(file, entry, prefix);
  return written === undefined ? undefined : mentionIn(written, sight, files);
}

function mentionIn(written: string, sight: Sight, files: readonly MapFile[]): Mention | undefined {
  if (sight.imports.size === 0) return { written, edits: [] };
  const quotes = quotesNamed(files, sight);
  if (quotes === undefined) return undefined;
  const words = new Map<MapFile, Words[]>();
  for (const one of quotes) words.set(one.file, [...(words.get(one.file) ?? []), one.words]);
  for (const one of sight.imports.keys()) if (!words.has(one)) words.set(one, []);
  const edits = [...words].flatMap(([one, own]) => {
    return editsOf(one, importsOf(one, sight.imports.get(one) ?? []), own);
  });
  return { written, edits };
}

/** New imports: after the last one there is, else after the map's own entry, else before the first entry. */
export function importsOf(file: MapFile, imports: readonly NewImport[]): readonly LineChange[] {
  const rows = imports.map((one) => newRow(importLine(file, one)));
  if (rows.length === 0) return [];
  const last = file.imports.at(-1)?.entry;
  if (last !== undefined) return [insertedAfter(last, rows)];
  const head = file.syntax.roots.find((root) => root.head.keyword === "map");
  return [head === undefined ? insertedFirst(file, rows) : insertedAfterApart(head, rows)];
}

function importLine(file: MapFile, { prefix, file: imported }: NewImport): string {
  const path = relativePath(file.uri, imported.uri) ?? baseName(imported.uri);
  return prefix === undefined ? `import: ${path}` : `import ${prefix}: ${path}`;
}

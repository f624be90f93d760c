/** How a file can speak of an entry of another one, and the import that it needs for that. */
import type { Entry } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { baseName, relativePath } from "../../workspace/paths.ts";
import { insertAfter, insertAfterSeparated, insertBeforeEntries } from "../textEdits/lineBlocks.ts";
import { toFileEdits } from "../textEdits/lineEdits.ts";
import type { LineChange, SpanReplacement } from "../textEdits/model.ts";
import { createLine } from "../textEdits/newLines.ts";
import type { FileEdit } from "../textEdits/workspaceEdit.ts";
import { sourceNameEdits } from "./implicitSources.ts";
import { NameScope, type NewImport } from "./nameScope.ts";

/** A way to mention an entry. */
export interface Mention {
  /** The name, with the prefix it needs. */
  readonly qualifiedName: string;
  /** The import that the file needs for it, and what that needs in turn; none where the entry is in sight. */
  readonly edits: readonly FileEdit[];
}

/**
 * How `file` can mention an entry; undefined where it cannot: the entry has no name, or the files would import each
 * other in a circle, or no path leads from one to the other.
 *
 * @param files those in which quotes that name no source must stay from theirs, where the import brings another source
 */
export function mentionOf(file: MapFile, entry: Entry, files: readonly MapFile[] = [file]): Mention | undefined {
  const scope = new NameScope();
  const qualifiedName = scope.mention(file, entry);
  return qualifiedName === undefined ? undefined : mentionFromScope(qualifiedName, scope, files);
}

/** The same without a new import; undefined where the entry is not in sight. */
export function mentionInScope(file: MapFile, entry: Entry): string | undefined {
  const mention = mentionOf(file, entry, []);
  return mention?.edits.length === 0 ? mention.qualifiedName : undefined;
}

/** The same with an import that defines a prefix. */
export function mentionWithPrefix(
  file: MapFile,
  entry: Entry,
  prefix: string,
  files: readonly MapFile[],
): Mention | undefined {
  const scope = new NameScope();
  const qualifiedName = scope.mention(file, entry, prefix);
  return qualifiedName === undefined ? undefined : mentionFromScope(qualifiedName, scope, files);
}

function mentionFromScope(qualifiedName: string, scope: NameScope, files: readonly MapFile[]): Mention | undefined {
  if (scope.imports.size === 0) return { qualifiedName, edits: [] };
  const quotes = sourceNameEdits(files, scope);
  if (quotes === undefined) return undefined;
  const replacements = new Map<MapFile, SpanReplacement[]>();
  for (const one of quotes) replacements.set(one.file, [...(replacements.get(one.file) ?? []), one.replacement]);
  for (const one of scope.imports.keys()) if (!replacements.has(one)) replacements.set(one, []);
  const edits = [...replacements].flatMap(([one, fileReplacements]) => {
    return toFileEdits(one, importChanges(one, scope.imports.get(one) ?? []), fileReplacements);
  });
  return { qualifiedName, edits };
}

/** New imports: after the last one there is, else after the map's own entry, else before the first entry. */
export function importChanges(file: MapFile, imports: readonly NewImport[]): readonly LineChange[] {
  const newLines = imports.map((one) => createLine(importLine(file, one)));
  if (newLines.length === 0) return [];
  const last = file.imports.at(-1)?.entry;
  if (last !== undefined) return [insertAfter(last, newLines)];
  const mapEntry = file.syntax.roots.find((root) => root.head.keyword === "map");
  return [mapEntry === undefined ? insertBeforeEntries(file, newLines) : insertAfterSeparated(mapEntry, newLines)];
}

function importLine(file: MapFile, { prefix, file: imported }: NewImport): string {
  const path = relativePath(file.uri, imported.uri) ?? baseName(imported.uri);
  return prefix === undefined ? `import: ${path}` : `import ${prefix}: ${path}`;
}

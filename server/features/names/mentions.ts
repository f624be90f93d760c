/** How one file can refer to an entry of another, with the import that this needs. */
import type { Entry } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { baseName } from "../../core/strings/baseName.ts";
import { relativePath } from "../../workspace/files/paths.ts";
import { insertAfter, insertAfterSeparated, insertBeforeEntries } from "../textEdits/lineBlocks.ts";
import { toFileEdits } from "../textEdits/lineEdits.ts";
import type { LineChange, SpanReplacement } from "../textEdits/model.ts";
import { createLine } from "../textEdits/newLines.ts";
import type { FileEdit } from "../textEdits/workspaceEdit.ts";
import { sourceNameEdits } from "./implicitSources.ts";
import { NameScope, type NewImport } from "./nameScope.ts";

/** A reference to an entry, as a file must write it. */
export interface Mention {
  /** The name, with a prefix if it needs one. */
  readonly qualifiedName: string;
  /** The edits that add the import, with their consequences. Empty if the entry is in scope already. */
  readonly edits: readonly FileEdit[];
}

/**
 * How `file` can refer to an entry. Undefined if the entry has no name, if the import would be circular, or if there is no
 * relative path between the files.
 *
 * @param files the files in which quotes must keep their implicit source if the import brings another source into scope
 */
export function mentionOf(file: MapFile, entry: Entry, files: readonly MapFile[] = [file]): Mention | undefined {
  const scope = new NameScope();
  const qualifiedName = scope.mention(file, entry);
  return qualifiedName === undefined ? undefined : mentionFromScope(qualifiedName, scope, files);
}

/** How `file` can refer to an entry without a new import; undefined if the entry is not in scope. */
export function mentionInScope(file: MapFile, entry: Entry): string | undefined {
  const mention = mentionOf(file, entry, []);
  return mention?.edits.length === 0 ? mention.qualifiedName : undefined;
}

/** Like `mentionOf`, with a new import that defines `prefix`. */
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
  for (const { file, replacement } of quotes) replacements.set(file, [...(replacements.get(file) ?? []), replacement]);
  for (const file of scope.imports.keys()) if (!replacements.has(file)) replacements.set(file, []);
  const edits = [...replacements].flatMap(([file, fileReplacements]) => {
    return toFileEdits(file, importChanges(file, scope.imports.get(file) ?? []), fileReplacements);
  });
  return { qualifiedName, edits };
}

/** Inserts imports after the last existing import, otherwise after the `map` entry, otherwise before the first entry. */
export function importChanges(file: MapFile, imports: readonly NewImport[]): readonly LineChange[] {
  const newLines = imports.map((newImport) => createLine(importLine(file, newImport)));
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

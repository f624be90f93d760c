/** How a map speaks of an article: by a source that it has, or by one that is added. */
import { isName } from "../../../core/language/characters.ts";
import { type Entry, titleOf } from "../../../core/language/entry.ts";
import { importClosure, sourcesOf } from "../../../core/language/graph.ts";
import { definedName, fileOf, type MapFile } from "../../../core/language/map.ts";
import { isValidValue } from "../../../core/language/values.ts";
import type { ArticleMetadata } from "../../../core/sources/read/metadata.ts";
import { baseName, relativePath } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { insertNameEdit, quotesOfOnlySource } from "../../names/implicitSources.ts";
import { mentionOf } from "../../names/mentions.ts";
import { UserError } from "../../shared/userError.ts";
import { nameFromFile, uniqueName } from "../../textEdits/freshNames.ts";
import {
  indentUnitOf,
  insertAtEnd,
  insertBeforeEntries,
  insertionPoint,
  insertSeparated,
  subtreeBlock,
} from "../../textEdits/lineBlocks.ts";
import type { LineChange } from "../../textEdits/model.ts";
import { createLine } from "../../textEdits/newLines.ts";
import type { FileEdit } from "../../textEdits/workspaceEdit.ts";

/** What stands after `quote` for an article, and what it needs. */
export interface SourceMention {
  /** Empty where the source is the only one and has no name. */
  readonly name: string;
  /** Words, and imports. */
  readonly edits: readonly FileEdit[];
  /** The lines of a new source of the map; they come before all others that are put at the same place. */
  readonly changes: readonly LineChange[];
}

/** @throws {UserError} where the map cannot name the file */
export function sourceFor(workspace: Workspace, map: MapFile, file: string, about: ArticleMetadata): SourceMention {
  const sources = sourcesOf(importClosure(map)).filter((source) => workspace.citations.sourcesOf(file).has(source));
  for (const source of sources) {
    const mention = mentionOf(map, source);
    if (mention === undefined) continue;
    return { name: mention.qualifiedName, edits: mention.edits, changes: [] };
  }
  const [unnamedSource] = sources.filter((source) => source.head.name === undefined && source.head.form !== "broken");
  if (unnamedSource !== undefined) {
    if (sourcesOf(importClosure(map)).length === 1) return { name: "", edits: [], changes: [] };
    if (fileOf(unnamedSource) === map) {
      const name = sourceNameFor(file, [map]);
      return { name, edits: [insertNameEdit(unnamedSource, name)], changes: [] };
    }
  }
  return addSource(workspace, map, file, about);
}

/** The lines that describe an article as a source. */
export function sourceLines(name: string, path: string, about: ArticleMetadata, indentUnit: string): readonly string[] {
  const { title, author, date } = about;
  const attributes = [
    ...(author === undefined ? [] : [`author: ${author}`]),
    ...(date === undefined ? [] : [`date: ${date}`]),
    `file: ${path}`,
  ];
  return [`source ${name}: ${title ?? baseName(path)}`, ...attributes.map((line) => indentUnit + line)];
}

/** A name after that of a file which means nothing in the maps yet. */
export function sourceNameFor(file: string, maps: readonly MapFile[]): string {
  const name = nameFromFile(file);
  return uniqueName(isName(name) ? name : "article", maps);
}

/** The path by which a map names a file. */
export function relativePathTo(map: string, file: string): string {
  const path = relativePath(map, file);
  if (path === undefined || !isValidValue("file", path)) {
    throw new UserError("The map cannot name this file: no path leads from one to the other.");
  }
  return path;
}

function addSource(workspace: Workspace, map: MapFile, file: string, about: ArticleMetadata): SourceMention {
  const name = sourceNameFor(file, [map]);
  const newLines = sourceLines(name, relativePathTo(map.uri, file), about, indentUnitOf(map)).map((line) =>
    createLine(line),
  );
  const last =
    lastWithoutChildren(map, "source") ?? lastWithoutChildren(map, "import") ?? lastWithoutChildren(map, "map");
  const change =
    last !== undefined
      ? insertSeparated(map, insertionPoint(map, subtreeBlock(last).after), newLines)
      : map.syntax.roots.length === 0
        ? insertAtEnd(map, newLines)
        : insertBeforeEntries(map, newLines);
  return { name, edits: nameSourceInQuotes(workspace, map), changes: [change] };
}

/** Not one under which an entry stands by mistake: what is put after that would come between it and what it is to get. */
const lastWithoutChildren = (map: MapFile, keyword: "source" | "import" | "map"): Entry | undefined =>
  map.syntax.roots.findLast(({ head, children }) => head.keyword === keyword && children.length === 0);

/**
 * Names the source of all quotes that name none because there is only one: with a second one they would be from neither.
 *
 * @throws {UserError} where one can be given no name that leads there
 */
function nameSourceInQuotes(workspace: Workspace, map: MapFile): readonly FileEdit[] {
  const names = new Map<Entry, string>();
  const mentions = workspace.withAllImporters(map).flatMap((file): readonly FileEdit[] => {
    const unnamed = quotesOfOnlySource(file);
    if (unnamed === undefined) return [];
    const { quotes, source } = unnamed;
    const mention = mentionOf(file, source);
    if (mention !== undefined)
      return [...mention.edits, ...quotes.map((quote) => insertNameEdit(quote, mention.qualifiedName))];
    // A name that it is given leads to it from wherever its file is imported.
    const definingFile = fileOf(source);
    const prefix = importPrefix(file, definingFile);
    if (prefix === undefined) {
      throw new UserError(
        `Quotes in ${baseName(file.uri)} name no source, as they are from the only one there is, that of ${baseName(definingFile.uri)}. Give that a name first, and name it in these quotes: with a second source they would be from neither.`,
      );
    }
    const name = names.get(source) ?? uniqueName("source", workspace.withAllImporters(definingFile));
    names.set(source, name);
    return quotes.map((quote) => insertNameEdit(quote, prefix + name));
  });
  return [...[...names].map(([source, name]) => insertNameEdit(source, name)), ...mentions];
}

/** What stands before a name of one file in another; undefined where none of its names leads there. */
function importPrefix(file: MapFile, definingFile: MapFile): string | undefined {
  if (file === definingFile) return "";
  const importEntry = file.imports.find(({ target }) => target.state === "found" && target.file === definingFile);
  const prefix = importEntry && definedName(importEntry.entry)?.text;
  return importEntry && (prefix === undefined ? "" : `${prefix}.`);
}

/** What a source is called where it is shown. */
export const sourceTitle = (source: Entry): string => titleOf(source) || "source";

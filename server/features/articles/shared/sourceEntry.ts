/** Finds or adds the source entry by which a map refers to an article. */

import type { ArticleMetadata } from "../../../core/articles/read/metadata.ts";
import { isValidValue } from "../../../core/language/attributes/values.ts";
import { isName } from "../../../core/language/characters.ts";
import { type Entry, titleOf } from "../../../core/language/entry.ts";
import { importClosure } from "../../../core/language/graph.ts";
import { definedName, fileOf, type MapFile } from "../../../core/language/map.ts";
import { sourcesOf } from "../../../core/language/relations/quoteSources.ts";
import { baseName } from "../../../core/strings/baseName.ts";
import { relativePath } from "../../../workspace/files/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { quotesOfOnlySource } from "../../names/implicitSources.ts";
import { mentionOf } from "../../names/mentions.ts";
import { UserError } from "../../shared/userError.ts";
import { nameFromFile, uniqueName } from "../../textEdits/freshNames.ts";
import { insertNameEdit } from "../../textEdits/headEdits.ts";
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

/** How a quote refers to an article, and the edits that this requires. */
export interface SourceMention {
  /** The name after `quote`; empty if the source is the only one and has no name. */
  readonly name: string;
  /** Edits that add names and imports. */
  readonly edits: readonly FileEdit[];
  /** Changes that add a new source. They must come before other changes at the same position. */
  readonly changes: readonly LineChange[];
}

/**
 * Returns how a map can refer to an article. Uses an existing source if possible, otherwise adds one.
 *
 * @throws {UserError} if the map cannot refer to the file
 */
export function sourceFor(workspace: Workspace, map: MapFile, file: string, metadata: ArticleMetadata): SourceMention {
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
  return addSource(workspace, map, file, metadata);
}

/** Returns the lines of a source entry for an article. */
export function sourceLines(
  name: string,
  path: string,
  { title, author, date }: ArticleMetadata,
  indentUnit: string,
): readonly string[] {
  const attributes = [
    ...(author === undefined ? [] : [`author: ${author}`]),
    ...(date === undefined ? [] : [`date: ${date}`]),
    `file: ${path}`,
  ];
  return [`source ${name}: ${title ?? baseName(path)}`, ...attributes.map((line) => indentUnit + line)];
}

/** Returns a source name made of a file name that is unused in the maps. */
export function sourceNameFor(file: string, maps: readonly MapFile[]): string {
  const name = nameFromFile(file);
  return uniqueName(isName(name) ? name : "article", maps);
}

/**
 * Returns the path of a file relative to a map.
 *
 * @throws {UserError} if there is none that an attribute can hold
 */
export function relativePathTo(map: string, file: string): string {
  const path = relativePath(map, file);
  if (path === undefined || !isValidValue("file", path)) {
    throw new UserError("There is no relative path from the map to this file. Save both in the same workspace.");
  }
  return path;
}

function addSource(workspace: Workspace, map: MapFile, file: string, metadata: ArticleMetadata): SourceMention {
  const name = sourceNameFor(file, [map]);
  const newLines = sourceLines(name, relativePathTo(map.uri, file), metadata, indentUnitOf(map)).map((line) =>
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

/**
 * The last entry with a keyword that has no children. A misplaced child could be the target of the quote, and an entry
 * inserted in between would separate the two.
 */
const lastWithoutChildren = (map: MapFile, keyword: "source" | "import" | "map"): Entry | undefined =>
  map.syntax.roots.findLast(({ head, children }) => head.keyword === keyword && children.length === 0);

/**
 * Returns the edits that name the source in quotes without a source name. These refer to the only source and would
 * become ambiguous with a second one.
 *
 * @throws {UserError} if a quote cannot name its source
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
    // The source has no name yet. A new one can be used in every file that imports its file directly.
    const definingFile = fileOf(source);
    const prefix = importPrefix(file, definingFile);
    if (prefix === undefined) {
      throw new UserError(
        `Quotes in ${baseName(file.uri)} refer to the only source, in ${baseName(definingFile.uri)}, without naming it. Name that source and add its name to these quotes before you add another source.`,
      );
    }
    const name = names.get(source) ?? uniqueName("source", workspace.withAllImporters(definingFile));
    names.set(source, name);
    return quotes.map((quote) => insertNameEdit(quote, prefix + name));
  });
  return [...[...names].map(([source, name]) => insertNameEdit(source, name)), ...mentions];
}

/**
 * The prefix, with a dot, for names of one file in another; undefined if the file does not import the other directly.
 */
function importPrefix(file: MapFile, definingFile: MapFile): string | undefined {
  if (file === definingFile) return "";
  const importEntry = file.imports.find(({ target }) => target.state === "found" && target.file === definingFile);
  const prefix = importEntry && definedName(importEntry.entry)?.text;
  return importEntry && (prefix === undefined ? "" : `${prefix}.`);
}

/** Returns the display title of a source. */
export const sourceTitle = (source: Entry): string => titleOf(source) || "source";

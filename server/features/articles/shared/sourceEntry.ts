/** How a map speaks of an article: by a source that it has, or by one that is added. */
import { isName } from "../../../core/language/characters.ts";
import { type Entry, titleOf } from "../../../core/language/entry.ts";
import { filesOf, sourcesOf } from "../../../core/language/graph.ts";
import { definedName, fileOf, type MapFile } from "../../../core/language/map.ts";
import { isWellFormed } from "../../../core/language/values.ts";
import type { About } from "../../../core/sources/read/metadata.ts";
import { baseName, relativePath } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { named, quotesOfOnly } from "../../names/implicitSources.ts";
import { mentionOf } from "../../names/mentions.ts";
import { Refused } from "../../shared/userError.ts";
import { freeName, nameOfFile } from "../../textEdits/freshNames.ts";
import { insertedApart, insertedFirst, insertedLast, seamFrom, stepOf, treeBlock } from "../../textEdits/lineBlocks.ts";
import type { LineChange } from "../../textEdits/lineEdits.ts";
import { newRow } from "../../textEdits/newLines.ts";
import type { Edit } from "../../textEdits/workspaceEdit.ts";

/** What stands after `quote` for an article, and what it needs. */
export interface SourceMention {
  /** Empty where the source is the only one and has no name. */
  readonly name: string;
  /** Words, and imports. */
  readonly edits: readonly Edit[];
  /** The lines of a new source of the map; they come before all others that are put at the same place. */
  readonly changes: readonly LineChange[];
}

/** @throws Refused where the map cannot name the file */
export function sourceFor(workspace: Workspace, map: MapFile, file: string, about: About): SourceMention {
  const known = sourcesOf(filesOf(map)).filter((source) => workspace.citations.sourcesOf(file).has(source));
  for (const source of known) {
    const mention = mentionOf(map, source);
    if (mention === undefined) continue;
    return { name: mention.written, edits: mention.edits, changes: [] };
  }
  const [nameless] = known.filter((source) => source.head.name === undefined && source.head.form !== "broken");
  if (nameless !== undefined) {
    if (sourcesOf(filesOf(map)).length === 1) return { name: "", edits: [], changes: [] };
    if (fileOf(nameless) === map) {
      const name = nameOf(file, [map]);
      return { name, edits: [named(nameless, name)], changes: [] };
    }
  }
  return added(workspace, map, file, about);
}

/** The lines that describe an article as a source. */
export function sourceLines(name: string, path: string, about: About, step: string): readonly string[] {
  const { title, author, date } = about;
  const attributes = [
    ...(author === undefined ? [] : [`author: ${author}`]),
    ...(date === undefined ? [] : [`date: ${date}`]),
    `file: ${path}`,
  ];
  return [`source ${name}: ${title ?? baseName(path)}`, ...attributes.map((line) => step + line)];
}

/** A name after that of a file which means nothing in the maps yet. */
export function nameOf(file: string, maps: readonly MapFile[]): string {
  const name = nameOfFile(file);
  return freeName(isName(name) ? name : "article", maps);
}

/** The path by which a map names a file. */
export function pathTo(map: string, file: string): string {
  const path = relativePath(map, file);
  if (path === undefined || !isWellFormed("file", path)) {
    throw new Refused("The map cannot name this file: no path leads from one to the other.");
  }
  return path;
}

function added(workspace: Workspace, map: MapFile, file: string, about: About): SourceMention {
  const name = nameOf(file, [map]);
  const rows = sourceLines(name, pathTo(map.uri, file), about, stepOf(map)).map((line) => newRow(line));
  const last = lastOf(map, "source") ?? lastOf(map, "import") ?? lastOf(map, "map");
  const change =
    last !== undefined
      ? insertedApart(map, seamFrom(map, treeBlock(last).after), rows)
      : map.syntax.roots.length === 0
        ? insertedLast(map, rows)
        : insertedFirst(map, rows);
  return { name, edits: stayNamed(workspace, map), changes: [change] };
}

/** Not one under which an entry stands by mistake: what is put after that would come between it and what it is to get. */
const lastOf = (map: MapFile, keyword: "source" | "import" | "map"): Entry | undefined =>
  map.syntax.roots.findLast(({ head, children }) => head.keyword === keyword && children.length === 0);

/**
 * Names the source of all quotes that name none because there is only one: with a second one they would be from neither.
 *
 * @throws Refused where one can be given no name that leads there
 */
function stayNamed(workspace: Workspace, map: MapFile): readonly Edit[] {
  const names = new Map<Entry, string>();
  const mentions = workspace.allUsersOf(map).flatMap((file): readonly Edit[] => {
    const own = quotesOfOnly(file);
    if (own === undefined) return [];
    const { quotes, source } = own;
    const mention = mentionOf(file, source);
    if (mention !== undefined) return [...mention.edits, ...quotes.map((quote) => named(quote, mention.written))];
    // A name that it is given leads to it from wherever its file is imported.
    const home = fileOf(source);
    const prefix = prefixOf(file, home);
    if (prefix === undefined) {
      throw new Refused(
        `Quotes in ${baseName(file.uri)} name no source, as they are from the only one there is, that of ${baseName(home.uri)}. Give that a name first, and name it in these quotes: with a second source they would be from neither.`,
      );
    }
    const name = names.get(source) ?? freeName("source", workspace.allUsersOf(home));
    names.set(source, name);
    return quotes.map((quote) => named(quote, prefix + name));
  });
  return [...[...names].map(([source, name]) => named(source, name)), ...mentions];
}

/** What stands before a name of one file in another; undefined where none of its names leads there. */
function prefixOf(file: MapFile, home: MapFile): string | undefined {
  if (file === home) return "";
  const by = file.imports.find(({ target }) => target.state === "found" && target.file === home);
  const prefix = by && definedName(by.entry)?.text;
  return by && (prefix === undefined ? "" : `${prefix}.`);
}

/** What a source is called where it is shown. */
export const sourceTitle = (source: Entry): string => titleOf(source) || "source";

/** Writes a passage of an article into a map: under an entry that there is, or with a new entry that rests on it. */
import type { Position, WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../language/entry.ts";
import type { MapFile } from "../../language/map.ts";
import { rules, withArticle } from "../../language/vocabulary.ts";
import type { About } from "../../sources/about.ts";
import type { Addition, ArticlePlace } from "../../sources/protocol.ts";
import type { Quoting } from "../../sources/quoting.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { indentUnder, inserted, lastOwnLine, lineEnd, stepOf, treeBlock } from "../actions/blocks.ts";
import { type Edit, workspaceEdit } from "../edits.ts";
import { wrapped } from "../format/wrap.ts";
import { Refused } from "../refused.ts";
import { sourceFor } from "./sourceFor.ts";

export interface Added {
  readonly edit: WorkspaceEdit;
  /** Where the cursor belongs when the edit has been made. */
  readonly cursor: ArticlePlace;
}

/** What is to be added, and to what. */
export interface Adding {
  readonly map: MapFile;
  /** The entry that it goes under; undefined for what stands at the end of the map. */
  readonly target: Entry | undefined;
  readonly add: Addition;
  /** What a new entry says; undefined where that is still to be written. */
  readonly text: string | undefined;
  /** The article's file, what it says of itself, and the words of it. */
  readonly file: string;
  readonly about: About;
  readonly quoting: Quoting;
  /** The column at which lines are broken; 0: never. */
  readonly lineWidth: number;
}

/** What can be added under an entry, or to the map itself. */
export function additionsTo(target: Entry | undefined): readonly Addition[] {
  if (target === undefined) return ["claim"];
  const { keyword, form } = target.head;
  if (form === "broken") return [];
  return (["quote", "claim", "reason", "objection", "premise"] as const).filter(
    (add) => rules[add].under.includes(keyword) && !(form === "bare" && add === "quote"),
  );
}

/**
 * The edit, with the source of the article where the map has none yet.
 *
 * @throws Refused where it can stand under no such entry
 */
export function addQuote(workspace: Workspace, adding: Adding): Added {
  const { map, target, add, file, about } = adding;
  if (!additionsTo(target).includes(add)) throw new Refused(cannot(add, target));
  const source = sourceFor(workspace, map, file, about);
  const step = stepOf(map);
  const indent = target === undefined ? "" : indentUnder(target);
  const quote = quoteLines(
    adding.quoting,
    source.name,
    add === "quote" ? indent : indent + step,
    step,
    adding.lineWidth,
  );
  const head = `${indent}${add}: ${(adding.text ?? "").replace(/\s+/g, " ").trim()}`;
  const lines = add === "quote" ? quote.lines : [head, ...quote.lines];
  const place = placeFor(map, target, add);
  const texts = [...place.before, ...lines];
  const insertion = inserted(map, place.number, texts);
  const [row, column] = add === "quote" ? [quote.last, quote.lines[quote.last]?.length ?? 0] : [0, head.length];
  const edits = [...source.edits, insertion];
  const cursor = placeIn(edits, insertion, lineEnd(map), texts, place.before.length + row, column);
  return { edit: workspaceEdit(workspace, edits), cursor: { uri: map.uri, range: { start: cursor, end: cursor } } };
}

/** The lines of a quote, and which is the last of its words. */
export function quoteLines(
  { words, page }: Quoting,
  source: string,
  indent: string,
  step: string,
  lineWidth: number,
): { readonly lines: readonly string[]; readonly last: number } {
  const head = `${indent}quote${source === "" ? "" : ` ${source}`}: `;
  const { first, rest } =
    lineWidth > 0 ? wrapped(words, lineWidth, head.length, indent + step) : { first: words, rest: [] };
  const lines = [head + first, ...rest.map((line) => indent + step + line)];
  const attributes = page === undefined ? [] : [`${indent}${step}page: ${page}`];
  return { lines: [...lines, ...attributes], last: lines.length - 1 };
}

interface NewPlace {
  /** Before which line. */
  readonly number: number;
  /** Blank lines that go before it. */
  readonly before: readonly string[];
}

/** A quote stands after the other quotes, before all reasons; an entry after all that stands under the same. */
function placeFor(map: MapFile, target: Entry | undefined, add: Addition): NewPlace {
  const { lines } = map.syntax;
  if (target === undefined) {
    let number = lines.length;
    while (number > 0 && lines.at(number - 1)?.reading.kind === "blank") number--;
    return { number: number === lines.length - 1 ? lines.length : number, before: number === 0 ? [] : [""] };
  }
  if (add !== "quote") return { number: treeBlock(target).after, before: [] };
  const last = target.children.findLast(({ head }) => head.keyword === "quote");
  return { number: last === undefined ? lines.numberOf(lastOwnLine(target)) + 1 : treeBlock(last).after, before: [] };
}

/** Where a column of one of the inserted lines comes to lie when all edits have been made. */
function placeIn(
  edits: readonly Edit[],
  insertion: Edit,
  end: string,
  texts: readonly string[],
  index: number,
  column: number,
): Position {
  const linesIn = (text: string): number => text.split(end).length - 1;
  const above = edits.filter(
    (edit) => edit !== insertion && edit.uri === insertion.uri && edit.range.start.line <= insertion.range.start.line,
  );
  // At the end of a file that does not end in a line of its own, each line comes after a line end.
  const after = insertion.newText.startsWith(end + (texts[0] ?? "")) && !insertion.newText.endsWith(end) ? 1 : 0;
  const shift = above.reduce((sum, { newText }) => sum + linesIn(newText), 0);
  return { line: insertion.range.start.line + shift + after + index, character: column };
}

function cannot(add: Addition, target: Entry | undefined): string {
  if (target === undefined)
    return `Choose what the ${add} is to stand under: only a claim can stand at the end of a map.`;
  return `${withArticle(add).replace(/^a/, "A")} cannot stand under ${withArticle(target.head.keyword)}.`;
}

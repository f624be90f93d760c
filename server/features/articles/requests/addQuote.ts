/** Writes a passage of an article into a map: under an entry that there is, or with a new entry that rests on it. */
import type { Position, WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { rules, withArticle } from "../../../core/language/vocabulary.ts";
import type { Quoting } from "../../../core/sources/quotes/quoteFromSelection.ts";
import type { About } from "../../../core/sources/read/metadata.ts";
import type { Addition, ArticlePlace } from "../../../protocol/articles.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { wrapped } from "../../format/wrap.ts";
import { Refused } from "../../shared/userError.ts";
import { indentUnder, lastOwnLine, stepOf, treeBlock } from "../../textEdits/lineBlocks.ts";
import { editsOf, inserted, type LineChange, lineCount } from "../../textEdits/lineEdits.ts";
import { newRow, type Row } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import { type SourceMention, sourceFor } from "../shared/sourceEntry.ts";

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
  const rows = (add === "quote" ? quote.lines : [head, ...quote.lines]).map((line) => newRow(line));
  const insertion = insertionOf(map, target, add, rows, source);
  const [row, column] = add === "quote" ? [quote.last, quote.lines[quote.last]?.length ?? 0] : [0, head.length];
  const edits = [...source.edits, ...editsOf(map, [...source.changes, insertion])];
  const line = insertion.first + rowsAbove(map, source, insertion) + insertion.rows.length - rows.length + row;
  const cursor: Position = { line, character: column };
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

/** A quote stands after the other quotes, before all reasons; an entry after all that stands under the same. */
function insertionOf(
  map: MapFile,
  target: Entry | undefined,
  add: Addition,
  rows: readonly Row[],
  source: SourceMention,
): LineChange {
  if (target === undefined) {
    let end = lineCount(map);
    while (end > 0 && map.syntax.lines.at(end - 1)?.reading.kind === "blank") end--;
    return inserted(end, end === 0 && source.changes.length === 0 ? rows : [newRow(""), ...rows]);
  }
  if (add !== "quote") return inserted(treeBlock(target).after, rows);
  const last = target.children.findLast(({ head }) => head.keyword === "quote");
  return inserted(
    last === undefined ? map.syntax.lines.numberOf(lastOwnLine(target)) + 1 : treeBlock(last).after,
    rows,
  );
}

/** How many lines the source that is added, or its import, puts above what is inserted. */
function rowsAbove(map: MapFile, { edits, changes }: SourceMention, { first }: LineChange): number {
  let above = 0;
  for (const change of changes) if (change.first <= first) above += change.rows.length;
  for (const { uri, range, newText } of edits) {
    if (uri === map.uri && range.start.line <= first) above += newText.split(/\r\n|\r|\n/).length - 1;
  }
  return above;
}

function cannot(add: Addition, target: Entry | undefined): string {
  if (target === undefined)
    return `Choose what the ${add} is to stand under: only a claim can stand at the end of a map.`;
  return `${withArticle(add).replace(/^a/, "A")} cannot stand under ${withArticle(target.head.keyword)}.`;
}

/** Writes a passage of an article into a map: under an entry that there is, or with a new entry that rests on it. */
import type { Position, WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { keywordRules, withArticle } from "../../../core/language/vocabulary.ts";
import type { SelectedQuote } from "../../../core/sources/quotes/quoteFromSelection.ts";
import type { ArticleMetadata } from "../../../core/sources/read/metadata.ts";
import type { ArticleLocation, QuoteAddition } from "../../../protocol/articles.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { wrapText } from "../../format/wrap.ts";
import { UserError } from "../../shared/userError.ts";
import { childIndent, indentUnitOf, lastOwnLine, subtreeBlock } from "../../textEdits/lineBlocks.ts";
import { insertLines, lineCount, toFileEdits } from "../../textEdits/lineEdits.ts";
import type { LineChange, NewLine } from "../../textEdits/model.ts";
import { createLine } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import { type SourceMention, sourceFor } from "../shared/sourceEntry.ts";

export interface AddedQuote {
  readonly edit: WorkspaceEdit;
  /** Where the cursor belongs when the edit has been made. */
  readonly cursor: ArticleLocation;
}

/** What is to be added, and to what. */
export interface AddQuoteOptions {
  readonly map: MapFile;
  /** The entry that it goes under; undefined for what stands at the end of the map. */
  readonly target: Entry | undefined;
  readonly add: QuoteAddition;
  /** What a new entry says; undefined where that is still to be written. */
  readonly text: string | undefined;
  /** The article's file, what it says of itself, and the words of it. */
  readonly file: string;
  readonly about: ArticleMetadata;
  readonly quoting: SelectedQuote;
  /** The column at which lines are broken; 0: never. */
  readonly lineWidth: number;
}

/** What can be added under an entry, or to the map itself. */
export function allowedAdditionKinds(target: Entry | undefined): readonly QuoteAddition[] {
  if (target === undefined) return ["claim"];
  const { keyword, form } = target.head;
  if (form === "broken") return [];
  return (["quote", "claim", "reason", "objection", "premise"] as const).filter(
    (add) => keywordRules[add].allowedParents.includes(keyword) && !(form === "bare" && add === "quote"),
  );
}

/**
 * The edit, with the source of the article where the map has none yet.
 *
 * @throws {UserError} where it can stand under no such entry
 */
export function addQuote(workspace: Workspace, options: AddQuoteOptions): AddedQuote {
  const { map, target, add, file, about } = options;
  if (!allowedAdditionKinds(target).includes(add)) throw new UserError(notAllowedMessage(add, target));
  const source = sourceFor(workspace, map, file, about);
  const indentUnit = indentUnitOf(map);
  const indent = target === undefined ? "" : childIndent(target);
  const quote = quoteLines(
    options.quoting,
    source.name,
    add === "quote" ? indent : indent + indentUnit,
    indentUnit,
    options.lineWidth,
  );
  const head = `${indent}${add}: ${(options.text ?? "").replace(/\s+/g, " ").trim()}`;
  const newLines = (add === "quote" ? quote.lines : [head, ...quote.lines]).map((line) => createLine(line));
  const insertion = quoteInsertion(map, target, add, newLines, source);
  const [cursorLine, cursorColumn] =
    add === "quote" ? [quote.last, quote.lines[quote.last]?.length ?? 0] : [0, head.length];
  const edits = [...source.edits, ...toFileEdits(map, [...source.changes, insertion])];
  const line =
    insertion.first +
    insertedLinesAbove(map, source, insertion) +
    insertion.newLines.length -
    newLines.length +
    cursorLine;
  const cursor: Position = { line, character: cursorColumn };
  return { edit: workspaceEdit(workspace, edits), cursor: { uri: map.uri, range: { start: cursor, end: cursor } } };
}

/** The lines of a quote, and which is the last of its words. */
export function quoteLines(
  { words, page }: SelectedQuote,
  source: string,
  indent: string,
  indentUnit: string,
  lineWidth: number,
): { readonly lines: readonly string[]; readonly last: number } {
  const head = `${indent}quote${source === "" ? "" : ` ${source}`}: `;
  const { first, rest } =
    lineWidth > 0 ? wrapText(words, lineWidth, head.length, indent + indentUnit) : { first: words, rest: [] };
  const lines = [head + first, ...rest.map((line) => indent + indentUnit + line)];
  const attributes = page === undefined ? [] : [`${indent}${indentUnit}page: ${page}`];
  return { lines: [...lines, ...attributes], last: lines.length - 1 };
}

/** A quote stands after the other quotes, before all reasons; an entry after all that stands under the same. */
function quoteInsertion(
  map: MapFile,
  target: Entry | undefined,
  add: QuoteAddition,
  newLines: readonly NewLine[],
  source: SourceMention,
): LineChange {
  if (target === undefined) {
    let end = lineCount(map);
    while (end > 0 && map.syntax.lines.at(end - 1)?.scanned.kind === "blank") end--;
    return insertLines(end, end === 0 && source.changes.length === 0 ? newLines : [createLine(""), ...newLines]);
  }
  if (add !== "quote") return insertLines(subtreeBlock(target).after, newLines);
  const last = target.children.findLast(({ head }) => head.keyword === "quote");
  return insertLines(
    last === undefined ? map.syntax.lines.numberOf(lastOwnLine(target)) + 1 : subtreeBlock(last).after,
    newLines,
  );
}

/** How many lines the source that is added, or its import, puts above what is inserted. */
function insertedLinesAbove(map: MapFile, { edits, changes }: SourceMention, { first }: LineChange): number {
  let count = 0;
  for (const change of changes) if (change.first <= first) count += change.newLines.length;
  for (const { uri, range, newText } of edits) {
    if (uri === map.uri && range.start.line <= first) count += newText.split(/\r\n|\r|\n/).length - 1;
  }
  return count;
}

function notAllowedMessage(add: QuoteAddition, target: Entry | undefined): string {
  if (target === undefined)
    return `Choose what the ${add} is to stand under: only a claim can stand at the end of a map.`;
  return `${withArticle(add).replace(/^a/, "A")} cannot stand under ${withArticle(target.head.keyword)}.`;
}

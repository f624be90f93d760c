/** Adds a passage of an article to a map: as a quote under an existing entry, or with a new entry that cites it. */
import type { Position, Range, WorkspaceEdit } from "vscode-languageserver";
import type { SelectedQuote } from "../../../core/articles/quotes/quoteFromSelection.ts";
import type { ArticleMetadata } from "../../../core/articles/read/metadata.ts";
import type { Entry } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { keywordRules } from "../../../core/language/vocabulary.ts";
import { notAllowedMessage } from "../../../core/tree/cardRules.ts";
import type { ArticleLocation, QuoteAddition } from "../../../protocol/articles.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { wrapText } from "../../format/wrap.ts";
import { UserError } from "../../shared/userError.ts";
import { childIndent, indentUnitOf, lastOwnLine, subtreeBlock } from "../../textEdits/lineBlocks.ts";
import { insertLines, lineCount, toFileEdits } from "../../textEdits/lineEdits.ts";
import type { LineChange, NewLine } from "../../textEdits/model.ts";
import { createLine } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import { type SourceMention, sourceFor } from "./sourceEntry.ts";

/** The result of `addQuote`. */
export interface AddedQuote {
  readonly edit: WorkspaceEdit;
  /** The cursor position after the edit. */
  readonly cursor: ArticleLocation;
  /** The lines that are added, except for a new source and a new speaker, after the edit. */
  readonly entry: ArticleLocation;
  /** The words that were added to the selection. */
  readonly lengthened: SelectedQuote["added"];
}

/** The quote to add, and its position. */
export interface AddQuoteOptions {
  readonly map: MapFile;
  /** The parent entry; undefined to add at the end of the map. */
  readonly target: Entry | undefined;
  readonly addition: QuoteAddition;
  /** The text of a new entry; undefined if the user is to write it. */
  readonly text: string | undefined;
  /** The speaker of a new entry, as the map writes the name. */
  readonly speaker?: string | undefined;
  /** Adds the speaker to the map; undefined if the map has the speaker already. */
  readonly speakerChange?: LineChange | undefined;
  /** The URI of the article's file. */
  readonly file: string;
  readonly metadata: ArticleMetadata;
  readonly quote: SelectedQuote;
  /** The maximum line width in columns; 0 for no line breaks. */
  readonly lineWidth: number;
}

/** Returns what can be added under an entry, or at the end of the map if `target` is undefined. */
export function allowedAdditionKinds(target: Entry | undefined): readonly QuoteAddition[] {
  if (target === undefined) return ["claim"];
  const { keyword, form } = target.head;
  if (form === "broken") return [];
  return (["quote", "claim", "reason", "objection", "premise"] as const).filter(
    (addition) => keywordRules[addition].allowedParents.includes(keyword) && !(form === "bare" && addition === "quote"),
  );
}

/**
 * Returns the edit that adds the quote, and the source of the article and the speaker if the map does not have them yet.
 *
 * @throws {UserError} if it cannot be added under the target, or if the map cannot refer to the article
 */
export function addQuote(workspace: Workspace, options: AddQuoteOptions): AddedQuote {
  const { map, target, addition, file, metadata } = options;
  if (!allowedAdditionKinds(target).includes(addition)) throw new UserError(rejection(addition, target));
  const source = sourceFor(workspace, map, file, metadata);
  const preamble = options.speakerChange ? [...source.changes, options.speakerChange] : source.changes;
  const indentUnit = indentUnitOf(map);
  const indent = target === undefined ? "" : childIndent(target);
  const quote = quoteLines(
    options.quote,
    source.name,
    addition === "quote" ? indent : indent + indentUnit,
    indentUnit,
    options.lineWidth,
  );
  const by = options.speaker === undefined ? "" : ` by ${options.speaker}`;
  const head = `${indent}${addition}${by}: ${(options.text ?? "").replace(/\s+/g, " ").trim()}`;
  const newLines = (addition === "quote" ? quote.lines : [head, ...quote.lines]).map((line) => createLine(line));
  const insertion = quoteInsertion(map, target, addition, newLines, preamble.length > 0);
  const [cursorLine, cursorColumn] =
    addition === "quote" ? [quote.last, quote.lines[quote.last]?.length ?? 0] : [0, head.length];
  const edits = [...source.edits, ...toFileEdits(map, [...preamble, insertion])];
  const first =
    insertion.first +
    insertedLinesAbove(map, { edits: source.edits, changes: preamble }, insertion) +
    insertion.newLines.length -
    newLines.length;
  const cursor: Position = { line: first + cursorLine, character: cursorColumn };
  const entryRange: Range = {
    start: { line: first, character: indent.length },
    end: { line: first + newLines.length - 1, character: newLines.at(-1)?.text.length ?? 0 },
  };
  return {
    edit: workspaceEdit(workspace, edits),
    cursor: { uri: map.uri, range: { start: cursor, end: cursor } },
    entry: { uri: map.uri, range: entryRange },
    lengthened: options.quote.added,
  };
}

/** Returns the lines of a quote entry, and the index of the last line of its text. */
export function quoteLines(
  { words, page, occurrence }: SelectedQuote,
  source: string,
  indent: string,
  indentUnit: string,
  lineWidth: number,
): { readonly lines: readonly string[]; readonly last: number } {
  const head = `${indent}quote${source === "" ? "" : ` ${source}`}: `;
  const { first, rest } =
    lineWidth > 0 ? wrapText(words, lineWidth, head.length, indent + indentUnit) : { first: words, rest: [] };
  const lines = [head + first, ...rest.map((line) => indent + indentUnit + line)];
  const attributes = Object.entries({ page, occurrence }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${indent}${indentUnit}${key}: ${value}`],
  );
  return { lines: [...lines, ...attributes], last: lines.length - 1 };
}

/** Inserts a quote after the other quotes of the target, and any other entry after all its children. */
function quoteInsertion(
  map: MapFile,
  target: Entry | undefined,
  addition: QuoteAddition,
  newLines: readonly NewLine[],
  isPreambleAdded: boolean,
): LineChange {
  if (target === undefined) {
    let end = lineCount(map);
    while (end > 0 && map.syntax.lines.at(end - 1)?.scanned.kind === "blank") end--;
    return insertLines(end, end === 0 && !isPreambleAdded ? newLines : [createLine(""), ...newLines]);
  }
  if (addition !== "quote") return insertLines(subtreeBlock(target).after, newLines);
  const last = target.children.findLast(({ head }) => head.keyword === "quote");
  return insertLines(
    last === undefined ? map.syntax.lines.numberOf(lastOwnLine(target)) + 1 : subtreeBlock(last).after,
    newLines,
  );
}

/** The number of lines that a new source, speaker or import adds above the insertion. */
function insertedLinesAbove(
  map: MapFile,
  { edits, changes }: Pick<SourceMention, "edits" | "changes">,
  { first }: LineChange,
): number {
  let count = 0;
  for (const change of changes) if (change.first <= first) count += change.newLines.length;
  for (const { uri, range, newText } of edits) {
    if (uri === map.uri && range.start.line <= first) count += newText.split(/\r\n|\r|\n/).length - 1;
  }
  return count;
}

const rejection = (addition: QuoteAddition, target: Entry | undefined): string =>
  target === undefined
    ? `Only a claim can be added at the end of a map. Select an entry for the ${addition}.`
    : notAllowedMessage(addition, target.head.keyword);

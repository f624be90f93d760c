import type { Position, WorkspaceEdit } from "vscode-languageserver";
import type { SelectedQuote } from "../../../core/articles/quotes/quoteFromSelection.ts";
import { readMetadata } from "../../../core/articles/read/metadata.ts";
import type { Entry, Line } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import type { LineList } from "../../../core/language/parsing/lineList.ts";
import { indentOf, isShallower } from "../../../core/language/parsing/nesting.ts";
import type { PasteParams } from "../../../protocol/articles.ts";
import { normalizeUri } from "../../../workspace/files/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { childIndent, indentUnitOf } from "../../textEdits/lineBlocks.ts";
import { lineEnd, toFileEdits } from "../../textEdits/lineEdits.ts";
import { type FileEdit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import { allowedAdditionKinds, quoteLines } from "../shared/addQuote.ts";
import { readSelectedArticle, selectedQuote } from "../shared/selectedArticle.ts";
import { sourceFor } from "../shared/sourceEntry.ts";

/** The text to insert at the position, and the edit that adds the source; undefined if the map already has it. */
export interface PastedQuote {
  readonly text: string;
  readonly edit: WorkspaceEdit | undefined;
  /** The words that were added to the copied ones. */
  readonly lengthened: SelectedQuote["added"];
}

/**
 * Converts text copied from an article to a quote on its own line, under the entry at a position of a map. Returns null
 * if the text should be pasted unchanged: in the middle of a line, where no quote is allowed, or if the article has
 * changed since.
 *
 * @throws {UserError} if the article cannot be read, or if no word was copied
 */
export async function pasteQuote(
  workspace: Workspace,
  { article, selections, text, textPosition }: PasteParams,
  lineWidth: number,
): Promise<PastedQuote | null> {
  const document = await readSelectedArticle(workspace, normalizeUri(article));
  const map = workspace.get(normalizeUri(textPosition.uri))?.file;
  const copied = selections.map((range) => document.textOf(range)).join("");
  if (map === undefined || lettersOf(copied) !== lettersOf(text)) return null;
  const target = pasteTargetAt(map, textPosition.position);
  if (target === undefined) return null;
  const quote = selectedQuote(document, selections);
  const metadata = await readMetadata(document.article);
  if (target.isInQuote) return { text: quote.words, edit: undefined, lengthened: quote.added };
  const source = sourceFor(workspace, map, document.file, metadata);
  const { lines } = quoteLines(quote, source.name, target.indent, indentUnitOf(map), lineWidth);
  const edits = [
    ...source.edits,
    ...toFileEdits(map, source.changes),
    ...deleteBefore(map, textPosition.position, target.surplusSpace),
  ];
  const end = lineEnd(map);
  const [first = "", ...rest] = lines;
  return {
    text: [target.startsNewLine ? end + first : first.slice(target.existingIndent), ...rest].join(end),
    edit: edits.length === 0 ? undefined : workspaceEdit(workspace, edits),
    lengthened: quote.added,
  };
}

/** The position and indentation of the lines of a pasted quote. */
interface PasteTarget {
  /** Whether only the text is inserted, because the head of a quote is already there. */
  readonly isInQuote: boolean;
  readonly startsNewLine: boolean;
  readonly indent: string;
  /** How many characters of the indentation are already there. */
  readonly existingIndent: number;
  /** How many white space characters before the position are not part of the indentation. */
  readonly surplusSpace: number;
}

/**
 * On an empty line, the quote goes under the entry above, whatever the indentation of that line: editors insert it
 * automatically, so it does not show what the user intends.
 */
function pasteTargetAt({ syntax }: MapFile, position: Position): PasteTarget | undefined {
  const { line, number, column } = syntax.resolvePosition(position);
  const { raw } = line.scanned;
  // Text pasted in the middle of a line is part of that line.
  if (raw.slice(column).trim() !== "") return undefined;
  const startsNewLine = raw.trim() !== "";
  if (startsNewLine && line.owner?.line === line && line.owner.head.keyword === "quote" && line.owner.text === "") {
    return { isInQuote: true, startsNewLine: false, indent: "", existingIndent: 0, surplusSpace: 0 };
  }
  let above = number;
  while (!startsNewLine && above >= 0 && syntax.lines.at(above)?.owner === undefined) above--;
  const entry = syntax.lines.at(above)?.owner;
  const target = entry && nearestQuotable(entry);
  if (target === undefined) return undefined;
  const below = nextContentLine(syntax.lines, number);
  // Text pasted between the lines of an entry is part of its text.
  if (below !== undefined && below.owner === entry && below.owner?.line !== below) return undefined;
  const indent = below?.owner?.parent === target ? below.owner.indent : childIndent(target);
  // A deeper line below would become a child of the quote.
  if (below !== undefined && isShallower(indent, indentOf(below))) return undefined;
  if (startsNewLine) return { isInQuote: false, startsNewLine, indent, existingIndent: 0, surplusSpace: 0 };
  const existing = raw.slice(0, column);
  let existingIndent = 0;
  while (existingIndent < existing.length && existing.charAt(existingIndent) === indent.charAt(existingIndent))
    existingIndent++;
  return { isInQuote: false, startsNewLine, indent, existingIndent, surplusSpace: existing.length - existingIndent };
}

/** The next line that is neither blank nor a comment. */
function nextContentLine(lines: LineList, number: number): Line | undefined {
  let below = number + 1;
  while (["blank", "comment"].includes(lines.at(below)?.scanned.kind ?? "")) below++;
  return lines.at(below);
}

/** Deletes a number of characters before a position. */
function deleteBefore({ uri }: MapFile, { line, character }: Position, count: number): readonly FileEdit[] {
  const start = { line, character: character - count };
  return count === 0 ? [] : [{ uri, range: { start, end: { line, character } }, newText: "" }];
}

/** The entry itself, or its nearest ancestor, that can have a quote. */
function nearestQuotable(entry: Entry): Entry | undefined {
  let at: Entry | undefined = entry;
  while (at !== undefined && !allowedAdditionKinds(at).includes("quote")) at = at.parent;
  return at;
}

const lettersOf = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, "");

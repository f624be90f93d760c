import type { Position, WorkspaceEdit } from "vscode-languageserver";
import type { Entry, Line } from "../../../core/language/entry.ts";
import type { LineList } from "../../../core/language/lineList.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { indentOf, isShallower } from "../../../core/language/nesting.ts";
import { readMetadata } from "../../../core/sources/read/metadata.ts";
import type { PasteParams } from "../../../protocol/articles.ts";
import { normaliseUri } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { childIndent, indentUnitOf } from "../../textEdits/lineBlocks.ts";
import { lineEnd, toFileEdits } from "../../textEdits/lineEdits.ts";
import { type FileEdit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import { readSelectedArticle, selectedQuote } from "../shared/selectedArticle.ts";
import { sourceFor } from "../shared/sourceEntry.ts";
import { allowedAdditionKinds, quoteLines } from "./addQuote.ts";

export interface PastedQuote {
  readonly text: string;
  readonly edit: WorkspaceEdit | undefined;
}

/**
 * Words copied from an article as a quote, for a place of a map: on a line of its own under the entry that the place is in.
 * Null where they are to be pasted as they are: in the middle of a line, under nothing that a quote could stand under, or
 * where the article has changed since.
 *
 * @throws {UserError} where the article cannot be read, or no word of it was copied
 */
export async function pasteQuote(
  workspace: Workspace,
  { article, selections, text, to }: PasteParams,
  lineWidth: number,
): Promise<PastedQuote | null> {
  const document = await readSelectedArticle(workspace, normaliseUri(article));
  const map = workspace.get(normaliseUri(to.uri))?.file;
  const copied = selections.map((range) => document.textOf(range)).join("");
  if (map === undefined || lettersOf(copied) !== lettersOf(text)) return null;
  const target = pasteTargetAt(map, to.position);
  if (target === undefined) return null;
  const quoting = selectedQuote(document, selections);
  const about = await readMetadata(document.article);
  if (target.isInQuote) return { text: quoting.words, edit: undefined };
  const source = sourceFor(workspace, map, document.file, about);
  const { lines } = quoteLines(quoting, source.name, target.indent, indentUnitOf(map), lineWidth);
  const edits = [
    ...source.edits,
    ...toFileEdits(map, source.changes),
    ...deleteBefore(map, to.position, target.surplusSpace),
  ];
  const end = lineEnd(map);
  const [first = "", ...rest] = lines;
  return {
    text: [target.startsNewLine ? end + first : first.slice(target.typedIndent), ...rest].join(end),
    edit: edits.length === 0 ? undefined : workspaceEdit(workspace, edits),
  };
}

/** Where pasted lines begin. */
interface PasteTarget {
  /** Whether only the words are wanted, as the head of a quote stands there already. */
  readonly isInQuote: boolean;
  readonly startsNewLine: boolean;
  readonly indent: string;
  /** How much of the indentation stands there already. */
  readonly typedIndent: number;
  /** How much white space stands there that does not belong to it. */
  readonly surplusSpace: number;
}

/**
 * On an empty line the quote goes under the entry above, whatever white space editors have put there: that is of the line
 * before, not of what somebody wants.
 */
function pasteTargetAt({ syntax }: MapFile, position: Position): PasteTarget | undefined {
  const { line, number, column } = syntax.resolvePosition(position);
  const { raw } = line.scanned;
  // In the middle of a line it is a part of what stands there.
  if (raw.slice(column).trim() !== "") return undefined;
  const startsNewLine = raw.trim() !== "";
  if (startsNewLine && line.owner?.line === line && line.owner.head.keyword === "quote" && line.owner.text === "") {
    return { isInQuote: true, startsNewLine: false, indent: "", typedIndent: 0, surplusSpace: 0 };
  }
  let above = number;
  while (!startsNewLine && above >= 0 && syntax.lines.at(above)?.owner === undefined) above--;
  const entry = syntax.lines.at(above)?.owner;
  const target = entry && nearestQuotable(entry);
  if (target === undefined) return undefined;
  const below = nextContentLine(syntax.lines, number);
  // Among the lines of an entry it is a part of its text.
  if (below !== undefined && below.owner === entry && below.owner?.line !== below) return undefined;
  const indent = below?.owner?.parent === target ? below.owner.indent : childIndent(target);
  // What stands deeper would come under the quote.
  if (below !== undefined && isShallower(indent, indentOf(below))) return undefined;
  if (startsNewLine) return { isInQuote: false, startsNewLine, indent, typedIndent: 0, surplusSpace: 0 };
  const typed = raw.slice(0, column);
  let kept = 0;
  while (kept < typed.length && typed.charAt(kept) === indent.charAt(kept)) kept++;
  return { isInQuote: false, startsNewLine, indent, typedIndent: kept, surplusSpace: typed.length - kept };
}

/** The next line that says something. */
function nextContentLine(lines: LineList, number: number): Line | undefined {
  let below = number + 1;
  while (["blank", "comment"].includes(lines.at(below)?.scanned.kind ?? "")) below++;
  return lines.at(below);
}

/** Takes away so many characters before a place. */
function deleteBefore({ uri }: MapFile, { line, character }: Position, count: number): readonly FileEdit[] {
  const start = { line, character: character - count };
  return count === 0 ? [] : [{ uri, range: { start, end: { line, character } }, newText: "" }];
}

/** The entry itself, or the nearest above it that a quote can stand under. */
function nearestQuotable(entry: Entry): Entry | undefined {
  let at: Entry | undefined = entry;
  while (at !== undefined && !allowedAdditionKinds(at).includes("quote")) at = at.parent;
  return at;
}

const lettersOf = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, "");

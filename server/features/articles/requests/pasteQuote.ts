import type { Position, WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import type { Line, LineList } from "../../../core/language/lineList.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { indentOf, isOutside } from "../../../core/language/nesting.ts";
import { aboutArticle } from "../../../core/sources/read/metadata.ts";
import type { PasteParams } from "../../../protocol/articles.ts";
import { normalUri } from "../../../workspace/paths.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { indentUnder, stepOf } from "../../textEdits/lineBlocks.ts";
import { editsOf, lineEnd } from "../../textEdits/lineEdits.ts";
import { type Edit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import { chosenDocument, quotingIn } from "../shared/selectedArticle.ts";
import { sourceFor } from "../shared/sourceEntry.ts";
import { additionsTo, quoteLines } from "./addQuote.ts";

export interface Pasted {
  readonly text: string;
  readonly edit: WorkspaceEdit | undefined;
}

/**
 * Words copied from an article as a quote, for a place of a map: on a line of its own under the entry that the place is in.
 * Null where they are to be pasted as they are: in the middle of a line, under nothing that a quote could stand under, or
 * where the article has changed since.
 *
 * @throws Refused where the article cannot be read, or no word of it was copied
 */
export async function pasteQuote(
  workspace: Workspace,
  { article, selections, text, to }: PasteParams,
  lineWidth: number,
): Promise<Pasted | null> {
  const document = await chosenDocument(workspace, normalUri(article));
  const map = workspace.get(normalUri(to.uri))?.file;
  const copied = selections.map((range) => document.textOf(range)).join("");
  if (map === undefined || lettersOf(copied) !== lettersOf(text)) return null;
  const place = placeAt(map, to.position);
  if (place === undefined) return null;
  const quoting = quotingIn(document, selections);
  const about = await aboutArticle(document.article);
  if (place.words) return { text: quoting.words, edit: undefined };
  const source = sourceFor(workspace, map, document.file, about);
  const { lines } = quoteLines(quoting, source.name, place.indent, stepOf(map), lineWidth);
  const edits = [...source.edits, ...editsOf(map, source.changes), ...deleted(map, to.position, place.surplus)];
  const end = lineEnd(map);
  const [first = "", ...rest] = lines;
  return {
    text: [place.newLine ? end + first : first.slice(place.typed), ...rest].join(end),
    edit: edits.length === 0 ? undefined : workspaceEdit(workspace, edits),
  };
}

/** Where pasted lines begin. */
interface PastePlace {
  /** Whether only the words are wanted, as the head of a quote stands there already. */
  readonly words: boolean;
  readonly newLine: boolean;
  readonly indent: string;
  /** How much of the indentation stands there already. */
  readonly typed: number;
  /** How much white space stands there that does not belong to it. */
  readonly surplus: number;
}

/**
 * On an empty line the quote goes under the entry above, whatever white space editors have put there: that is of the line
 * before, not of what somebody wants.
 */
function placeAt({ syntax }: MapFile, position: Position): PastePlace | undefined {
  const { line, number, column } = syntax.place(position);
  const { raw } = line.reading;
  // In the middle of a line it is a part of what stands there.
  if (raw.slice(column).trim() !== "") return undefined;
  const newLine = raw.trim() !== "";
  if (newLine && line.owner?.line === line && line.owner.head.keyword === "quote" && line.owner.text === "") {
    return { words: true, newLine: false, indent: "", typed: 0, surplus: 0 };
  }
  let above = number;
  while (!newLine && above >= 0 && syntax.lines.at(above)?.owner === undefined) above--;
  const entry = syntax.lines.at(above)?.owner;
  const target = entry && quotableFrom(entry);
  if (target === undefined) return undefined;
  const below = firstBelow(syntax.lines, number);
  // Among the lines of an entry it is a part of its text.
  if (below !== undefined && below.owner === entry && below.owner?.line !== below) return undefined;
  const indent = below?.owner?.parent === target ? below.owner.indent : indentUnder(target);
  // What stands deeper would come under the quote.
  if (below !== undefined && isOutside(indent, indentOf(below))) return undefined;
  if (newLine) return { words: false, newLine, indent, typed: 0, surplus: 0 };
  const typed = raw.slice(0, column);
  let kept = 0;
  while (kept < typed.length && typed.charAt(kept) === indent.charAt(kept)) kept++;
  return { words: false, newLine, indent, typed: kept, surplus: typed.length - kept };
}

/** The next line that says something. */
function firstBelow(lines: LineList, number: number): Line | undefined {
  let below = number + 1;
  while (["blank", "comment"].includes(lines.at(below)?.reading.kind ?? "")) below++;
  return lines.at(below);
}

/** Takes away so many characters before a place. */
function deleted({ uri }: MapFile, { line, character }: Position, count: number): readonly Edit[] {
  const start = { line, character: character - count };
  return count === 0 ? [] : [{ uri, range: { start, end: { line, character } }, newText: "" }];
}

/** The entry itself, or the nearest above it that a quote can stand under. */
function quotableFrom(entry: Entry): Entry | undefined {
  let at: Entry | undefined = entry;
  while (at !== undefined && !additionsTo(at).includes("quote")) at = at.parent;
  return at;
}

const lettersOf = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, "");

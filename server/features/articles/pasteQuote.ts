import type { Position, WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../language/entry.ts";
import type { MapFile } from "../../language/map.ts";
import { isOutside } from "../../language/nest.ts";
import { aboutArticle } from "../../sources/about.ts";
import type { PasteParams } from "../../sources/protocol.ts";
import { normalUri } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { indentUnder, stepOf } from "../actions/blocks.ts";
import { editsOf, lineEnd } from "../actions/lineEdits.ts";
import { workspaceEdit } from "../edits.ts";
import { additionsTo, quoteLines } from "./addQuote.ts";
import { chosenDocument, quotingIn } from "./chosen.ts";
import { sourceFor } from "./sourceFor.ts";

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
  const edits = [...source.edits, ...editsOf(map, source.changes)];
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
}

function placeAt({ syntax }: MapFile, position: Position): PastePlace | undefined {
  const { line, number, column } = syntax.place(position);
  const { raw } = line.reading;
  // In the middle of a line it is a part of what stands there.
  if (raw.slice(column).trim() !== "") return undefined;
  if (raw.trim() !== "") {
    const entry = line.owner;
    if (entry === undefined) return undefined;
    if (entry.head.keyword === "quote" && entry.line === line && entry.text === "") {
      return { words: true, newLine: false, indent: "", typed: 0 };
    }
    const target = quotableFrom(entry);
    return target && { words: false, newLine: true, indent: indentUnder(target), typed: 0 };
  }
  let above = number;
  while (above >= 0 && syntax.lines.at(above)?.owner === undefined) above--;
  const typed = raw.slice(0, column);
  const before = syntax.lines.at(above)?.owner;
  const entry = typed === "" ? before : outside(before, typed);
  const target = entry && quotableFrom(entry);
  if (target === undefined) return undefined;
  const indent = typed !== "" && target === entry ? typed : indentUnder(target);
  return indent.startsWith(typed) ? { words: false, newLine: false, indent, typed: typed.length } : undefined;
}

/** The entry that a line with this indentation would belong under. */
function outside(entry: Entry | undefined, indent: string): Entry | undefined {
  let at = entry;
  while (at !== undefined && !isOutside(at.indent, indent)) at = at.parent;
  return at;
}

/** The entry itself, or the nearest above it that a quote can stand under. */
function quotableFrom(entry: Entry): Entry | undefined {
  let at: Entry | undefined = entry;
  while (at !== undefined && !additionsTo(at).includes("quote")) at = at.parent;
  return at;
}

const lettersOf = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, "");

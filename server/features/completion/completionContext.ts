/**
 * What may be written at a place. A line that is being typed is often no line of the language yet – `reason air for` has
 * no colon – so this looks at the words before the cursor by itself, with the tables of the language. All other lines
 * are taken as they were read.
 */
import { skipWhite } from "../../core/language/characters.ts";
import type { Entry } from "../../core/language/entry.ts";
import { type Columns, type Word, wordsOf } from "../../core/language/head.ts";
import type { Line } from "../../core/language/lineList.ts";
import type { MapFile } from "../../core/language/map.ts";
import { isOutside } from "../../core/language/nesting.ts";
import type { Position } from "../../core/language/syntax.ts";
import {
  type AttributeKey,
  type ClauseWord,
  clauseTargets,
  isAttributeKey,
  isClauseWord,
  isKeyword,
  type Keyword,
  type NameKind,
  rules,
} from "../../core/language/vocabulary.ts";

/** Where on its line something is expected: what of it is there already, which is to be replaced. */
interface Slot {
  readonly line: Line;
  readonly number: number;
  readonly at: Columns;
  /** What of it stands before the cursor. */
  readonly typed: string;
}

/** The first word of a line: a keyword or the key of an attribute. */
export interface LineStart extends Slot {
  readonly kind: "line";
  readonly indented: boolean;
  /** The entry that the line would stand under. */
  readonly parent: Entry | undefined;
  /** Whether it is the first entry of the file. */
  readonly first: boolean;
  /** Whether nothing comes after the word. */
  readonly alone: boolean;
}

/** A word of a head after its keyword. */
export interface HeadWord extends Slot {
  readonly kind: "head";
  readonly keyword: Keyword;
  /** The clause that it is in; undefined before the first. */
  readonly clause: ClauseWord | undefined;
  /** The kinds of names that may come here; none where a name would be a new one. */
  readonly names: readonly NameKind[];
  /** Typed already, before the full stop: names of that file only. */
  readonly prefix: string | undefined;
  readonly clauses: readonly ClauseWord[];
  /** Whether a name is likelier to come than a clause word. */
  readonly nameFirst: boolean;
  /** Names that this head has already. */
  readonly taken: ReadonlySet<string>;
}

/** The value of an attribute. */
export interface AttributeValue extends Slot {
  readonly kind: "value";
  readonly key: AttributeKey;
}

/** The last part of a path. */
export interface PathEnd extends Slot {
  readonly kind: "path";
  readonly leadsTo: "map" | "text";
  /** The folders before it, with their `/`. */
  readonly folder: string;
}

/** The words of a quote. */
export interface QuoteWords extends Slot {
  readonly kind: "quote";
  readonly quote: Entry;
}

export type Expected = LineStart | HeadWord | AttributeValue | PathEnd | QuoteWords;

const BOM = 0xfeff;

/** What may be written at a position; undefined in prose, comments and headings. */
export function expectedAt(file: MapFile, position: Position): Expected | undefined {
  const { number, line, column } = file.syntax.place(position);
  const { raw, kind } = line.reading;
  if (kind === "comment" || kind === "heading") return undefined;
  const from = raw.charCodeAt(0) === BOM ? 1 : 0;
  const start = skipWhite(raw, from);
  const indentEnd = kind === "blank" ? column : start;
  if (column < indentEnd) return undefined;
  const indent = raw.slice(from, indentEnd);
  const end = kind === "blank" ? column : endOfWord(raw, start);
  if (column <= end) return lineStart(file, { line, number, at: { start: indentEnd, end }, column }, indent);

  const word = raw.slice(start, end);
  const colon = raw.indexOf(":", end);
  const inText = colon >= 0 && colon < column;
  if (isKeyword(word) && !inText) {
    const head = { line, number, start, column, end: colon < 0 ? raw.length : colon, hasColon: colon >= 0 };
    return mayStand(file, word, line, number, indent, colon >= 0) ? headWord(word, head) : undefined;
  }
  if (word === "quote" && inText && line.owner?.line === line) {
    return { kind: "quote", quote: line.owner, ...rest({ line, number, column, from: colon + 1 }) };
  }
  if (word === "import" && inText) return path({ line, number, column, from: colon + 1 }, "map");
  if (kind === "attribute" && colon === end && isAttributeKey(word)) {
    if (line.owner === undefined || !rules[line.owner.head.keyword].attributes.includes(word)) return undefined;
    if (word === "file") return path({ line, number, column, from: colon + 1 }, "text");
    return { kind: "value", key: word, ...rest({ line, number, column, from: colon + 1 }) };
  }
  return undefined;
}

/** The entry that a line with this indentation would stand under, and whether it would be the first of its file. */
function above(
  file: MapFile,
  number: number,
  indent: string,
): { readonly parent: Entry | undefined; readonly first: boolean } {
  for (let at = number - 1; at >= 0; at--) {
    const line = file.syntax.lines.at(at);
    if (line?.reading.kind === "heading") return { parent: undefined, first: false };
    if (line?.reading.kind !== "entry") continue;
    let parent = line.owner;
    while (parent !== undefined && !isOutside(parent.indent, indent)) parent = parent.parent;
    return { parent, first: false };
  }
  return { parent: undefined, first: true };
}

function lineStart(
  file: MapFile,
  { line, number, at, column }: Omit<Slot, "typed"> & { readonly column: number },
  indent: string,
): LineStart | undefined {
  const { raw } = line.reading;
  const typed = raw.slice(at.start, column);
  const alone = raw.slice(at.end).trim() === "";
  // Before prose there is nothing to go on.
  if (!/^[a-z-]*$/.test(typed) || (at.start === at.end && !alone)) return undefined;
  return { kind: "line", line, number, at, typed, alone, indented: indent !== "", ...above(file, number, indent) };
}

/** Whether what begins with a keyword can be an entry; an indented line without a colon may well be prose. */
function mayStand(
  file: MapFile,
  keyword: Keyword,
  line: Line,
  number: number,
  indent: string,
  colon: boolean,
): boolean {
  if (indent === "" || colon) return true;
  const parent = line.reading.kind === "entry" ? line.owner?.parent : above(file, number, indent).parent;
  if (parent === undefined) return rules[keyword].top;
  return parent.head.form === "broken" || rules[keyword].under.includes(parent.head.keyword);
}

interface HeadSoFar {
  readonly line: Line;
  readonly number: number;
  readonly start: number;
  readonly column: number;
  readonly end: number;
  readonly hasColon: boolean;
}

function headWord(keyword: Keyword, { line, number, start, column, end, hasColon }: HeadSoFar): HeadWord | undefined {
  const { raw } = line.reading;
  const before = wordsOf(raw, start, column).words.slice(1);
  const touched = before.at(-1)?.end === column ? before.at(-1) : undefined;
  const complete = touched === undefined ? before : before.slice(0, -1);
  const wordEnd = touched === undefined ? column : Math.min(endOfName(raw, column), end);
  const after = wordsOf(raw, wordEnd, end).words;

  let clause: ClauseWord | undefined;
  let names = 0;
  for (const { text } of complete) {
    if (isClauseWord(text)) {
      clause = text;
      names = 0;
    } else names++;
    // Two words and no clause: that is prose, or a mistake of which something is said already.
    if (clause === undefined && names > 1) return undefined;
  }
  const others = [...complete, ...after];
  const has = (word: ClauseWord): boolean => others.some(({ text }) => text === word);
  const expected = clause !== undefined ? clauseTargets[clause] : names === 0 ? named(keyword, hasColon) : [];
  const nameMissing = clause !== undefined && names === 0;
  const text = touched?.text ?? "";
  const dot = text.indexOf(".");
  return {
    kind: "head",
    keyword,
    clause,
    line,
    number,
    at: { start: (touched?.start ?? column) + dot + 1, end: wordEnd },
    typed: text.slice(dot + 1),
    names: expected,
    prefix: dot < 0 ? undefined : text.slice(0, dot),
    clauses: nameMissing || dot >= 0 ? [] : rules[keyword].clauses.filter((word) => !has(word)),
    nameFirst: names === 0 || endsInComma(raw, complete.at(-1), touched?.start ?? column),
    taken: new Set(others.filter((word) => !isClauseWord(word.text)).map((word) => word.text.normalize("NFC"))),
  };
}

/** What the name right after a keyword may refer to; nothing where it is a new one, as that of a premise with its text. */
function named(keyword: Keyword, hasColon: boolean): readonly NameKind[] {
  if (keyword === "premise") return hasColon ? [] : ["claim"];
  return keyword === "quote" ? ["source"] : [];
}

const endsInComma = (raw: string, last: Word | undefined, to: number): boolean =>
  last !== undefined && raw.slice(last.end, to).includes(",");

interface TextPlace {
  readonly line: Line;
  readonly number: number;
  readonly column: number;
  /** Where the colon ends. */
  readonly from: number;
}

/** What a line says after its colon. */
function rest({ line, number, column, from }: TextPlace): Slot {
  const { raw } = line.reading;
  const start = Math.min(skipWhite(raw, from), column);
  const end = Math.max(raw.trimEnd().length, column);
  return { line, number, at: { start, end }, typed: raw.slice(start, column) };
}

function path(place: TextPlace, leadsTo: PathEnd["leadsTo"]): PathEnd {
  const whole = rest(place);
  const folder = whole.typed.slice(0, whole.typed.lastIndexOf("/") + 1);
  const { raw } = whole.line.reading;
  const slash = raw.indexOf("/", place.column);
  const at = { start: whole.at.start + folder.length, end: slash < 0 ? whole.at.end : slash + 1 };
  return { kind: "path", ...whole, at, typed: whole.typed.slice(folder.length), leadsTo, folder };
}

/** Where the keyword, or what may become one, ends. */
function endOfWord(raw: string, start: number): number {
  let at = start;
  while (at < raw.length && /[a-z-]/.test(raw.charAt(at))) at++;
  return at;
}

/** Where the name that goes on at `from` ends. */
function endOfName(raw: string, from: number): number {
  const [first] = wordsOf(raw, from, raw.length).words;
  return first?.start === from ? first.end : from;
}

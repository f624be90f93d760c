/**
 * Finds what can be completed at a position. A line that is being typed often has syntax errors: `reason air for` has no
 * colon yet. So this module scans the words around the cursor itself, by the vocabulary tables. For all other lines it
 * relies on the parser.
 */

import { schemeParts } from "../../core/language/attributes/schemes.ts";
import { normalizeName, skipWhiteSpace } from "../../core/language/characters.ts";
import type { Entry, Line } from "../../core/language/entry.ts";
import { type ColumnRange, splitHead, type Word } from "../../core/language/head.ts";
import type { MapFile } from "../../core/language/map.ts";
import { isShallower } from "../../core/language/parsing/nesting.ts";
import type { Position } from "../../core/language/syntax.ts";
import {
  type AttributeKey,
  type ClauseWord,
  clauseTargets,
  isAttributeKey,
  isClauseWord,
  isKeyword,
  type Keyword,
  keywordRules,
  type NameKind,
} from "../../core/language/vocabulary.ts";

/** The text that an accepted completion replaces. */
interface ReplacedSpan {
  readonly line: Line;
  /** The number of the line. */
  readonly number: number;
  readonly columns: ColumnRange;
  /** The part of the replaced text before the cursor. */
  readonly typed: string;
}

/** The first word of a line: a keyword or an attribute key. */
export interface LineStartContext extends ReplacedSpan {
  readonly kind: "line";
  readonly isIndented: boolean;
  /** The entry that would be the parent of the line, by its indentation. */
  readonly parent: Entry | undefined;
  /** Whether no entry comes before the line. */
  readonly isFirstEntry: boolean;
  /** Whether only white space follows the word. */
  readonly isLastOnLine: boolean;
}

/** A word of a head after its keyword. */
export interface HeadContext extends ReplacedSpan {
  readonly kind: "head";
  readonly keyword: Keyword;
  /** The clause that contains the word; undefined before the first clause. */
  readonly clause: ClauseWord | undefined;
  /** The kinds of names allowed here; empty if the word defines a name. */
  readonly allowedKinds: readonly NameKind[];
  /** The prefix before the word. If defined, only names of the imported file are allowed. */
  readonly prefix: string | undefined;
  /** The clause words allowed here. */
  readonly clauses: readonly ClauseWord[];
  /** Whether names rank before clause words. */
  readonly isNameLikelier: boolean;
  /** The names that the head contains already. */
  readonly usedNames: ReadonlySet<string>;
}

/** The value of an attribute. */
export interface AttributeValueContext extends ReplacedSpan {
  readonly kind: "value";
  readonly key: AttributeKey;
  /** The other values of a list. */
  readonly usedValues: readonly string[];
}

/** A segment of a path. */
export interface PathContext extends ReplacedSpan {
  readonly kind: "path";
  readonly fileKind: "map" | "text";
  /** The path before the segment, with its trailing `/`. */
  readonly folder: string;
}

/** The words of a quote. */
export interface QuoteContext extends ReplacedSpan {
  readonly kind: "quote";
  readonly quote: Entry;
}

export type CompletionContext = LineStartContext | HeadContext | AttributeValueContext | PathContext | QuoteContext;

const BOM = 0xfeff;

/** The completion context at a position; undefined in text, comments and headings. */
export function completionContextAt(file: MapFile, position: Position): CompletionContext | undefined {
  const { number, line, column } = file.syntax.resolvePosition(position);
  const { raw, kind } = line.scanned;
  if (kind === "comment" || kind === "heading") return undefined;
  const from = raw.charCodeAt(0) === BOM ? 1 : 0;
  const start = skipWhiteSpace(raw, from);
  const indentEnd = kind === "blank" ? column : start;
  if (column < indentEnd) return undefined;
  const indent = raw.slice(from, indentEnd);
  const end = kind === "blank" ? column : endOfWord(raw, start);
  if (column <= end)
    return lineStartContext(file, { line, number, columns: { start: indentEnd, end }, column }, indent);

  const word = raw.slice(start, end);
  const colon = raw.indexOf(":", end);
  const inText = colon >= 0 && colon < column;
  if (isKeyword(word) && !inText) {
    const head = { line, number, start, column, end: colon < 0 ? raw.length : colon, hasColon: colon >= 0 };
    return canBeEntry(file, word, line, number, indent, colon >= 0) ? headContext(word, head) : undefined;
  }
  if (word === "quote" && inText && line.owner?.line === line) {
    return { kind: "quote", quote: line.owner, ...textAfterColon({ line, number, column, from: colon + 1 }) };
  }
  if (word === "import" && inText) return pathContext({ line, number, column, from: colon + 1 }, "map");
  if (kind === "attribute" && colon === end && isAttributeKey(word)) {
    if (line.owner === undefined || !keywordRules[line.owner.head.keyword].attributes.includes(word)) return undefined;
    if (word === "file") return pathContext({ line, number, column, from: colon + 1 }, "text");
    const position = { line, number, column, from: colon + 1 };
    return word === "scheme"
      ? schemeContext(position)
      : { kind: "value", key: word, usedValues: [], ...textAfterColon(position) };
  }
  return undefined;
}

/** The parent of a line with this indentation, and whether no entry comes before the line. */
function parentForIndent(
  file: MapFile,
  number: number,
  indent: string,
): { readonly parent: Entry | undefined; readonly isFirstEntry: boolean } {
  for (let above = number - 1; above >= 0; above--) {
    const line = file.syntax.lines.at(above);
    if (line?.scanned.kind === "heading") return { parent: undefined, isFirstEntry: false };
    if (line?.scanned.kind !== "entry") continue;
    let parent = line.owner;
    while (parent !== undefined && !isShallower(parent.indent, indent)) parent = parent.parent;
    return { parent, isFirstEntry: false };
  }
  return { parent: undefined, isFirstEntry: true };
}

function lineStartContext(
  file: MapFile,
  { line, number, columns, column }: Omit<ReplacedSpan, "typed"> & { readonly column: number },
  indent: string,
): LineStartContext | undefined {
  const { raw } = line.scanned;
  const typed = raw.slice(columns.start, column);
  const isLastOnLine = raw.slice(columns.end).trim() === "";
  // Completion right before other text would only be in the way.
  if (typed === "" && /[^a-z-]/.test(raw.slice(columns.start, columns.end))) return undefined;
  if (!/^[\p{L}\p{M}-]*$/u.test(typed) || (columns.start === columns.end && !isLastOnLine)) return undefined;
  return {
    kind: "line",
    line,
    number,
    columns,
    typed,
    isLastOnLine,
    isIndented: indent !== "",
    ...parentForIndent(file, number, indent),
  };
}

/** Whether a line that begins with a keyword can be an entry. An indented line without a colon may be text. */
function canBeEntry(
  file: MapFile,
  keyword: Keyword,
  line: Line,
  number: number,
  indent: string,
  hasColon: boolean,
): boolean {
  if (indent === "" || hasColon) return true;
  const parent = line.scanned.kind === "entry" ? line.owner?.parent : parentForIndent(file, number, indent).parent;
  if (parent === undefined) return keywordRules[keyword].canBeTopLevel;
  return parent.head.form === "broken" || keywordRules[keyword].allowedParents.includes(parent.head.keyword);
}

/** A head that may be unfinished, with the cursor at `column`. */
interface PartialHead {
  readonly line: Line;
  readonly number: number;
  readonly start: number;
  readonly column: number;
  readonly end: number;
  readonly hasColon: boolean;
}

function headContext(
  keyword: Keyword,
  { line, number, start, column, end, hasColon }: PartialHead,
): HeadContext | undefined {
  const { raw } = line.scanned;
  const before = splitHead(raw, start, column).words.slice(1);
  const currentWord = before.at(-1)?.end === column ? before.at(-1) : undefined;
  const completeWords = currentWord === undefined ? before : before.slice(0, -1);
  const wordEnd = currentWord === undefined ? column : Math.min(endOfName(raw, column), end);
  const after = splitHead(raw, wordEnd, end).words;

  let clause: ClauseWord | undefined;
  let nameCount = 0;
  for (const { text } of completeWords) {
    if (isClauseWord(text)) {
      clause = text;
      nameCount = 0;
    } else nameCount++;
    // Two words before any clause: this is text, or an error that is already reported.
    if (clause === undefined && nameCount > 1) return undefined;
  }
  const otherWords = [...completeWords, ...after];
  const hasClause = (word: ClauseWord): boolean => otherWords.some(({ text }) => text === word);
  const kinds =
    clause !== undefined ? clauseTargets[clause] : nameCount === 0 ? kindsAfterKeyword(keyword, hasColon) : [];
  const isNameMissing = clause !== undefined && nameCount === 0;
  const text = currentWord?.text ?? "";
  const dot = text.indexOf(".");
  return {
    kind: "head",
    keyword,
    clause,
    line,
    number,
    columns: { start: (currentWord?.start ?? column) + dot + 1, end: wordEnd },
    typed: text.slice(dot + 1),
    allowedKinds: kinds,
    prefix: dot < 0 ? undefined : text.slice(0, dot),
    clauses: isNameMissing || dot >= 0 ? [] : keywordRules[keyword].clauses.filter((word) => !hasClause(word)),
    isNameLikelier: nameCount === 0 || isAfterComma(raw, completeWords.at(-1), currentWord?.start ?? column),
    usedNames: new Set(otherWords.filter((word) => !isClauseWord(word.text)).map((word) => normalizeName(word.text))),
  };
}

/** The kinds that the name after a keyword may refer to; empty if it defines a name, as in a premise with a colon. */
function kindsAfterKeyword(keyword: Keyword, hasColon: boolean): readonly NameKind[] {
  if (keyword === "premise") return hasColon ? [] : ["claim"];
  return keyword === "quote" ? ["source"] : [];
}

const isAfterComma = (raw: string, previous: Word | undefined, to: number): boolean =>
  previous !== undefined && raw.slice(previous.end, to).includes(",");

interface TextPosition {
  readonly line: Line;
  readonly number: number;
  readonly column: number;
  /** The column after the colon. */
  readonly from: number;
}

/** The text of a line after its colon. */
function textAfterColon({ line, number, column, from }: TextPosition): ReplacedSpan {
  const { raw } = line.scanned;
  const start = Math.min(skipWhiteSpace(raw, from), column);
  const end = Math.max(raw.trimEnd().length, column);
  return { line, number, columns: { start, end }, typed: raw.slice(start, column) };
}

/** One of several schemes. */
function schemeContext(position: TextPosition): AttributeValueContext {
  const span = textAfterColon(position);
  const { raw } = span.line.scanned;
  const comma = raw.lastIndexOf(",", position.column - 1);
  const start =
    comma < span.columns.start ? span.columns.start : Math.min(skipWhiteSpace(raw, comma + 1), position.column);
  const next = raw.indexOf(",", position.column);
  const end = next < 0 ? span.columns.end : next;
  const others = raw.slice(span.columns.start, start) + raw.slice(end);
  const usedValues = schemeParts(others).map(({ text }) => text);
  return {
    kind: "value",
    key: "scheme",
    ...span,
    columns: { start, end },
    typed: raw.slice(start, position.column),
    usedValues,
  };
}

function pathContext(position: TextPosition, fileKind: PathContext["fileKind"]): PathContext {
  const span = textAfterColon(position);
  const folder = span.typed.slice(0, span.typed.lastIndexOf("/") + 1);
  const { raw } = span.line.scanned;
  const slash = raw.indexOf("/", position.column);
  const columns = { start: span.columns.start + folder.length, end: slash < 0 ? span.columns.end : slash + 1 };
  return { kind: "path", ...span, columns, typed: span.typed.slice(folder.length), fileKind, folder };
}

/** The end of a word that is or may become a keyword or attribute key. */
function endOfWord(raw: string, start: number): number {
  let at = start;
  while (at < raw.length && /[\p{L}\p{M}-]/u.test(raw.charAt(at))) at++;
  return at;
}

/** The end of the name that contains or starts at `from`. */
function endOfName(raw: string, from: number): number {
  const [first] = splitHead(raw, from, raw.length).words;
  return first?.start === from ? first.end : from;
}

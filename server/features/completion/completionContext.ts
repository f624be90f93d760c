/**
 * What may be written at a place. A line that is being typed is often no line of the language yet – `reason air for` has
 * no colon – so this looks at the words before the cursor by itself, with the tables of the language. All other lines
 * are taken as they were read.
 */
import { skipWhiteSpace } from "../../core/language/characters.ts";
import type { Entry, Line } from "../../core/language/entry.ts";
import { type ColumnRange, splitHead, type Word } from "../../core/language/head.ts";
import type { MapFile } from "../../core/language/map.ts";
import { isShallower } from "../../core/language/nesting.ts";
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

/** Where on its line something is expected: what of it is there already, which is to be replaced. */
interface ReplacedSpan {
  readonly line: Line;
  readonly number: number;
  readonly columns: ColumnRange;
  /** What of it stands before the cursor. */
  readonly typed: string;
}

/** The first word of a line: a keyword or the key of an attribute. */
export interface LineStartContext extends ReplacedSpan {
  readonly kind: "line";
  readonly isIndented: boolean;
  /** The entry that the line would stand under. */
  readonly parent: Entry | undefined;
  /** Whether it is the first entry of the file. */
  readonly isFirstEntry: boolean;
  /** Whether nothing comes after the word. */
  readonly isLastOnLine: boolean;
}

/** A word of a head after its keyword. */
export interface HeadContext extends ReplacedSpan {
  readonly kind: "head";
  readonly keyword: Keyword;
  /** The clause that it is in; undefined before the first. */
  readonly clause: ClauseWord | undefined;
  /** The kinds of names that may come here; none where a name would be a new one. */
  readonly allowedKinds: readonly NameKind[];
  /** Typed already, before the full stop: names of that file only. */
  readonly prefix: string | undefined;
  readonly clauses: readonly ClauseWord[];
  /** Whether a name is likelier to come than a clause word. */
  readonly isNameLikelier: boolean;
  /** Names that this head has already. */
  readonly usedNames: ReadonlySet<string>;
}

/** The value of an attribute. */
export interface AttributeValueContext extends ReplacedSpan {
  readonly kind: "value";
  readonly key: AttributeKey;
}

/** The last part of a path. */
export interface PathContext extends ReplacedSpan {
  readonly kind: "path";
  readonly fileKind: "map" | "text";
  /** The folders before it, with their `/`. */
  readonly folder: string;
}

/** The words of a quote. */
export interface QuoteContext extends ReplacedSpan {
  readonly kind: "quote";
  readonly quote: Entry;
}

export type CompletionContext = LineStartContext | HeadContext | AttributeValueContext | PathContext | QuoteContext;

const BOM = 0xfeff;

/** What may be written at a position; undefined in prose, comments and headings. */
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
    return { kind: "value", key: word, ...textAfterColon({ line, number, column, from: colon + 1 }) };
  }
  return undefined;
}

/** The entry that a line with this indentation would stand under, and whether it would be the first of its file. */
function parentForIndent(
  file: MapFile,
  number: number,
  indent: string,
): { readonly parent: Entry | undefined; readonly isFirstEntry: boolean } {
  for (let at = number - 1; at >= 0; at--) {
    const line = file.syntax.lines.at(at);
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
  // Before prose there is nothing to go on.
  if (!/^[a-z-]*$/.test(typed) || (columns.start === columns.end && !isLastOnLine)) return undefined;
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

/** Whether what begins with a keyword can be an entry; an indented line without a colon may well be prose. */
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
    // Two words and no clause: that is prose, or a mistake of which something is said already.
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
    usedNames: new Set(otherWords.filter((word) => !isClauseWord(word.text)).map((word) => word.text.normalize("NFC"))),
  };
}

/** What the name right after a keyword may refer to; nothing where it is a new one, as that of a premise with its text. */
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
  /** Where the colon ends. */
  readonly from: number;
}

/** What a line says after its colon. */
function textAfterColon({ line, number, column, from }: TextPosition): ReplacedSpan {
  const { raw } = line.scanned;
  const start = Math.min(skipWhiteSpace(raw, from), column);
  const end = Math.max(raw.trimEnd().length, column);
  return { line, number, columns: { start, end }, typed: raw.slice(start, column) };
}

function pathContext(position: TextPosition, fileKind: PathContext["fileKind"]): PathContext {
  const span = textAfterColon(position);
  const folder = span.typed.slice(0, span.typed.lastIndexOf("/") + 1);
  const { raw } = span.line.scanned;
  const slash = raw.indexOf("/", position.column);
  const columns = { start: span.columns.start + folder.length, end: slash < 0 ? span.columns.end : slash + 1 };
  return { kind: "path", ...span, columns, typed: span.typed.slice(folder.length), fileKind, folder };
}

/** Where the keyword, or what may become one, ends. */
function endOfWord(raw: string, start: number): number {
  let at = start;
  while (at < raw.length && /[a-z-]/.test(raw.charAt(at))) at++;
  return at;
}

/** Where the name that goes on at `from` ends. */
function endOfName(raw: string, from: number): number {
  const [first] = splitHead(raw, from, raw.length).words;
  return first?.start === from ? first.end : from;
}

/**
 * Finds what can be completed at a position. A line that is being typed often has syntax errors: `reason air for` has no
 * colon yet. So these modules scan the words around the cursor themselves, by the vocabulary tables. For all other lines they
 * rely on the parser.
 */
import { skipWhiteSpace } from "../../core/language/characters.ts";
import type { Entry, Line } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { isShallower } from "../../core/language/parsing/nesting.ts";
import type { Position } from "../../core/language/syntax.ts";
import { isAttributeKey, isKeyword, type Keyword, keywordRules } from "../../core/language/vocabulary.ts";
import type { CompletionContext, LineStartContext, ReplacedSpan } from "./completionContext.ts";
import { headContext } from "./headContext.ts";
import { pathContext, schemeContext, textAfterColon } from "./textContext.ts";

const BOM = 0xfeff;

/** Returns the completion context at a position; undefined in text, comments and headings. */
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

/** The end of a word that is or may become a keyword or attribute key. */
function endOfWord(raw: string, start: number): number {
  let at = start;
  while (at < raw.length && /[\p{L}\p{M}-]/u.test(raw.charAt(at))) at++;
  return at;
}

/** What can be completed in a head after its keyword. */
import { normalizeName } from "../../core/language/characters.ts";
import type { Line } from "../../core/language/entry.ts";
import { splitHead, type Word } from "../../core/language/head.ts";
import {
  type ClauseWord,
  clauseTargets,
  isClauseWord,
  type Keyword,
  keywordRules,
  type NameKind,
} from "../../core/language/vocabulary.ts";
import type { HeadContext } from "./completionContext.ts";

/** A head that may be unfinished, with the cursor at `column`. */
export interface PartialHead {
  readonly line: Line;
  readonly number: number;
  readonly start: number;
  readonly column: number;
  readonly end: number;
  readonly hasColon: boolean;
}

/** Returns the context of a word in a head; undefined if the head is text, or has an error that is already reported. */
export function headContext(
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

/** The end of the name that contains or starts at `from`. */
function endOfName(raw: string, from: number): number {
  const [first] = splitHead(raw, from, raw.length).words;
  return first?.start === from ? first.end : from;
}

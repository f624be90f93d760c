/**
 * Selectors of the W3C Web Annotation Data Model, which describe a passage by its text, its context and its position. Other
 * programs understand them, and they still resolve after small changes of the article.
 */
import type { Passage } from "../article.ts";
import { expandMatch, isSimilarEnough } from "./approximateMatch.ts";
import type { SearchableText } from "./findQuote.ts";
import { rankedMatches } from "./fuzzySearch.ts";
import { type MatchContext, scoreOf } from "./matchScore.ts";
import { collapseWhiteSpace, normalize, normalOffsetOf, toOriginalRange } from "./normalize.ts";
import { findOccurrences } from "./substringIndex.ts";

/** A passage by its text and the text around it. */
export interface TextQuoteSelector {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A passage by its position, in Unicode code points as the standard demands. */
export interface TextPositionSelector {
  readonly type: "TextPositionSelector";
  readonly start: number;
  readonly end: number;
}

/** Both selectors of one passage. */
export type Selectors = readonly [TextQuoteSelector, TextPositionSelector];

/** The length of prefix and suffix in UTF-16 units; other annotation tools use the same. */
const CONTEXT_LENGTH = 32;
const MAX_MATCHES = 1000;
const SURROGATE_PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Returns the selectors of a passage of a text. */
export function selectorsOf(text: string, { start, end }: Passage): Selectors {
  const before = characterBoundary(text, Math.max(0, start - CONTEXT_LENGTH));
  const after = characterBoundary(text, Math.min(text.length, end + CONTEXT_LENGTH));
  const first = countCharacters(text, 0, start);
  return [
    {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: text.slice(before, start),
      suffix: text.slice(end, after),
    },
    { type: "TextPositionSelector", start: first, end: first + countCharacters(text, start, end) },
  ];
}

/**
 * Finds the passage that selectors describe in a text that may have changed: at its old position, else by its text, else by
 * an approximate match. Undefined if nothing is similar enough.
 */
export function resolveSelectors(source: SearchableText, [quote, position]: Selectors): Passage | undefined {
  const { normal, index } = source;
  const { original } = normal;
  const start = codeUnitOffset(original, position.start);
  const end = start + quote.exact.length;
  const isUnchanged =
    original.startsWith(quote.exact, start) &&
    original.slice(0, start).endsWith(quote.prefix) &&
    original.startsWith(quote.suffix, end);
  if (isUnchanged) return { start, end };
  const query = normalize(quote.exact).text;
  if (query === "") return undefined;
  const context = contextOf(source, [quote, position]);
  const exactMatches = findOccurrences(index, query, MAX_MATCHES).map((at) => {
    const match = { start: at, end: at + query.length };
    return { ...match, score: scoreOf(normal.text, match, 0, context) };
  });
  const [exactMatch] = exactMatches.sort((a, b) => b.score - a.score);
  if (exactMatch !== undefined) return toOriginalRange(normal, exactMatch);
  const [approximateMatch] = rankedMatches(source, query, context);
  if (approximateMatch === undefined) return undefined;
  const passage = expandMatch(normal, approximateMatch, quote.exact);
  const passageText = collapseWhiteSpace(original.slice(passage.start, passage.end));
  return isSimilarEnough(source, approximateMatch, passageText, quote.exact, context) ? passage : undefined;
}

/** Returns the match context that selectors describe, in offsets of the normalized text. */
export const contextOf = ({ normal }: SearchableText, [{ prefix, suffix }, { start }]: Selectors): MatchContext => ({
  prefix: normalize(prefix).text,
  suffix: normalize(suffix).text,
  hint: normalOffsetOf(normal.offsets, codeUnitOffset(normal.original, start)),
});

/** Returns the number of code points in a range of a text. */
const countCharacters = (text: string, start: number, end: number): number =>
  end - start - (text.slice(start, end).match(SURROGATE_PAIR)?.length ?? 0);

/** Converts a code point offset to a UTF-16 offset. */
function codeUnitOffset(text: string, characters: number): number {
  let at = 0;
  for (let left = characters; left > 0 && at < text.length; left--) at += isSurrogatePair(text, at) ? 2 : 1;
  return at;
}

/** Returns the offset, moved back by one if it splits a surrogate pair. */
const characterBoundary = (text: string, at: number): number => (isSurrogatePair(text, at - 1) ? at - 1 : at);

const isSurrogatePair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;

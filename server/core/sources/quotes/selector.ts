/**
 * Where a passage stands, in the terms of the Web Annotation Data Model of the W3C: by its words with those around it, and
 * by its position. So it can be told to others, and found again when the article has changed a little.
 */
import type { Passage } from "../article.ts";
import { collapseWhiteSpace, normalise, toOriginalRange } from "../text/normalise.ts";
import {
  expandMatch,
  isSimilarEnough,
  type MatchContext,
  normalOffsetOf,
  rankedMatches,
  scoreOf,
} from "./approximateMatch.ts";
import type { SearchableText } from "./findQuote.ts";
import { findOccurrences } from "./substringIndex.ts";

export interface TextQuoteSelector {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Positions count characters, not UTF-16 units. */
export interface TextPositionSelector {
  readonly type: "TextPositionSelector";
  readonly start: number;
  readonly end: number;
}

export type Selectors = readonly [TextQuoteSelector, TextPositionSelector];

/** A sentence or so on each side, as others have it. */
const CONTEXT_LENGTH = 32;
const MAX_MATCHES = 1000;
const SURROGATE_PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Describes a passage of a text. */
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

/** The passage that selectors describe, in a text that may have changed meanwhile; undefined where nothing comes near. */
export function resolveSelectors(source: SearchableText, [quote, position]: Selectors): Passage | undefined {
  const { normal, index } = source;
  const { original } = normal;
  const start = codeUnitOffset(original, position.start);
  const end = start + quote.exact.length;
  const isThere =
    original.startsWith(quote.exact, start) &&
    original.slice(0, start).endsWith(quote.prefix) &&
    original.startsWith(quote.suffix, end);
  if (isThere) return { start, end };
  const words = normalise(quote.exact).text;
  if (words === "") return undefined;
  const context = contextOf(source, [quote, position]);
  const exact = findOccurrences(index, words, MAX_MATCHES).map((at) => {
    const place = { start: at, end: at + words.length };
    return { ...place, score: scoreOf(normal.text, place, 0, context) };
  });
  const [exactMatch] = exact.sort((a, b) => b.score - a.score);
  if (exactMatch !== undefined) return toOriginalRange(normal, exactMatch);
  const [near] = rankedMatches(source, words, context);
  if (near === undefined) return undefined;
  const place = expandMatch(normal, near, quote.exact);
  const there = collapseWhiteSpace(original.slice(place.start, place.end));
  return isSimilarEnough(source, near, there, quote.exact, context) ? place : undefined;
}

/** What selectors say of where a passage should stand in a text. */
export const contextOf = ({ normal }: SearchableText, [{ prefix, suffix }, { start }]: Selectors): MatchContext => ({
  prefix: normalise(prefix).text,
  suffix: normalise(suffix).text,
  hint: normalOffsetOf(normal.offsets, codeUnitOffset(normal.original, start)),
});

/** How many characters a stretch of a text has. */
const countCharacters = (text: string, start: number, end: number): number =>
  end - start - (text.slice(start, end).match(SURROGATE_PAIR)?.length ?? 0);

/** How many UTF-16 units the first characters of a text have. */
function codeUnitOffset(text: string, characters: number): number {
  let at = 0;
  for (let left = characters; left > 0 && at < text.length; left--) at += isSurrogatePair(text, at) ? 2 : 1;
  return at;
}

/** An offset, or the one before it where it stands within a character. */
const characterBoundary = (text: string, at: number): number => (isSurrogatePair(text, at - 1) ? at - 1 : at);

const isSurrogatePair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;

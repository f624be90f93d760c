/**
 * Where a passage stands, in the terms of the Web Annotation Data Model of the W3C: by its words with those around it, and
 * by its position. So it can be told to others, and found again when the article has changed a little.
 */
import type { Passage } from "../article.ts";
import { inOriginal, normalise, onOneLine } from "../text/normalise.ts";
import { type Context, isLike, nearestTo, readable, scoreOf, unitAt } from "./approximateMatch.ts";
import type { Searchable } from "./findQuote.ts";
import { occurrencesOf } from "./substringIndex.ts";

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
const AROUND = 32;
const MOST_PLACES = 1000;
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Describes a passage of a text. */
export function selectorsOf(text: string, { start, end }: Passage): Selectors {
  const before = betweenCharacters(text, Math.max(0, start - AROUND));
  const after = betweenCharacters(text, Math.min(text.length, end + AROUND));
  const first = charactersIn(text, 0, start);
  return [
    {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: text.slice(before, start),
      suffix: text.slice(end, after),
    },
    { type: "TextPositionSelector", start: first, end: first + charactersIn(text, start, end) },
  ];
}

/** The passage that selectors describe, in a text that may have changed meanwhile; undefined where nothing comes near. */
export function findSelectors(source: Searchable, [quote, position]: Selectors): Passage | undefined {
  const { normal, index } = source;
  const { original } = normal;
  const start = unitsBefore(original, position.start);
  const end = start + quote.exact.length;
  const isThere =
    original.startsWith(quote.exact, start) &&
    original.slice(0, start).endsWith(quote.prefix) &&
    original.startsWith(quote.suffix, end);
  if (isThere) return { start, end };
  const words = normalise(quote.exact).text;
  if (words === "") return undefined;
  const context = contextOf(source, [quote, position]);
  const exact = occurrencesOf(index, words, MOST_PLACES).map((at) => {
    const place = { start: at, end: at + words.length };
    return { ...place, score: scoreOf(normal.text, place, 0, context) };
  });
  const [again] = exact.sort((a, b) => b.score - a.score);
  if (again !== undefined) return inOriginal(normal, again);
  const [near] = nearestTo(source, words, context);
  if (near === undefined) return undefined;
  const place = readable(normal, near, quote.exact);
  const there = onOneLine(original.slice(place.start, place.end));
  return isLike(source, near, there, quote.exact, context) ? place : undefined;
}

/** What selectors say of where a passage should stand in a text. */
export const contextOf = ({ normal }: Searchable, [{ prefix, suffix }, { start }]: Selectors): Context => ({
  prefix: normalise(prefix).text,
  suffix: normalise(suffix).text,
  hint: unitAt(normal.offsets, unitsBefore(normal.original, start)),
});

/** How many characters a stretch of a text has. */
const charactersIn = (text: string, start: number, end: number): number =>
  end - start - (text.slice(start, end).match(PAIR)?.length ?? 0);

/** How many UTF-16 units the first characters of a text have. */
function unitsBefore(text: string, characters: number): number {
  let at = 0;
  for (let left = characters; left > 0 && at < text.length; left--) at += isPair(text, at) ? 2 : 1;
  return at;
}

/** An offset, or the one before it where it stands within a character. */
const betweenCharacters = (text: string, at: number): number => (isPair(text, at - 1) ? at - 1 : at);

const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;

/** Splits a quote at ellipses and bracketed insertions into parts that must occur contiguously in the source. */
import { type Dash, normalize } from "./normalize.ts";

/** Words of a quote that must occur contiguously in the source. */
export interface QuotePart {
  /** The text as it is written in the quote. */
  readonly original: string;
  /** The normalized text. */
  readonly text: string;
  readonly dashes: readonly Dash[];
  /** The maximum distance from the part before, in UTF-16 units; undefined if any distance is allowed. */
  readonly maxGap: number | undefined;
  /** Whether the part may start inside a word, because it follows a bracket, as in “[T]he”. */
  readonly canStartInsideWord: boolean;
  /** Whether the part may end inside a word, because a bracket follows. */
  readonly canEndInsideWord: boolean;
}

/** Ellipses and insertions: `…`, `...`, `. . .`, `[...]`, `[the]`. */
const GAP = /\[[^\][]*\]|…|\.(?:\s?\.){2,}/g;
const ELLIPSIS = /^(?:\[\s*)?(?:…|\.(?:\s?\.){2,})(?:\s*\])?$/;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const OPENING_QUOTES = /^["'`‘’‚‛“”„‟«»‹›「『〝＂]+/;
const CLOSING_QUOTES = /["'`‘’‛“”‟«»‹›」』〞〟＂]/;
/** How far the parts around a bracketed insertion may be apart: it may replace a few words of the source. */
const INSERTION_GAP = 80;
/** The limit for consecutive insertions. */
const MAX_GAP = 1000;
/** How often `isInSource` is called at most. Few sources contain many literal brackets and ellipses. */
const MAX_TRIES = 100;

/** Text that `normalize` would not change. */
const PLAIN = /^[!#-,./0-_a-~]{0,100}$/;
const NO_DASHES: readonly Dash[] = [];

interface Gap {
  readonly start: number;
  readonly end: number;
  readonly isEllipsis: boolean;
}

/**
 * Splits a quote into its parts, in order. Empty if the quote consists only of ellipses and insertions.
 *
 * @param isInSource whether the source contains a part literally. If so, a bracket or `…` in the part does not split it.
 */
export function splitQuote(
  quote: string,
  isInSource: (part: QuotePart) => boolean = () => false,
): readonly QuotePart[] {
  const gaps = gapsOf(quote);
  const parts: QuotePart[] = [];
  let maxGap: number | undefined;
  let tries = MAX_TRIES;
  for (let from = 0; from <= gaps.length; from++) {
    const first = from;
    let part = partBetween(quote, gaps[from - 1], gaps[from], maxGap);
    for (; from < gaps.length && tries > 0; from++) {
      const [before, after] = [gaps[first - 1], gaps[from + 1]];
      if (!WORD_CHARACTER.test(quote.slice(before?.end, after?.start))) break;
      const longer = partBetween(quote, before, after, maxGap);
      tries--;
      if (!isInSource(longer)) break;
      part = longer;
    }
    if (part.text !== "") {
      parts.push(part);
      maxGap = 0;
    }
    const gap = gaps[from];
    if (gap === undefined || gap.isEllipsis || maxGap === undefined) maxGap = undefined;
    else maxGap = Math.min(MAX_GAP, maxGap + INSERTION_GAP + gap.end - gap.start);
  }
  return parts;
}

const gapsOf = (quote: string): readonly Gap[] =>
  [...quote.matchAll(GAP)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    isEllipsis: ELLIPSIS.test(written),
  }));

/** Returns the part between two gaps, or between a gap and the start or end of the quote. */
function partBetween(
  quote: string,
  before: Gap | undefined,
  after: Gap | undefined,
  maxGap: number | undefined,
): QuotePart {
  const [from, to] = [before?.end ?? 0, after?.start ?? quote.length];
  let original = quote.slice(from, to).trim();
  // Quotation marks around the whole quote are not part of the source; those inside are.
  if (before === undefined) original = original.replace(OPENING_QUOTES, "").trimStart();
  if (after === undefined) original = stripTrailingMarks(original).trimEnd();
  const { text, dashes } = PLAIN.test(original) ? { text: original, dashes: NO_DASHES } : normalize(original);
  return {
    original,
    text,
    dashes,
    maxGap,
    canStartInsideWord: before?.isEllipsis === false && !/\s/.test(quote.charAt(from)),
    canEndInsideWord: after?.isEllipsis === false && !/\s/.test(quote.charAt(to - 1)),
  };
}

function stripTrailingMarks(text: string): string {
  // Not a regular expression, which would backtrack at each of many marks that are not at the end.
  let end = text.length;
  while (CLOSING_QUOTES.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

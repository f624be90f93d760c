/** Quotes cut into the words that have to stand together, by what is left out and put in. */
import { type Dash, normalise } from "../text/normalise.ts";

/** Words that must stand together, and how far from those before: undefined where any distance is right. */
export interface QuotePart {
  /** As they are written. */
  readonly original: string;
  readonly text: string;
  readonly dashes: readonly Dash[];
  readonly maxGap: number | undefined;
  /** Whether they may begin, and end, within a word: beside a bracket, as in “[T]he”. */
  readonly canStartInsideWord: boolean;
  readonly canEndInsideWord: boolean;
}

/** Words left out, and words put in: `…`, `...`, `. . .`, `[...]`, `[the]`. */
const GAP = /\[[^\][]*\]|…|\.(?:\s?\.){2,}/g;
const ELLIPSIS = /^(?:\[\s*)?(?:…|\.(?:\s?\.){2,})(?:\s*\])?$/;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const OPENING_QUOTES = /^["'`‘’‚‛“”„‟«»‹›「『〝＂]+/;
const CLOSING_QUOTES = /["'`‘’‛“”‟«»‹›」』〞〟＂]/;
/** How far the words around a bracketed insertion may be apart: it may stand for some words of the source, not for a page. */
const INSERTION_GAP = 80;
/** However many insertions follow each other. */
const MAX_GAP = 1000;
/** An article that is quoted has few brackets and ellipses of its own. */
const MAX_TRIES = 100;

/** What stays as it is, as most of what stands between many gaps. */
const PLAIN = /^[!#-,./0-_a-~]{0,100}$/;
const NO_DASHES: readonly Dash[] = [];

interface Gap {
  readonly start: number;
  readonly end: number;
  readonly isEllipsis: boolean;
}

/**
 * The parts of a quote that have to be found, in order. None where all that it has is left out or put in.
 *
 * @param isInSource whether the source has these words just so: then a bracket or `…` in them is its own, and parts nothing
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

/** The words between two gaps, or between one and an end of the quote. */
function partBetween(
  quote: string,
  before: Gap | undefined,
  after: Gap | undefined,
  maxGap: number | undefined,
): QuotePart {
  const [from, to] = [before?.end ?? 0, after?.start ?? quote.length];
  let original = quote.slice(from, to).trim();
  // The marks around the whole are the quote's own; those inside are its source's.
  if (before === undefined) original = original.replace(OPENING_QUOTES, "").trimStart();
  if (after === undefined) original = stripTrailingMarks(original).trimEnd();
  const { text, dashes } = PLAIN.test(original) ? { text: original, dashes: NO_DASHES } : normalise(original);
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
  // Backwards by hand: an expression would begin anew at each of many marks that do not stand at the end.
  let end = text.length;
  while (end > 0 && CLOSING_QUOTES.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Quotes cut into the words that have to stand together, by what is left out and put in. */
import { type Dash, normalise } from "../text/normalise.ts";

/** Words that must stand together, and how far from those before: undefined where any distance is right. */
export interface Part {
  /** As they are written. */
  readonly written: string;
  readonly text: string;
  readonly dashes: readonly Dash[];
  readonly reach: number | undefined;
  /** Whether they may begin, and end, within a word: beside a bracket, as in “[T]he”. */
  readonly beginsWithin: boolean;
  readonly endsWithin: boolean;
}

/** Words left out, and words put in: `…`, `...`, `. . .`, `[...]`, `[the]`. */
const GAP = /\[[^\][]*\]|…|\.(?:\s?\.){2,}/g;
const LEFT_OUT = /^(?:\[\s*)?(?:…|\.(?:\s?\.){2,})(?:\s*\])?$/;
const OF_WORDS = /[\p{L}\p{N}]/u;
const MARK_BEFORE = /^["'`‘’‚‛“”„‟«»‹›「『〝＂]+/;
const MARK_AFTER = /["'`‘’‛“”‟«»‹›」』〞〟＂]/;
/** How far the words around a bracketed insertion may be apart: it may stand for some words of the source, not for a page. */
const INSERTION_REACH = 80;
/** However many insertions follow each other. */
const MOST_REACH = 1000;
/** An article that is quoted has few brackets and ellipses of its own. */
const MOST_TRIES = 100;

/** What stays as it is, as most of what stands between many gaps. */
const PLAIN = /^[!#-,./0-_a-~]{0,100}$/;
const NONE: readonly Dash[] = [];

interface Gap {
  readonly start: number;
  readonly end: number;
  readonly isLeftOut: boolean;
}

/**
 * The parts of a quote that have to be found, in order. None where all that it has is left out or put in.
 *
 * @param isThere whether the source has these words just so: then a bracket or `…` in them is its own, and parts nothing
 */
export function partsOf(quote: string, isThere: (part: Part) => boolean = () => false): readonly Part[] {
  const gaps = gapsOf(quote);
  const parts: Part[] = [];
  let reach: number | undefined;
  let tries = MOST_TRIES;
  for (let from = 0; from <= gaps.length; from++) {
    const first = from;
    let part = partBetween(quote, gaps[from - 1], gaps[from], reach);
    for (; from < gaps.length && tries > 0; from++) {
      const [before, after] = [gaps[first - 1], gaps[from + 1]];
      if (!OF_WORDS.test(quote.slice(before?.end, after?.start))) break;
      const longer = partBetween(quote, before, after, reach);
      tries--;
      if (!isThere(longer)) break;
      part = longer;
    }
    if (part.text !== "") {
      parts.push(part);
      reach = 0;
    }
    const gap = gaps[from];
    if (gap === undefined || gap.isLeftOut || reach === undefined) reach = undefined;
    else reach = Math.min(MOST_REACH, reach + INSERTION_REACH + gap.end - gap.start);
  }
  return parts;
}

const gapsOf = (quote: string): readonly Gap[] =>
  [...quote.matchAll(GAP)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    isLeftOut: LEFT_OUT.test(written),
  }));

/** The words between two gaps, or between one and an end of the quote. */
function partBetween(quote: string, before: Gap | undefined, after: Gap | undefined, reach: number | undefined): Part {
  const [from, to] = [before?.end ?? 0, after?.start ?? quote.length];
  let written = quote.slice(from, to).trim();
  // The marks around the whole are the quote's own; those inside are its source's.
  if (before === undefined) written = written.replace(MARK_BEFORE, "").trimStart();
  if (after === undefined) written = withoutMarksAfter(written).trimEnd();
  const { text, dashes } = PLAIN.test(written) ? { text: written, dashes: NONE } : normalise(written);
  return {
    written,
    text,
    dashes,
    reach,
    beginsWithin: before?.isLeftOut === false && !/\s/.test(quote.charAt(from)),
    endsWithin: after?.isLeftOut === false && !/\s/.test(quote.charAt(to - 1)),
  };
}

function withoutMarksAfter(text: string): string {
  // Backwards by hand: an expression would begin anew at each of many marks that do not stand at the end.
  let end = text.length;
  while (end > 0 && MARK_AFTER.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

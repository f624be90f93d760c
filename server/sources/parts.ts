/** Quotes cut into the words that have to stand together, by what is left out and put in. */
import { type Dash, normalise } from "./normal.ts";

/** Words that must stand together, and how far from those before: undefined where any distance is right. */
export interface Part {
  /** As they are written. */
  readonly written: string;
  readonly text: string;
  readonly dashes: readonly Dash[];
  readonly reach: number | undefined;
}

/** Words left out, and words put in: `…`, `...`, `[...]`, `[the]`. */
const GAP = /\[[^\][]*\]|…|\.\.\./g;
const LEFT_OUT = /^(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)$/;
const MARK_BEFORE = /^["'`‘’‚‛“”„‟«»‹›「『〝＂]+/;
const MARK_AFTER = /["'`‘’‛“”‟«»‹›」』〞〟＂]/;
/** How far the words around a bracketed insertion may be apart: it may stand for some words of the source, not for a page. */
const INSERTION_REACH = 80;
/** However many insertions follow each other. */
const MOST_REACH = 1000;

/** The parts of a quote that have to be found, in order. */
export function partsOf(quote: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  let reach: number | undefined;
  const add = (to: number): void => {
    let written = quote.slice(from, to).trim();
    // The marks around the whole are the quote's own; those inside are its source's.
    if (from === 0) written = written.replace(MARK_BEFORE, "").trimStart();
    if (to === quote.length) written = withoutMarksAfter(written).trimEnd();
    const { text, dashes } = normalise(written);
    if (text !== "") parts.push({ written, text, dashes, reach: parts.length === 0 ? undefined : reach });
    if (text !== "") reach = 0;
  };
  for (const gap of quote.matchAll(GAP)) {
    add(gap.index);
    from = gap.index + gap[0].length;
    if (LEFT_OUT.test(gap[0]) || reach === undefined) reach = undefined;
    else reach = Math.min(MOST_REACH, reach + INSERTION_REACH + gap[0].length);
  }
  add(quote.length);
  return parts;
}

function withoutMarksAfter(text: string): string {
  // Backwards by hand: an expression would begin anew at each of many marks that do not stand at the end.
  let end = text.length;
  while (end > 0 && MARK_AFTER.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Leaves out the quotation marks at the ends of a passage whose other halves are outside it. */
import type { Passage } from "../article.ts";

/** The marks that may end what a mark begins. Languages differ: „German“, »Danish«, ”Swedish”, »Finnish». */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”',
  "“": '”"',
  "„": '“”"',
  "”": "”",
  "«": "»",
  "»": "«»",
  "‹": "›",
  "›": "‹›",
  "「": "」",
  "『": "』",
};
const MARK = /["“”„«»‹›「」『』]/g;
/** The marks that are opening ones if neither side says otherwise. */
const USUAL_OPENERS = '"“„«‹「『';
const BEFORE_OPENER = /^$|[\s([{–—]/u;
const AFTER_CLOSER = /^$|[\s)\]},.;:!?…–—]/u;
const COMMA_END = /,$/;
/** White space and punctuation after a closing mark. They are left out with the mark. */
const AFTER_MARK = /^[\s,.;:!?，。；：！？]*/u;

/**
 * Returns a passage without the quotation marks at its ends whose other halves are not in it, without a comma before such a
 * mark, and without white space at its ends.
 */
export function withoutUnpairedMarks(text: string, { start, end }: Passage): Passage {
  const unpaired = unpairedMarks(text, { start, end });
  let [from, to] = [start, end];
  const isUnpairedEnd = (at: number): boolean =>
    // A mark after a digit may mean inches.
    unpaired.has(at) && !('"”'.includes(text.charAt(at)) && /\d/.test(text.charAt(at - 1)));
  while (from < to && (unpaired.has(from) || /\s/.test(text.charAt(from)))) {
    const isMark = unpaired.has(from);
    from++;
    if (isMark) from += AFTER_MARK.exec(text.slice(from, to))?.[0].length ?? 0;
  }
  while (to > from && (isUnpairedEnd(to - 1) || /\s/.test(text.charAt(to - 1)))) {
    const isMark = unpaired.has(to - 1);
    to--;
    if (isMark && COMMA_END.test(text.slice(from, to))) to--;
  }
  return { start: from, end: to };
}

/** Returns the offsets of the marks in a passage that have no other half in it. */
function unpairedMarks(text: string, { start, end }: Passage): ReadonlySet<number> {
  const unpaired = new Set<number>();
  const open: number[] = [];
  const closes = (opener: number, mark: string): boolean => CLOSERS[text.charAt(opener)]?.includes(mark) === true;
  for (const { 0: mark, index } of text.slice(start, end).matchAll(MARK)) {
    const at = start + index;
    const side = sideOf(text, at);
    const opener = side === "opening" ? -1 : open.findLastIndex((one) => closes(one, mark));
    if (opener >= 0) {
      for (const skipped of open.splice(opener).slice(1)) unpaired.add(skipped);
    } else if (side === "opening" || (side === undefined && USUAL_OPENERS.includes(mark))) open.push(at);
    else unpaired.add(at);
  }
  for (const opener of open) unpaired.add(opener);
  return unpaired;
}

/** Returns whether a mark begins or ends a quotation, as its neighbors show; undefined if they do not. */
function sideOf(text: string, at: number): "opening" | "closing" | undefined {
  const mark = text.charAt(at);
  if ("„「『".includes(mark)) return "opening";
  if ("」』".includes(mark)) return "closing";
  const followsSpace = BEFORE_OPENER.test(text.charAt(at - 1));
  const precedesSpace = AFTER_CLOSER.test(text.charAt(at + 1));
  if (followsSpace === precedesSpace) return undefined;
  return followsSpace ? "opening" : "closing";
}

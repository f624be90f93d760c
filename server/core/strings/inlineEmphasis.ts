/** Pairs the asterisks around emphasis, as “process emphasis” of CommonMark does, in linear time. */

/** Columns of a text: UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A run of asterisks; `start` to `end` are those that are not paired yet. */
export interface Delimiter {
  start: number;
  end: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** Words between two pairs of one or two asterisks, with these. */
export interface Emphasis extends TextRange {
  readonly size: 1 | 2;
}

const ASTERISKS = /\*+/y;

/** Reads a run of asterisks: it opens emphasis before a word, and closes it after one. */
export function delimiterAt(paragraph: string, start: number): Delimiter {
  ASTERISKS.lastIndex = start;
  ASTERISKS.test(paragraph);
  const end = ASTERISKS.lastIndex;
  const [before, after] = [kindOf(paragraph.charAt(start - 1)), kindOf(paragraph.charAt(end))];
  return {
    start,
    end,
    canOpen: after === "letter" || (after === "punctuation" && before !== "letter"),
    canClose: before === "letter" || (before === "punctuation" && after !== "letter"),
  };
}

function kindOf(character: string): "space" | "punctuation" | "letter" {
  if (character === "" || /\s/u.test(character)) return "space";
  return /[\p{P}\p{S}]/u.test(character) ? "punctuation" : "letter";
}

/** The number of kinds of closers that differ in which runs can open for them. */
const CLOSER_KINDS = 6;
const closerKindOf = (closer: Delimiter): number => (lengthOf(closer) % 3) + (closer.canOpen ? 3 : 0);
const lengthOf = ({ start, end }: TextRange): number => end - start;

/** Pairs runs of asterisks, from the first that closes. The runs are in the order of the text; those left over are text. */
export function pairDelimiters(delimiters: readonly Delimiter[]): readonly Emphasis[] {
  const found: Emphasis[] = [];
  const openers: Delimiter[] = [];
  /** For each kind of closer, how many of the first openers cannot open for it, so that they are not searched again. */
  const searched = new Array<number>(CLOSER_KINDS).fill(0);
  const truncate = (length: number): void => {
    openers.length = length;
    for (let kind = 0; kind < CLOSER_KINDS; kind++) searched[kind] = Math.min(searched[kind] ?? 0, length);
  };
  for (const closer of delimiters) {
    while (closer.canClose && lengthOf(closer) > 0) {
      const kind = closerKindOf(closer);
      const least = searched[kind] ?? 0;
      let index = openers.length - 1;
      while (index >= least && !opens(openers[index], closer)) index--;
      const opener = openers[index];
      if (index < least || opener === undefined) {
        searched[kind] = openers.length;
        break;
      }
      const size = lengthOf(opener) > 1 && lengthOf(closer) > 1 ? 2 : 1;
      found.push({ size, start: opener.end - size, end: closer.start + size });
      opener.end -= size;
      closer.start += size;
      // Runs between the two are text. The length of the opener has changed, so that it may open for other closers.
      truncate(index);
      if (lengthOf(opener) > 0) openers.push(opener);
    }
    if (closer.canOpen && lengthOf(closer) > 0) openers.push(closer);
  }
  return found;
}

/** Whether two runs can be paired. If one of them could do both, their lengths must not add up to a multiple of three. */
const opens = (opener: Delimiter | undefined, closer: Delimiter): boolean =>
  opener !== undefined &&
  !(
    (opener.canClose || closer.canOpen) &&
    (lengthOf(opener) + lengthOf(closer)) % 3 === 0 &&
    lengthOf(closer) % 3 !== 0
  );

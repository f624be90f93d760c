/** Random articles, and distorted quotes of their passages. */
import fc from "fast-check";

const letters = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), minLength: 3, maxLength: 11 });
/** Words, some with characters that are hard to compare. */
const word = fc.oneof(
  { weight: 12, arbitrary: letters },
  { weight: 1, arbitrary: letters.map((one) => `${one},`) },
  { weight: 1, arbitrary: letters.map((one) => `“${one}”`) },
  { weight: 1, arbitrary: letters.map((one) => `${one}’s`) },
  { weight: 1, arbitrary: fc.tuple(letters, letters).map((two) => two.join("-")) },
  { weight: 1, arbitrary: letters.map((one) => `${one} — `.trim()) },
  { weight: 1, arbitrary: letters.map((one) => `caf\u00e9${one}`) },
  { weight: 1, arbitrary: letters.map((one) => `ﬁ${one}`) },
  { weight: 1, arbitrary: letters.map((one) => `${one}.`) },
  { weight: 1, arbitrary: fc.constantFrom("空气", "进城的车少了", "😀x", "5", "1,000") },
);

/** Returns letters that are unique for a number. */
export const lettersFor = (number: number): string =>
  [...String(number)].map((digit) => String.fromCharCode(97 + Number(digit))).join("");

/** Paragraphs of words. The words are practically unique, so that each passage occurs only once. */
export const paragraphs = fc
  .array(fc.array(word, { minLength: 12, maxLength: 40 }), { minLength: 1, maxLength: 6 })
  .map((all) =>
    all.map((words, paragraph) =>
      words.map((one, index) => one.replace(/[a-z]{3,}/, (plain) => plain + lettersFor(100 * paragraph + index))),
    ),
  );

/** A passage of whole words. The first and the last consist of letters only, so that no punctuation at the ends is ignored. */
export interface CutPassage {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
}

const PLAIN = /^[a-z]{3,}$/;

/** Cuts a passage of at least `minWords` words out of a text; undefined if there is none after `startWord`. */
export function cutPassage(text: string, startWord: number, length: number, minWords: number): CutPassage | undefined {
  const words = [...text.matchAll(/\S+/g)];
  const first = words.findIndex(({ 0: one }, index) => index >= startWord % words.length && PLAIN.test(one));
  if (first < 0) return undefined;
  const last = words.findIndex(({ 0: one }, index) => index >= first + minWords - 1 + (length % 20) && PLAIN.test(one));
  if (last < 0) return undefined;
  const end = words[last];
  return {
    words: words.slice(first, last + 1).map(({ 0: one }) => one),
    start: words[first]?.index ?? 0,
    end: (end?.index ?? 0) + (end?.[0].length ?? 0),
  };
}

/** Characters that are equivalent to the first one of each list. */
const EQUIVALENTS: readonly (readonly string[])[] = [
  ["“", '"', "„", "«"],
  ["”", '"', "“", "»"],
  ["’", "'", "‘"],
  ["—", "--", "–", "-"],
  ["-", "‐", "‑"],
  ["é", "e\u0301"],
  ["ﬁ", "fi"],
];
const SPACES = [" ", "  ", "\n", " \n\t", "\u00a0"];

/** Joins words with other white space, quotation marks and dashes, and occasional soft hyphens, as in text copied from elsewhere. */
export function distort(words: readonly string[], nextNumber: () => number): string {
  const pick = <T>(list: readonly T[], fallback: T): T => list[nextNumber() % list.length] ?? fallback;
  const distorted = words.map((word) => {
    const characters = [...word].map((character) =>
      pick(EQUIVALENTS.find(([shape]) => shape === character) ?? [], character),
    );
    if (nextNumber() % 5 === 0) characters.splice(nextNumber() % characters.length, 0, "\u00ad");
    return characters.join("");
  });
  return distorted.reduce((text, word) => text + pick(SPACES, " ") + word);
}

/** Returns a generator of pseudo-random non-negative numbers, the same for each seed. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state >>> 3;
  };
}

/** Fragments of HTML and Markdown, mostly malformed. */
export const markupPieces = fc.array(
  fc.constantFrom(
    ..."a,b ,é,\n,\n\n,  ,&amp;,&,<b>,</b>,<p>,</p>,<br>,<td>,<q>,</q>,<p/>,<i/>,<script/>,<![CDATA[,]]>,<pre>,</pre>,<p hidden>,<script>,</script>,<!--,-->".split(
      ",",
    ),
    ..."*,**,_,`,[,](x),> ,* ,1. ,# ,- [ ] ,```\n,|,|-|\n,\n>,\n> > ,\\,\r\n,\t,---\n,    ,~~,[^1],[^1]: ,![,\u00ad,😀".split(
      ",",
    ),
  ),
  { maxLength: 40 },
);

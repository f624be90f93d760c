/** Articles at random, and what a careless hand makes of a passage of one. */
import fc from "fast-check";

/** Words, some with what makes comparing hard. */
const letters = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), minLength: 3, maxLength: 11 });
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

/** Letters for a number, other ones for each. */
export const lettersFor = (number: number): string =>
  [...String(number)].map((digit) => String.fromCharCode(97 + Number(digit))).join("");

/** Paragraphs of words. Hardly two are alike, so that each passage stands only once. */
export const paragraphs = fc
  .array(fc.array(word, { minLength: 12, maxLength: 40 }), { minLength: 1, maxLength: 6 })
  .map((all) =>
    all.map((words, paragraph) =>
      words.map((one, index) => one.replace(/[a-z]{3,}/, (plain) => plain + lettersFor(100 * paragraph + index))),
    ),
  );

/** A passage of an article: from one word of it to another, both of letters only, so that all of it counts. */
export interface CutPassage {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
}

const PLAIN = /^[a-z]{3,}$/;

/** Cuts a passage of at least so many words out of a text; undefined where that has none there. */
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

/** What may stand for what. */
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

/** Words as somebody copied them from elsewhere: other white space, marks and dashes, a soft hyphen now and then. */
export function distort(words: readonly string[], nextNumber: () => number): string {
  const pick = <T>(list: readonly T[], otherwise: T): T => list[nextNumber() % list.length] ?? otherwise;
  const distorted = words.map((word) => {
    const characters = [...word].map((character) =>
      pick(EQUIVALENTS.find(([shape]) => shape === character) ?? [], character),
    );
    if (nextNumber() % 5 === 0) characters.splice(nextNumber() % characters.length, 0, "\u00ad");
    return characters.join("");
  });
  return distorted.reduce((text, word) => text + pick(SPACES, " ") + word);
}

/** Numbers from 0 on, always the same for one seed. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state >>> 3;
  };
}

import { expect, test } from "vitest";
import { expandPassage, expandToBrackets } from "../../../../server/core/articles/quotes/expandPassage.ts";

/** Expands the passage between ‹ and ›, and marks the result in the same way. */
function expanded(marked: string, expand: (text: string, passage: { start: number; end: number }) => unknown): string {
  const text = marked.replace(/[‹›]/g, "");
  const { start, end } = expand(text, { start: marked.indexOf("‹"), end: marked.indexOf("›") - 1 }) as {
    start: number;
    end: number;
  };
  return `${text.slice(0, start)}‹${text.slice(start, end)}›${text.slice(end)}`;
}

const isInWord = (text: string) => (at: number) => /\w\w/.test(text.slice(at - 1, at + 1));

test.each([
  ["the a‹ir g›ot", "the ‹air got›"],
  ["‹ the air \n›got", "‹the air› got".replace("› ", "› \n").replace("‹", " ‹")],
  ["the‹  ›air", "the  ‹›air"],
  ["ai‹r› got", "‹air› got"],
])("a passage is moved out of what it divides, and trimmed: %j", (marked, expectedText) =>
  expect(expanded(marked, (text, passage) => expandPassage(text, passage, isInWord(text)))).toBe(expectedText),
);

const far = "x".repeat(120);

test.each([
  ["see [1‹2] and› so", "see ‹[12] and› so"],
  ["see ‹so [1›2] and", "see ‹so [12]› and"],
  ["see [1‹2] and [1›3] so", "see ‹[12] and [13]› so"],
  ["see ‹[12] and› so", "see ‹[12] and› so"],
  ["see [‹12›] so", "see [‹12›] so"],
  ["a] x‹2] and› so", "a] x‹2] and› so"],
  ["a ‹so [1› [2]", "a ‹so [1› [2]"],
  [`[${far}‹2] and›`, `[${far}‹2] and›`],
  [`‹so [1›${far}]`, `‹so [1›${far}]`],
])("a passage that cuts a bracket includes all of it, if that is near: %j", (marked, expectedText) =>
  expect(expanded(marked, expandToBrackets)).toBe(expectedText),
);

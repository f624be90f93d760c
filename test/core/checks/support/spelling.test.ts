/** Which words are offered in the place of another. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  canBeNear,
  editDistance,
  maxEditDistance,
  nearest,
  SpellingIndex,
} from "../../../../server/core/checks/support/spelling.ts";

const word = fc.string({ unit: fc.constantFrom(..."abcdeÄß1-"), minLength: 1, maxLength: 12 });

test("the nearest of few words are those that all of them compared would give", () => {
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { maxLength: 40 }), (one, words) => {
      const all = words
        .map((other) => ({ other, far: editDistance(one.toLowerCase(), other.toLowerCase()) }))
        .filter(({ other, far }) => Math.max(far, Math.abs(other.length - one.length)) <= maxEditDistance(one))
        .sort((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1));
      expect(nearest(one, words)).toEqual(all.slice(0, 3).map(({ other }) => other));
      // Words that cannot be near change nothing.
      expect(new SpellingIndex(words.filter((other) => canBeNear(one, other))).nearestWords(one)).toEqual(
        nearest(one, words),
      );
    }),
    { numRuns: 2000 },
  );
});

test("of thousands that are near the same are found in whatever order they came", () => {
  const words = Array.from({ length: 3000 }, (_, index) => `an-unknown-${index}`);
  const mistaken = "an-unknwn-2998";
  const [first] = nearest(mistaken, words);
  expect(first).toBe("an-unknown-2998");
  expect(nearest(mistaken, words.toReversed())).toEqual(nearest(mistaken, words));
  expect(maxEditDistance(mistaken)).toBe(4);
});

test("a word is not compared with all that could be near", () => {
  const near = new SpellingIndex(Array.from({ length: 3000 }, (_, index) => `an-unknown-${index}`));
  for (let index = 0; index < 10; index++) near.nearestWords(`an-unknwn-${index}`);
  expect(near.comparisons).toBeLessThanOrEqual(5000);
  const other = new SpellingIndex(["clear", "clean", "uncountable", "xyzzy"]);
  expect(other.nearestWords("claer")).toEqual(["clear"]);
  expect(other.comparisons).toBe(2);
});

/** Similar words are found as by exhaustive comparison, but with few comparisons. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  canBeNear,
  editDistance,
  maxEditDistance,
  nearest,
  SpellingIndex,
} from "../../../server/core/strings/spelling.ts";
import { runs } from "../../support/runs.ts";

const word = fc.string({ unit: fc.constantFrom(..."abcdeÄß1-"), minLength: 1, maxLength: 12 });

test("the nearest of a few words equal the result of comparing all of them", () => {
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { maxLength: 40 }), (one, words) => {
      const sorted = words
        .map((other) => ({ other, distance: editDistance(one.toLowerCase(), other.toLowerCase()) }))
        .filter(
          ({ other, distance }) => Math.max(distance, Math.abs(other.length - one.length)) <= maxEditDistance(one),
        )
        .sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1));
      expect(nearest(one, words)).toEqual(sorted.slice(0, 3).map(({ other }) => other));
      // Words for which `canBeNear` is false do not change the result.
      expect(new SpellingIndex(words.filter((other) => canBeNear(one, other))).nearestWords(one)).toEqual(
        nearest(one, words),
      );
    }),
    { numRuns: runs(2000) },
  );
});

test("the nearest of thousands of similar words do not depend on the order of the words", () => {
  const words = Array.from({ length: 3000 }, (_, index) => `an-unknown-${index}`);
  const misspelt = "an-unknwn-2998";
  const [first] = nearest(misspelt, words);
  expect(first).toBe("an-unknown-2998");
  expect(nearest(misspelt, words.toReversed())).toEqual(nearest(misspelt, words));
  expect(maxEditDistance(misspelt)).toBe(4);
});

test("the number of comparisons for one word is limited", () => {
  const index = new SpellingIndex(Array.from({ length: 3000 }, (_, number) => `an-unknown-${number}`));
  for (let number = 0; number < 10; number++) index.nearestWords(`an-unknwn-${number}`);
  expect(index.comparisons).toBeLessThanOrEqual(5000);
});

test("only words with similar lengths and letters are compared", () => {
  const index = new SpellingIndex(["clear", "clean", "uncountable", "xyzzy"]);
  expect(index.nearestWords("claer")).toEqual(["clear"]);
  expect(index.comparisons).toBe(2);
});

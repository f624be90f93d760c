import fc from "fast-check";
import { expect, test } from "vitest";
import { buildSubstringIndex, findOccurrences } from "../../../../server/core/articles/quotes/substringIndex.ts";

test("finds the occurrences that a linear search finds, in texts of any length", () => {
  const text = fc.string({ unit: fc.constantFrom(..."ab 市"), maxLength: 300 });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat({ max: 20 }), (all, at, length) => {
      const query = all.slice(at % (all.length + 1)).slice(0, length);
      const expected = [...all].flatMap((_, start) => (query !== "" && all.startsWith(query, start) ? [start] : []));
      expect(findOccurrences(buildSubstringIndex(all), query, all.length)).toEqual(expected);
    }),
  );
});

test("takes space in proportion to a short text", () => {
  const { bucketStarts, blocks } = buildSubstringIndex("The air got cleaner. ".repeat(50));
  expect(bucketStarts.length + blocks.length).toBeLessThan(10 * 50 * 21);
});

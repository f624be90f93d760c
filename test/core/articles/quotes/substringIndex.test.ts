import { describe, expect, test } from "vitest";
import {
  buildSubstringIndex,
  findOccurrences,
  rareCandidates,
} from "../../../../server/core/articles/quotes/substringIndex.ts";

/** All offsets of a query, overlapping ones included, by looking everywhere. */
const offsetsOf = (text: string, query: string): readonly number[] =>
  Array.from({ length: text.length }, (_, at) => at).filter((at) => text.startsWith(query, at));

const prose = Array.from({ length: 40 }, (_, line) => `Sentence ${line} says that the air got cleaner. `).join("");
const chinese = "每天进城的车少了很多人说空气变好了也有人说城里更安静了".repeat(3);

describe("finding the offsets of a query", () => {
  test.each([
    ["prose", prose],
    ["Chinese", chinese],
    ["a row of dots", ".".repeat(400)],
    ["a repeated pair", "ab".repeat(200)],
    ["a repeated pattern with an end of its own", `${"aab".repeat(100)}aaab${"aab".repeat(100)}`],
    ["a short text", "abc"],
  ])("finds the same in %s as looking everywhere", (_name, text) => {
    const index = buildSubstringIndex(text);
    for (const length of [1, 2, 3, 4, 6, 7, 8, 13, 50, 120]) {
      for (const start of [0, 1, 2, 3, 5, text.length - length]) {
        const query = text.slice(Math.max(0, start), Math.max(0, start) + length);
        if (query === "") continue;
        expect(findOccurrences(index, query, text.length), query).toEqual(offsetsOf(text, query));
        expect(findOccurrences(index, `${query}?`, text.length), query).toEqual([]);
      }
    }
  });
  test("finds nothing for an empty query", () => {
    expect(findOccurrences(buildSubstringIndex(prose), "", 10)).toEqual([]);
  });
  test.each([
    ["a short query", prose, "air"],
    ["a query of several blocks", prose, "the air got cleaner"],
    ["repetitive text", "ab".repeat(200), "abababababab"],
  ])("returns the first accepted offsets, up to the limit: %s", (_name, text, query) => {
    const index = buildSubstringIndex(text);
    const all = offsetsOf(text, query);
    expect(findOccurrences(index, query, 3)).toEqual(all.slice(0, 3));
    const accepts = (at: number): boolean => at > 50;
    expect(findOccurrences(index, query, 2, accepts)).toEqual(all.filter(accepts).slice(0, 2));
  });
});

describe("finding where a changed query may start", () => {
  const text = `${"x".repeat(100)} Nitrogen dioxide fell by a third. ${"y".repeat(100)}`;
  test("returns the start of the query for each substring that is unchanged", () => {
    const start = text.indexOf("Nitrogen");
    const candidates = rareCandidates(buildSubstringIndex(text), "Nitrogen dioxide rose by a third.", 100);
    expect(candidates.length).toBeGreaterThan(2);
    expect(new Set(candidates.flat())).toEqual(new Set([start]));
  });
  test("returns the rarest substring first", () => {
    const lines = Array.from({ length: 9 }, (_, line) => `in the ${line === 4 ? "harbour" : "streets"} of the town. `);
    const all = lines.join("");
    const candidates = rareCandidates(buildSubstringIndex(all), "so in the harbour of the town.", 1000);
    const counts = candidates.map(({ length }) => length);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(candidates[0]).toEqual([all.indexOf("in the harbour") - 3]);
    expect(counts.at(-1)).toBeGreaterThan(1);
  });
  test("returns nothing if no substring is shared, or if there are more positions than the limit", () => {
    const index = buildSubstringIndex(text);
    expect(rareCandidates(index, "Quite other words.", 100)).toEqual([]);
    expect(rareCandidates(index, "x".repeat(40), 10)).toEqual([]);
    expect(rareCandidates(index, "Nitro", 100)).toEqual([]);
  });
});

test("an index takes space in proportion to a short text", () => {
  const { bucketStarts, blocks } = buildSubstringIndex("The air got cleaner. ".repeat(50));
  expect(bucketStarts.length + blocks.length).toBeLessThan(10 * 50 * 21);
});

test("an occurrence is found in a text of any script, at any offset and in any length", () => {
  for (const text of [`${prose}${chinese}`, `${chinese}${prose}`, "abcabcabdabc".repeat(9)]) {
    const index = buildSubstringIndex(text);
    for (let length = 1; length < 24; length++) {
      const query = text.slice(length, 2 * length);
      expect(findOccurrences(index, query, 1)).toEqual(offsetsOf(text, query).slice(0, 1));
    }
  }
});

test("the start of a changed query may be before the start of the text", () => {
  const index = buildSubstringIndex("gen dioxide fell by a third in spring.");
  expect(rareCandidates(index, "Nitrogen dioxide fell", 100).flat()).toContain(-5);
});

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
    ["a row of dots", ".".repeat(400), ".".repeat(50)],
  ])("returns the first accepted offsets, up to the limit: %s", (_name, text, query) => {
    const index = buildSubstringIndex(text);
    const all = offsetsOf(text, query);
    expect(findOccurrences(index, query, 3)).toEqual(all.slice(0, 3));
    const accepts = (at: number): boolean => at > 50;
    expect(findOccurrences(index, query, 2, accepts)).toEqual(all.filter(accepts).slice(0, 2));
  });
});

test("finds all offsets in a text of two letters that repeats itself everywhere", () => {
  let [text, shorter] = ["ab", "a"];
  while (text.length < 600) [text, shorter] = [text + shorter, text];
  const index = buildSubstringIndex(text);
  for (const length of [8, 13, 34, 90]) {
    for (const start of [0, 1, 5, 100]) {
      const query = text.slice(start, start + length);
      const otherEnd = query.slice(0, -1) + (query.endsWith("a") ? "b" : "a");
      for (const one of [query, otherEnd, `${query.slice(1)}bb`])
        expect(findOccurrences(index, one, 1000), one).toEqual(offsetsOf(text, one));
    }
  }
});

/** An index of a text that counts how often it is read. */
function countingIndex(text: string) {
  const reads = { comparisons: 0, units: 0 };
  const counting = {
    length: text.length,
    startsWith: (query: string, at: number): boolean => {
      reads.comparisons++;
      return text.startsWith(query, at);
    },
    charCodeAt: (at: number): number => {
      reads.units++;
      return text.charCodeAt(at);
    },
    indexOf: (query: string, at?: number): number => text.indexOf(query, at),
  };
  // The index uses no other part of a string.
  return { reads, index: { ...buildSubstringIndex(text), text: counting as unknown as string } };
}

describe("a search reads little of the text", () => {
  test("the query is compared only where its rarest block is", () => {
    const { index, reads } = countingIndex(prose);
    expect(findOccurrences(index, "Sentence 17 says that the air got cleaner", 100)).toHaveLength(1);
    expect(reads.comparisons).toBeGreaterThan(0);
    expect(reads.comparisons).toBeLessThan(10);
    expect(reads.units).toBe(0);
  });
  test("a query without a whole block at each alignment is searched by the string itself", () => {
    const { index, reads } = countingIndex(prose);
    expect(findOccurrences(index, "ence 1", 100)).toHaveLength(11);
    expect(reads).toEqual({ comparisons: 0, units: 0 });
    expect(findOccurrences(index, "ence 17", 100)).toHaveLength(1);
    expect(reads.comparisons).toBeGreaterThan(0);
  });
  test("a repetitive text is read once", () => {
    const { index, reads } = countingIndex(".".repeat(400));
    expect(findOccurrences(index, ".".repeat(50), 1000)).toHaveLength(351);
    expect(reads.comparisons).toBe(0);
    expect(reads.units).toBeGreaterThan(300);
    expect(reads.units).toBeLessThanOrEqual(400);
  });
  test("only as many occurrences as wanted are compared at each alignment", () => {
    const { index, reads } = countingIndex("It fell by a third of all cars. ".repeat(60));
    expect(findOccurrences(index, "It fell by", 1)).toEqual([0]);
    expect(reads.comparisons).toBeLessThanOrEqual(16);
  });
  test("for a changed query, the rarer one of two blocks is looked up", () => {
    for (const query of ["commRARE", "RAREcomm"]) {
      const { index, reads } = countingIndex(`${"comm".repeat(50)}RARE${"comm".repeat(50)}`);
      expect(rareCandidates(index, query, 1000)).toEqual([[query === "RAREcomm" ? 200 : 196]]);
      expect(reads.comparisons).toBe(1);
    }
    const { index, reads } = countingIndex("comm".repeat(50));
    expect(rareCandidates(index, "commNONE", 1000)).toEqual([]);
    expect(rareCandidates(index, "NONEcomm", 1000)).toEqual([]);
    expect(reads.comparisons).toBe(0);
  });
});

describe("finding where a changed query may start", () => {
  test("returns first what occurs least often, even if each half of it occurs more often", () => {
    const text = ["aaaabbbb".repeat(3), "ccccdddd", "ccccxxxx".repeat(3), "yyyydddd".repeat(3)].join("zzzz");
    const candidates = rareCandidates(buildSubstringIndex(text), "aaaabbbb????ccccdddd", 100);
    expect(candidates).toEqual([[28 - 12], [0, 8, 16]]);
  });
  test("counts no position before the start of the text twice", () => {
    expect(rareCandidates(buildSubstringIndex("aaaaaaaabcdefgh"), "aaaaaaaa", 10)).toEqual([[0]]);
  });

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

describe("an index", () => {
  const texts = [prose, chinese, ".".repeat(400), "abc", ""];
  test("holds each block once, those of one hash in order", () => {
    for (const text of texts) {
      const { bucketStarts, blocks, width } = buildSubstringIndex(text);
      const count = Math.floor(text.length / width);
      expect([...blocks].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, block) => block));
      expect([bucketStarts[0], bucketStarts.at(-1)]).toEqual([0, count]);
      for (const [hash, start] of bucketStarts.subarray(0, -1).entries()) {
        const bucket = [...blocks.subarray(start, bucketStarts[hash + 1])];
        expect(bucket).toEqual(bucket.toSorted((a, b) => a - b));
      }
    }
  });
  test("has a hash of its own for most blocks", () => {
    const words = Array.from({ length: 4000 }, (_, number) => (number * 2_654_435_761).toString(36)).join(" ");
    for (const text of [words, prose]) {
      const { bucketStarts, width } = buildSubstringIndex(text);
      const blocks = new Set(text.match(new RegExp(`.{${width}}`, "gs")));
      const used = bucketStarts.filter((start, hash) => start < (bucketStarts[hash + 1] ?? start));
      expect(used.length / blocks.size).toBeGreaterThan(0.85);
    }
  });
  test("has short blocks for a text that begins with Chinese or Japanese", () => {
    const widthOf = (text: string): number => buildSubstringIndex(text).width;
    expect([chinese, "ひらがなカタカナ", "空气air空气", ""].map(widthOf)).toEqual([2, 2, 2, 4]);
    expect([prose, "空气ai", "x".repeat(4000) + chinese.repeat(100)].map(widthOf)).toEqual([4, 4, 4]);
    expect(widthOf(chinese.repeat(99) + "x".repeat(20_000))).toBe(2);
  });
});

test("an index takes space in proportion to a short text", () => {
  const { bucketStarts, blocks } = buildSubstringIndex("The air got cleaner. ".repeat(50));
  expect(bucketStarts.length + blocks.length).toBeLessThan(10 * 50 * 21);
});

describe("the candidates of a query", () => {
  const words = Array.from({ length: 3000 }, (_, number) => `w${(number * 7919) % 3001}`);
  const text = words.join(" ");
  const index = buildSubstringIndex(text);
  test("are those of at most 24 substrings, however long the query is", () => {
    for (const query of [text.slice(1000, 2000), text.slice(0, 9000)]) {
      const candidates = rareCandidates(index, query, 100_000);
      expect(candidates).toHaveLength(24);
      expect(candidates.every((starts) => starts.includes(text.indexOf(query)))).toBe(true);
    }
  });
  test("share two blocks with the text, each at its place", () => {
    for (const query of ["w12 and w4 then w3000 or so", words.slice(7, 20).join("  "), `xx${text.slice(50, 90)}`]) {
      const offsets = Array.from({ length: query.length - 7 }, (_, at) => at);
      for (const start of rareCandidates(index, query, 100_000).flat())
        expect(offsets.some((at) => text.startsWith(query.slice(at, at + 8), start + at))).toBe(true);
    }
  });
  test("are no more than the limit of positions allows, the rarest first", () => {
    const repeated = buildSubstringIndex(`${"in the town ".repeat(50)}Nitrogen dioxide fell`);
    const query = "in the town Nitrogen dioxide";
    const few = rareCandidates(repeated, query, 20);
    expect(few.length).toBeGreaterThan(0);
    expect(new Set(few.flat())).toEqual(new Set([49 * 12]));
    expect(rareCandidates(repeated, query, 10_000).flat().length).toBeGreaterThan(20);
  });
  test("include the last substring of the query", () => {
    expect(rareCandidates(buildSubstringIndex("abcdefgh"), "abcdefgh", 10)).toEqual([[0]]);
    expect(rareCandidates(buildSubstringIndex("xxxxabcdefgh"), "?abcdefgh", 10)).toEqual([[3]]);
  });
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

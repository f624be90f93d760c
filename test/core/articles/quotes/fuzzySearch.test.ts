import { describe, expect, test } from "vitest";
import { createSearchableText } from "../../../../server/core/articles/quotes/findQuote.ts";
import { rankedMatches } from "../../../../server/core/articles/quotes/fuzzySearch.ts";

const sentences = Array.from(
  { length: 40 },
  (_, index) =>
    `In week ${index} the ${["harbour", "market", "old town", "ring road"][index % 4]} had ${index * 37} cars.`,
);

/** Returns the passages of a text that match a query, best first. */
function passagesOf(text: string, query: string): readonly string[] {
  const source = createSearchableText(text);
  return rankedMatches(source, query, {}).map(({ start, end }) => source.normal.text.slice(start, end));
}

describe("a long query is found by its beginning and its end", () => {
  const passage = sentences.slice(10, 22).join(" ");
  const text = sentences.join(" ");
  test("with changes in the middle", () => {
    const changed = passage.replace("In week 15", "During the week after").replace("In week 16", "Seven days later");
    expect(changed.length).toBeGreaterThan(400);
    expect(passagesOf(text, changed)[0]).toBe(passage);
  });
  test("with other words at the end", () => {
    const [first = ""] = passagesOf(
      text,
      `${passage.slice(0, -130)}${"Nobody knows why it was so, or whether it matters. ".repeat(3)}`,
    );
    expect(first.startsWith(passage.slice(0, 200))).toBe(true);
  });
  test("with other words at the beginning", () => {
    const [first = ""] = passagesOf(
      text,
      `${"Nobody knows why it was so, or whether it matters. ".repeat(3)}${passage.slice(130)}`,
    );
    expect(first.endsWith(passage.slice(-200))).toBe(true);
  });
  test("but not if both are different", () => {
    expect(passagesOf(text, "Nobody knows why it was so, or whether it matters at all. ".repeat(8))).toEqual([]);
  });
});

describe("the matches of a short query", () => {
  // The ends of a match are those with the fewest edits, which `alignEnds` moves to the ends of words.
  test("are disjoint, and the most similar one comes first", () => {
    const text = "The air got warmer. And the air got cleaner. Then the air got clearer.";
    expect(passagesOf(text, "the air got cleaner")).toEqual([
      "the air got cleaner",
      "the air got clearer",
      expect.stringMatching(/^The air got war/),
    ]);
  });
  test("include those before and after the best one", () => {
    const text = "Then it fell by a fifth. Then it fell by a tenth. Then it fell by a third.";
    expect(passagesOf(text, "it fell by a tenth")).toEqual([
      "it fell by a tenth",
      "it fell by a fifth",
      expect.stringMatching(/^it fell by a th/),
    ]);
  });
  test("are those near the expected place first, if they are as similar", () => {
    const text = "Then it fell by xxx. Then it fell by yyy.";
    const source = createSearchableText(text);
    const firstStart = (hint: number): number | undefined =>
      rankedMatches(source, "it fell by zzz", { hint })[0]?.start;
    expect(firstStart(0)).toBe(5);
    expect(firstStart(text.length)).toBe(26);
  });
  test("are none if nothing is similar", () => {
    expect(passagesOf("The air got warmer.", "quite other words")).toEqual([]);
  });
});

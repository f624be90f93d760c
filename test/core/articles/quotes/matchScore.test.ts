import { describe, expect, test } from "vitest";
import { contextSimilarity, type MatchContext, scoreOf } from "../../../../server/core/articles/quotes/matchScore.ts";

const text = "The air got cleaner. The air got warmer.";
const first = { start: 4, end: 11 };
const second = { start: 25, end: 32 };

describe("the score of a match", () => {
  const score = (match: typeof first, errorRate: number, context: MatchContext): number =>
    scoreOf(text, match, errorRate, context);

  test("is 1 for the same words in the same context and position", () => {
    expect(text.slice(first.start, first.end)).toBe("air got");
    expect(score(first, 0, {})).toBe(1);
    expect(score(first, 0, { prefix: "The ", suffix: " cleaner", hint: 4 })).toBe(1);
  });
  test("falls with the errors, by more than half if all is wrong", () => {
    expect(score(first, 0.1, {})).toBeLessThan(1);
    expect(score(first, 0.2, {})).toBeLessThan(score(first, 0.1, {}));
    expect(score(first, 1, {})).toBeCloseTo(1 - 50 / 92);
  });
  test("falls with a different text before or after the match", () => {
    expect(score(second, 0, { suffix: " cleaner" })).toBeLessThan(score(first, 0, { suffix: " cleaner" }));
    expect(score(first, 0, { prefix: "cleaner. The " })).toBeLessThan(score(second, 0, { prefix: "cleaner. The " }));
    expect(score(first, 0, { prefix: "q" })).toBeCloseTo(1 - 20 / 92);
    expect(score({ start: 0, end: 3 }, 0, { prefix: "The " })).toBeCloseTo(1 - 20 / 92);
  });
  test("falls a little with the distance from the expected position, in either direction", () => {
    expect(score(second, 0, { hint: 4 })).toBeCloseTo(1 - (2 * 21) / text.length / 92);
    expect(score(first, 0, { hint: 25 })).toBeCloseTo(1 - (2 * 21) / text.length / 92);
  });
});

describe("the similarity of the context", () => {
  test("is 0 without a context", () => {
    expect(contextSimilarity(text, first, {})).toBe(0);
    expect(contextSimilarity(text, first, { hint: 4 })).toBe(0);
  });
  test("is the mean of both sides", () => {
    expect(contextSimilarity(text, first, { prefix: "The ", suffix: " cleaner" })).toBe(1);
    expect(contextSimilarity(text, first, { prefix: "The ", suffix: "\t\t\t" })).toBe(0.5);
    expect(contextSimilarity(text, first, { prefix: "\t\t\t", suffix: " cleaner" })).toBe(0.5);
    expect(contextSimilarity(text, first, { suffix: " cleaner" })).toBe(1);
    expect(contextSimilarity(text, first, { prefix: "The " })).toBe(1);
  });
});

import { expect, test } from "vitest";
import { joinLines, joinWithin } from "../../server/assistant/answers.ts";

test("joins all parts that fit, and counts those that do not", () => {
  expect(joinWithin(["ab", "cd", "ef"], "\n", 8)).toEqual({ text: "ab\ncd\nef", leftOut: 0 });
  expect(joinWithin(["ab", "cd", "ef"], "\n", 7)).toEqual({ text: "ab\ncd", leftOut: 1 });
  expect(joinWithin(["ab", "", ""], "", 2)).toEqual({ text: "ab", leftOut: 0 });
});

test("cuts a first part that alone is too long", () => {
  expect(joinWithin(["abcdef", "g"], "\n", 3)).toEqual({ text: "abc…", leftOut: 1 });
});

test("says how much is left out, and how to get it", () => {
  const long = "x".repeat(25_000);
  expect(joinLines([long, long, long], "Ask for one.", "map")).toBe(
    `${long}\n\n[Shortened: 2 more maps are left out. Ask for one.]`,
  );
  expect(joinLines(["a", "b"], "Ask for one.")).toBe("a\nb");
});

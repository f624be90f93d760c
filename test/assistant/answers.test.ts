import { expect, test } from "vitest";
import { joinLines, joinWithin } from "../../server/assistant/answers.ts";

test("joins all parts that fit, and counts those that do not", () => {
  expect(joinWithin(["ab", "cd", "ef"], "\n", 8)).toEqual({ text: "ab\ncd\nef", leftOut: 0, isCut: false });
  expect(joinWithin(["ab", "cd", "ef"], "\n", 7)).toEqual({ text: "ab\ncd", leftOut: 1, isCut: false });
  expect(joinWithin(["ab", "", ""], "", 2)).toEqual({ text: "ab", leftOut: 0, isCut: false });
});

test("cuts a first part that alone is too long", () => {
  expect(joinWithin(["abcdef", "g"], "\n", 3)).toEqual({ text: "abc…", leftOut: 1, isCut: true });
});

test("says how much is left out, and how to get it", () => {
  const long = "x".repeat(25_000);
  expect(joinLines([long, long, long], "Ask for one.", "map")).toBe(
    `${long}\n\n[Shortened: 2 more maps are left out. Ask for one.]`,
  );
  expect(joinLines(["a", "b"], "Ask for one.")).toBe("a\nb");
  const tooLong = "x".repeat(50_000);
  expect(joinLines([tooLong], "Ask for less.")).toContain(
    "…\n\n[Shortened: the end of this line is left out. Ask for less.]",
  );
  expect(joinLines([tooLong, "b"], "Ask for less.")).toContain(
    "[Shortened: the end of this line and 1 more line are left out. Ask for less.]",
  );
});

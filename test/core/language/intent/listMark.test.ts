import { describe, expect, test } from "vitest";
import { listItemStart, skipMarks } from "../../../../server/core/language/intent/listMark.ts";

describe("the words after the marks of a line", () => {
  test.each([
    ["- air", "air"],
    ["* [x] air", "air"],
    ["1. air", "air"],
    ["1.1. air", "air"],
    ["1.1 air", "air"],
    ["(1) air", "air"],
    ["a) air", "air"],
    ["**air**", "air**"],
    ["- - - - air", "- air"],
    ["2024 air", "2024 air"],
    ["a. air", "a. air"],
    ["✅ air", "air"],
    ["✔️ air", "air"],
    ["air", "air"],
  ])("%s → %s", (line, words) => expect(line.slice(skipMarks(line, 0))).toBe(words));
});

test.each([
  ["- air", 2],
  ["1.1. air", 5],
  ["1.1 air", 4],
  ["1.air", undefined],
  ["-air", undefined],
  ["- ", undefined],
  ["**air**", undefined],
])("a list item has a mark, white space and words: %s", (line, expected) =>
  expect(listItemStart(line, 0)).toBe(expected),
);

import { expect, test } from "vitest";
import { isMidSentence, isSentenceEnd, mayContinueSentence } from "../../../../server/core/language/intent/prose.ts";

test.each([
  ["as it is said of the", true, false],
  ["it gives a strong", true, false],
  ["He said,", true, false],
  ["It fell", false, false],
  ["It ended.", false, true],
  ["(It ended.)", false, true],
  ["它结束了。", false, true],
  ["", false, true],
])("“%s”: in the middle of a sentence %s, at the end of one %s", (text, isMiddle, isEnd) => {
  expect([isMidSentence(text), isSentenceEnd(text)]).toEqual([isMiddle, isEnd]);
});

test("a line continues the sentence before it if that broke off or filled its line", () => {
  const full = "The charge is the one thing that the council can decide by itself";
  expect(mayContinueSentence({ before: "decide by itself", rawBefore: full })).toBe(true);
  expect(mayContinueSentence({ before: "decide by itself", rawBefore: "They decide by itself" })).toBe(false);
  expect(mayContinueSentence({ before: "as it is said of the", rawBefore: "as it is said of the" })).toBe(true);
  expect(mayContinueSentence({ before: "by itself.", rawBefore: `${full}.` })).toBe(false);
  expect(mayContinueSentence({ before: "decide by itself", rawBefore: full.repeat(2) })).toBe(false);
});

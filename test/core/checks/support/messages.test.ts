import { expect, test } from "vitest";
import { didYouMean, entryLabel } from "../../../../server/core/checks/support/messages.ts";
import { Syntax } from "../../../../server/core/language/syntax.ts";

test("an entry is called by its name, or by the nearest name above it", () => {
  const { entries } = new Syntax(
    "claim a: One.\n  reason: Two.\n    premise: Three.\nquestion: Four?\n  claim: Five.\n",
  );
  expect([...entries.values()].map(entryLabel)).toEqual([
    "“a”",
    "the reason under “a”",
    "the premise nested under “a”",
    "the unnamed question",
    "the unnamed claim",
  ]);
});

test("suggestions are a question, if there are any", () => {
  expect(didYouMean([])).toBe("");
  expect(didYouMean(["keep"])).toBe("Did you mean “keep”?");
  expect(didYouMean(["a", "b", "c"])).toBe("Did you mean “a”, “b” or “c”?");
});

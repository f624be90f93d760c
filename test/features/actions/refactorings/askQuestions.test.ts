import { expect, test } from "vitest";
import { refactored, refactoringTitles } from "../../../support/workspaces/codeActions.ts";

test("adds the critical questions that are not asked yet, after everything else under the step", async () => {
  const map =
    "claim a: One.\n  reason ¦r: Two.\n    scheme: division\n    question: Does the whole have this property?\n    objection: No.\n  reason: Three.\n";
  expect(await refactored(map, "Ask 1 critical question of “division”")).toBe(
    "claim a: One.\n  reason r: Two.\n    scheme: division\n    question: Does the whole have this property?\n    objection: No.\n    question: Is this a property that passes from the whole to its parts?\n  reason: Three.\n",
  );
});

test("is not offered where all questions are asked, or nothing is known about the scheme", async () => {
  const titles = await refactoringTitles("claim a: One.\n  reason ¦r: Two.\n    scheme: guess\n");
  expect(titles.filter((title) => title.startsWith("Ask"))).toEqual([]);
});

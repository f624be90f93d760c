import { expect, test } from "vitest";
import { refactored, refactoringTitles } from "../../../support/workspaces/codeActions.ts";

test("moves a claim to the premise that refers to it", async () => {
  expect(
    await refactored(
      "claim keep: It stays.\n  reason: R.\n    premise fe¦ll\n\n// note\nclaim fell by roy: It fell.\n  reason: M.\n\nclaim last: L.\n",
      "Inline claim here",
    ),
  ).toBe(
    "claim keep: It stays.\n  reason: R.\n    // note\n    premise fell by roy: It fell.\n      reason: M.\n\nclaim last: L.\n",
  );
});

test("keeps a byte-order mark before a claim in the first line", async () => {
  expect(
    await refactored(
      "\uFEFFclaim fell: It fell.\nclaim keep: It stays.\n  reason: R.\n    premise fe¦ll\n",
      "Inline claim here",
    ),
  ).toBe("\uFEFFclaim keep: It stays.\n  reason: R.\n    premise fell: It fell.\n");
});

test("is not offered for a claim that answers a question, is in another file, or contains the premise", async () => {
  const sources = [
    "question q: Q?\nclaim a: A.\n  reason: R.\n    premise b¦\nclaim b answers q: B.\n",
    "claim a: A.\n  reason: R.\n    premise a¦\n",
    "import: x.argmap\nclaim a: A.\n  reason: R.\n    premise b¦\n=== x.argmap\nclaim b: B.\n",
  ];
  for (const source of sources)
    expect((await refactoringTitles(source)).filter((title) => title.startsWith("Inline"))).toEqual([]);
});

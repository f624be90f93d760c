import { expect, test } from "vitest";
import { refactored, refactoringTitles } from "../../../support/workspaces/codeActions.ts";

const nested = "claim: The charge stays.\n  reason air by roy: Ai¦r.\n    premise fell: It fell.\n\nclaim b: B.\n";

test("moves a nested step to the top level and adds a missing name to its target", async () => {
  expect(await refactored(nested, "Move to the top level with a “for” clause")).toBe(
    "claim charge-stays: The charge stays.\n\nreason air by roy for charge-stays: Air.\n  premise fell: It fell.\n\nclaim b: B.\n",
  );
});

test("adds an inherited speaker to a step that is moved to the top level", async () => {
  const inherited = "claim keep by lind: It stays.\n  reason: Ai¦r.\n";
  expect(await refactored(inherited, "Move to the top level with a “for” clause")).toBe(
    "claim keep by lind: It stays.\n\nreason for keep: Air.\n",
  );
  expect(await refactored(`speaker lind: Lind\n${inherited}`, "Move to the top level with a “for” clause")).toBe(
    "speaker lind: Lind\nclaim keep by lind: It stays.\n\nreason by lind for keep: Air.\n",
  );
});

test("adds the prefix of a speaker, and is not offered if the name of the target is defined twice", async () => {
  const title = "Move to the top level with a “for” clause";
  const spoken =
    "import p: p.argmap\nclaim keep by p.lind: It stays.\n  reason: Ai¦r.\n=== p.argmap\nspeaker lind: L\n";
  expect(await refactored(spoken, title)).toContain("reason by p.lind for keep: Air.\n");
  expect(await refactoringTitles("claim x: A.\nclaim x: B.\n  reason: ¦R.\n")).not.toContain(title);
});

test("removes a clause with its commas", async () => {
  const source = "speaker lind: L\nclaim keep: K.\nreason for keep, by lind: R¦.\n";
  expect(await refactored(source, "Move under “keep”")).toBe("speaker lind: L\nclaim keep: K.\n  reason by lind: R.\n");
});

test("moves a top-level step under its only target", async () => {
  expect(
    await refactored(
      "claim keep: It stays.\n  reason: R.\n\n// why\nobjection cost against ke¦ep: It costs.\n  premise p: P.\n\nclaim b: B.\n",
      "Move under “keep”",
    ),
  ).toBe(
    "claim keep: It stays.\n  reason: R.\n  // why\n  objection cost: It costs.\n    premise p: P.\n\nclaim b: B.\n",
  );
  expect(await refactoringTitles("claim a: A.\nclaim b: B.\nreason for a, b¦: R.\n")).not.toContain("Move under “a”");
});

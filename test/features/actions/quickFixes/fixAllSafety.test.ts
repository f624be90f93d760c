import { expect, test } from "vitest";
import { map } from "../../../support/maps/markedMap.ts";
import { sourceAction } from "../../../support/workspaces/codeActions.ts";

test("fixes everything that is safe, and nothing else", async () => {
  const text = "¦claim a： A.\nclaim b for a: B.\n  pro: perhaps.\nclaim c： C.\n";
  expect(await sourceAction(text, "source.fixAll")).toBe(
    "claim a: A.\nclaim b for a: B.\n  pro: perhaps.\nclaim c: C.\n",
  );
  expect(await sourceAction("¦Claim keep: K.\nreason clean air for keep: R.\n", "source.fixAll")).toBe(
    "claim keep: K.\nreason clean air for keep: R.\n",
  );
  expect(await sourceAction("claim a: A.¦\n", "source.fixAll")).toBeUndefined();
});

test("fixes typos in keywords, values and keys with only one possible meaning", async () => {
  expect(
    await sourceAction(
      map`
        ¦claim keep: It stays.
          likelihood: likly
          tags: town
          tags: town
          Reason: The air.
          reasn air: Cleaner air.
        claim drop: It goes.
          tags: town
          tags: air
          confidense: low
      `,
      "source.fixAll",
    ),
  ).toBe(map`
    claim keep: It stays.
      likelihood: likely
      tags: town
      reason: The air.
      reason air: Cleaner air.
    claim drop: It goes.
      tags: town
      tags: air
      confidence: low
  `);
});

test("does not fix what would change the argument or may be text", async () => {
  for (const text of [
    // The next line would belong to the reason, or to nothing.
    "¦claim keep: It stays.\n  Reason: The air.\n  and this goes on.\n",
    "¦claim keep: It stays.\n  Reason: The air.\n  tags: town\n",
    // A premise cannot be placed under a claim.
    "¦claim keep: It stays.\n  Premise: The air.\n",
    // The name is already defined.
    "¦claim keep: It stays.\n  Reason keep: The air.\n",
    // Another word, not a typo.
    "¦claim keep: It stays.\n  pro: The air.\n",
    "¦claim keep: It stays.\n  likelihood: improbable\n",
    "¦claim keep: It stays.\n  notee: this one.\n",
  ]) {
    expect(await sourceAction(text, "source.fixAll"), text).toBeUndefined();
  }
});

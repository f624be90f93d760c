import { expect, test } from "vitest";
import { convert, edit, move } from "../../../support/workspaces/editCard.ts";

test("converts a reason and its clause to an objection, and keeps the speaker", async () => {
  expect(await edit("claim a: A.\nreason r for a: R.\n", "R.", convert)).toMatchObject({
    "main.argmap": "claim a: A.\nobjection r against a: R.\n",
  });
  const held = "speaker lind: Lind\nclaim a by lind: A.\n  reason r: R.\n";
  expect(await edit(held, "R.", move("A.", "objection"))).toMatchObject({
    "main.argmap": "speaker lind: Lind\nclaim a by lind: A.\n  objection r by lind: R.\n",
  });
});

test("converts a step at one target only", async () => {
  expect(await edit("claim a: A.\nclaim b: B.\nreason for a, b: R.\n", "R.", convert)).toMatchObject({
    "main.argmap": "claim a: A.\nclaim b: B.\nreason for b against a: R.\n",
  });
  expect(await edit("claim a: A.\nclaim b: B.\nreason for a, b: R.\n", "~R.", convert)).toMatchObject({
    "main.argmap": "claim a: A.\nclaim b: B.\nreason for a against b: R.\n",
  });
  expect(await edit("claim a: A.\n  reason for b: R.\nclaim b: B.\n", "R.", convert)).toMatchObject({
    "main.argmap": "claim a: A.\n  objection for b: R.\nclaim b: B.\n",
  });
});

test("converts a reason against its only target to a reason for it", async () => {
  expect(await edit("claim a: A.\nreason r against a: R.\n", "R.", convert)).toMatchObject({
    "main.argmap": "claim a: A.\nreason r for a: R.\n",
  });
});

test("refuses a reason for a question", async () => {
  expect(await edit("question q: Q?\nobjection against q: O.\n", "O.", convert)).toMatchObject({
    message: "A reason cannot be placed under a question.",
  });
});

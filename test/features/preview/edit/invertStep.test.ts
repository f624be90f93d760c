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

test("refuses to convert a step with several targets", async () => {
  expect(await edit("claim a: A.\nclaim b: B.\nreason for a, b: R.\n", "R.", convert)).toMatchObject({
    message: "This reason also applies to 1 other entry. Convert it in the text.",
  });
});

import { expect, test } from "vitest";
import { quickFixed } from "../../../support/workspaces/codeActions.ts";

test("adds the target of a step and the speaker of a reason", async () => {
  expect(await quickFixed("claim 保留: A.\n\nobj¦ection: B.\n", "Add “against 保留”")).toBe(
    "claim 保留: A.\n\nobjection against 保留: B.\n",
  );
  const nobody = "speaker lind: L\nspeaker roy: R\nclaim a by lind: A.\nreason x¦ for a: B.\nclaim b by roy: B.\n";
  expect(await quickFixed(nobody, "Add “by roy”")).toContain("reason x for a by roy: B.\n");
});

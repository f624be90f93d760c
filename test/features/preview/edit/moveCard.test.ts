import { expect, test } from "vitest";
import { edit, exampleMap, move } from "../../../support/workspaces/editCard.ts";

test("moves a card with its branch and comments", async () => {
  expect(await edit(exampleMap, "Fewer customers.", move("Another."))).toEqual({
    at: "Fewer customers.",
    "main.argmap": `${exampleMap.replace("  // on shops\n  objection shops: Fewer customers.\n", "")}  // on shops\n  objection shops: Fewer customers.\n`,
  });
  expect(await edit(exampleMap, "Cleaner air.", move("Fewer customers.", "objection"))).toMatchObject({
    "main.argmap": `claim keep: It stays.
  // on shops
  objection shops: Fewer customers.
    objection air: Cleaner air.
      premise: It fell.
      objection: Weather.

claim other: Another.
`,
  });
});

test("changes the name of the target in a top-level step", async () => {
  const source = "claim a: A.\nclaim: B.\nreason r for a: R.\n";
  expect(await edit(source, "R.", move("B."))).toMatchObject({
    "main.argmap": "claim a: A.\nclaim b: B.\nreason r for b: R.\n",
  });
  expect(await edit(source, "R.", move("B.", "objection"))).toMatchObject({
    "main.argmap": "claim a: A.\nclaim b: B.\nobjection r against b: R.\n",
  });
});

test("keeps the sides of a step on its other targets", async () => {
  const source = "claim a: A.\nclaim b: B.\nclaim c: C.\nreason r for a against b: R.\n";
  expect(await edit(source, "R.", move("C."))).toMatchObject({
    "main.argmap": "claim a: A.\nclaim b: B.\nclaim c: C.\nreason r for c against b: R.\n",
  });
  expect(await edit(source, "~R.", move("C."))).toMatchObject({
    "main.argmap": "claim a: A.\nclaim b: B.\nclaim c: C.\nreason r for a against c: R.\n",
  });
  expect(await edit(source, "R.", move("C.", "objection"))).toMatchObject({
    "main.argmap": "claim a: A.\nclaim b: B.\nclaim c: C.\nreason r against c, b: R.\n",
  });
});

test("keeps the speaker", async () => {
  const source =
    "speaker lind: Lind\nspeaker roy: Roy\nclaim a by lind: A.\n  reason: R.\n    premise: P.\nclaim b by roy: B.\n  reason: S.\nclaim c: C.\n  reason: T.\n";
  expect(await edit(source, "R.", move("B."))).toMatchObject({
    "main.argmap":
      "speaker lind: Lind\nspeaker roy: Roy\nclaim a by lind: A.\nclaim b by roy: B.\n  reason: S.\n  reason by lind: R.\n    premise: P.\nclaim c: C.\n  reason: T.\n",
  });
  // The step has no speaker, but under Roy's claim it would inherit Roy.
  expect(await edit(source, "T.", move("B."))).toMatchObject({
    "main.argmap":
      "speaker lind: Lind\nspeaker roy: Roy\nclaim a by lind: A.\n  reason: R.\n    premise: P.\nclaim b by roy: B.\n  reason: S.\nclaim c: C.\n\nreason for b: T.\n",
  });
});

test("moves a use of a claim, not the claim itself", async () => {
  const source = "claim a: A.\n  reason: R.\n    premise c\n  reason: S.\nclaim c: C.\n";
  expect(await edit(source, "~C.", move("S."))).toMatchObject({
    "main.argmap": "claim a: A.\n  reason: R.\n  reason: S.\n    premise c\nclaim c: C.\n",
  });
});

test("moves an answer to another question, whether it names the question or is nested", async () => {
  const source = "question q: Q?\n  claim a: A.\nquestion r: R?\nclaim b answers q: B.\n";
  expect(await edit(source, "A.", move("R?"))).toMatchObject({
    "main.argmap": "question q: Q?\nquestion r: R?\n  claim a: A.\nclaim b answers q: B.\n",
  });
  expect(await edit(source, "~B.", move("R?"))).toMatchObject({
    "main.argmap": "question q: Q?\n  claim a: A.\nquestion r: R?\nclaim b answers r: B.\n",
  });
});

test("names an entry of another file through an import", async () => {
  const source =
    "import: other.argmap\nclaim a: A.\n  reason: R.\n    premise c\n  reason: S.\n=== other.argmap\nclaim c: C.\n";
  expect(await edit(source, "S.", move("C."))).toEqual({
    at: "S.",
    "main.argmap": "import: other.argmap\nclaim a: A.\n  reason: R.\n    premise c\n\nreason for c: S.\n",
  });
});

test("refuses its own branch, a parent that is not allowed, and its current parent", async () => {
  expect(await edit(exampleMap, "Cleaner air.", move("It fell."))).toMatchObject({
    message: "A branch cannot be moved into itself.",
  });
  expect(await edit(exampleMap, "It fell.", move("Another."))).toMatchObject({
    message: "A premise cannot be placed under a claim.",
  });
  expect(await edit(exampleMap, "Cleaner air.", move("It stays."))).toMatchObject({
    message: "The card is already there.",
  });
  const named = "claim a: A.\n  objection o: O.\nreason for o: R.\n  objection: P.\n";
  expect(await edit(named, "O.", move("P."))).toMatchObject({ message: "A branch cannot be moved into itself." });
});

test("refuses to leave an empty step", async () => {
  const source = "claim a: A.\n  reason r:\n    premise: P.\n  reason: S.\n";
  expect(await edit(source, "P.", move("S."))).toMatchObject({
    message: "Without this premise the reason would be empty. Add text to it first, or move the whole reason.",
  });
});

import { expect, test } from "vitest";
import { edit, exampleMap, remove } from "../../../support/workspaces/editCard.ts";

test("asks before several entries are deleted, with their number", async () => {
  expect(await edit(exampleMap, "Cleaner air.", remove())).toEqual({
    type: "needsConfirmation",
    question: "Delete this reason and 2 entries that depend on it?",
    confirmLabel: "Delete",
  });
  expect(await edit(exampleMap, "It stays.", remove(true))).toMatchObject({ "main.argmap": "claim other: Another.\n" });
});

const library = `claim cleaner: The air got cleaner.
  reason: It fell by a fifth.
    objection: The winter was mild.
claim lone: Nobody uses me.
`;
const user = (rest: string) => `import air: lib.argmap\nclaim z: Zed.\n  reason: Because.\n${rest}`;
const both = (main: string) => `${main}=== lib.argmap\n${library}`;

test("asks before the children of a use are deleted, and says that the claim is kept", async () => {
  const source = user("    premise air.cleaner\n      objection: Measured at one place only.\n");
  expect(await edit(both(source), "The air got cleaner.", remove())).toMatchObject({
    question: "Delete this use of the claim and 1 entry that depends on it? The claim itself is kept in lib.argmap.",
  });
  expect(await edit(both(source), "The air got cleaner.", remove(true))).toEqual({
    at: "Because.",
    "main.argmap": user(""),
  });
});

test("asks before entries in another file are deleted, with its name", async () => {
  const source = user("    premise air.cleaner\n");
  expect(await edit(both(source), "The winter was mild.", remove())).toMatchObject({
    question: "Delete this objection? This deletes 1 entry in lib.argmap.",
  });
  expect(await edit(both(source), "It fell by a fifth.", remove())).toMatchObject({
    question: "Delete this reason and 1 entry that depends on it? This deletes 2 entries in lib.argmap.",
  });
  const about = "import air: lib.argmap\nreason for air.lone: I do.\nclaim other contradicts air.lone: Other.\n";
  expect(await edit(both(about), "Nobody uses me.", remove())).toMatchObject({
    question:
      "Delete this claim and 1 entry that depends on it? This deletes 1 entry in lib.argmap and 1 entry in main.argmap.",
  });
});

test("asks before references in another file are removed, with its name", async () => {
  const main = "claim a: A.\n";
  const uses = "=== maps/user.argmap\nimport a: ../main.argmap\nclaim b: B.\n  reason: R.\n    premise a.a\n";
  expect(await edit(main + uses, "A.", remove())).toMatchObject({
    question:
      "Delete this claim? This also deletes 1 use of it as a premise elsewhere. This deletes 1 entry in maps/user.argmap and 1 entry in main.argmap.",
  });
  const names = "=== names.argmap\nimport a: main.argmap\nclaim b contradicts a.a: B.\n";
  expect(await edit(main + names, "A.", remove())).toMatchObject({
    question: "Delete this claim? This removes references in names.argmap.",
  });
});

test("asks before a target of an imported step is removed", async () => {
  const main = "import lib: lib.argmap\nclaim z: Z.\n  reason: R.\n    premise lib.a\n    premise lib.b\n";
  const source = `${main}=== lib.argmap\nclaim a: A.\nclaim b: B.\nreason for a, b: S.\n`;
  expect(await edit(source, "~S.", remove())).toMatchObject({
    question: "Remove this reason from here? This changes its first line in lib.argmap.",
  });
});

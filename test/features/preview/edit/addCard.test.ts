import { expect, test } from "vitest";
import { add, edit, exampleMap } from "../../../support/workspaces/editCard.ts";

test("adds a reason after all children, and returns the location of its text", async () => {
  expect(await edit(exampleMap, "It stays.", add("reason"))).toEqual({
    at: "New.",
    "main.argmap": exampleMap.replace("customers.\n", "customers.\n  reason: New.\n"),
  });
});

test("adds a premise after the other premises and before the objections", async () => {
  expect(await edit(exampleMap, "Cleaner air.", add("premise"))).toMatchObject({
    "main.argmap": exampleMap.replace("It fell.\n", "It fell.\n    premise: New.\n"),
  });
});

test("adds the first premise before the other children and their comments", async () => {
  const source = "claim a: A.\n  reason: R.\n    // why not\n    objection: O.\n";
  expect(await edit(source, "R.", add("assumption"))).toMatchObject({
    "main.argmap": "claim a: A.\n  reason: R.\n    assumption: New.\n    // why not\n    objection: O.\n",
  });
});

test("writes paragraphs, with a backslash if a line would not be parsed as text", async () => {
  expect(await edit("claim a: A.\n", "A.", add("reason", "One: two\nreason: three\r\n\n  // four "))).toEqual({
    at: "One: two",
    "main.argmap": "claim a: A.\n  reason: One: two\n\n    \\reason: three\n\n    \\// four\n",
  });
});

test("adds an entry without text", async () => {
  expect(await edit("claim a: A.", "A.", add("reason", ""))).toEqual({
    at: "",
    "main.argmap": "claim a: A.\n  reason:",
  });
});

test("follows the blank lines, tabs and line endings of the map", async () => {
  const source = "question q: Q?\r\n\r\n\tclaim a: A.\r\n\r\n\tclaim b: B.\r\n";
  expect(await edit(source, "Q?", add("claim"))).toMatchObject({
    "main.argmap": `${source}\r\n\tclaim: New.\r\n`,
  });
});

test("edits the file of the entry, also through a reference card", async () => {
  const source = `import: other.argmap\nclaim a: A.\n  reason: R.\n    premise c\n  reason: S.\n    premise c\n=== other.argmap\nclaim c: C.\n`;
  expect(await edit(source, "~C.", add("objection"))).toEqual({
    at: "New.",
    "other.argmap": "claim c: C.\n  objection: New.\n",
  });
});

test("refuses a kind that is not allowed there", async () => {
  expect(await edit(exampleMap, "It stays.", add("premise"))).toEqual({
    type: "rejected",
    message: "A premise cannot be placed under a claim.",
  });
});

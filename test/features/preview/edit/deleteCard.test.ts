import { expect, test } from "vitest";
import { edit, exampleMap, remove } from "../../../support/workspaces/editCard.ts";

test("deletes a single entry with the comment above it, without a question", async () => {
  expect(await edit(exampleMap, "Fewer customers.", remove())).toMatchObject({
    "main.argmap": exampleMap.replace("  // on shops\n  objection shops: Fewer customers.\n", ""),
  });
});

test("deletes steps without another target, and removes the name from other entries", async () => {
  const source = `claim a: A.
claim b contradicts a: B.
reason for a: R.
objection against a, b: O.
claim c: C.
  reason: S.
    premise a
  reason: T.
    premise a
    premise: U.
`;
  expect(await edit(source, "A.", remove())).toMatchObject({
    question:
      "Delete this claim and 1 entry that depends on it? This also deletes 2 uses of it as a premise elsewhere.",
  });
  expect(await edit(source, "A.", remove(true))).toMatchObject({
    "main.argmap": "claim b: B.\nobjection against b: O.\nclaim c: C.\n  reason: S.\n  reason: T.\n    premise: U.\n",
  });
});

test("removes adjacent clauses that name only deleted entries", async () => {
  for (const clauses of ["contradicts a, answers q", "answers q, contradicts a", "contradicts a answers q"]) {
    const source = `question q: Q?\n  claim a: A.\nclaim c ${clauses}: C.\n`;
    expect(await edit(source, "Q?", remove(true)), clauses).toMatchObject({ "main.argmap": "claim c: C.\n" });
  }
});

test("deletes a claim together with its uses, after a question", async () => {
  const source = "claim a: A.\n  reason: R.\n    premise c\nclaim c: C.\n";
  expect(await edit(source, "C.", remove())).toMatchObject({
    question: "Delete this claim? This also deletes 1 use of it as a premise elsewhere.",
  });
  expect(await edit(source, "C.", remove(true))).toMatchObject({ "main.argmap": "claim a: A.\n  reason: R.\n" });
});

test("deletes a step that would be empty", async () => {
  expect(await edit("claim a: A.\n  reason:\n    premise: P.\n", "P.", remove(true))).toMatchObject({
    "main.argmap": "claim a: A.\n",
  });
});

test("deletes only the use for a reference card", async () => {
  const source = "claim a: A.\n  reason: R.\n    premise c\n  reason: S.\n    premise c\nclaim c: C.\n";
  expect(await edit(source, "~C.", remove())).toMatchObject({
    "main.argmap": "claim a: A.\n  reason: R.\n  reason: S.\n    premise c\nclaim c: C.\n",
  });
  const answering = "question q: Q?\nclaim b answers q: B.\n";
  expect(await edit(answering, "~B.", remove())).toMatchObject({ "main.argmap": "question q: Q?\nclaim b: B.\n" });
  const named = "claim a: A.\nclaim b: B.\nreason for a, b: R.\n";
  expect(await edit(named, "~R.", remove())).toMatchObject({
    "main.argmap": "claim a: A.\nclaim b: B.\nreason for a: R.\n",
  });
});

const library = `claim cleaner: The air got cleaner.
  reason: It fell by a fifth.
    objection: The winter was mild.
claim lone: Nobody uses me.
`;
const user = (rest: string) => `import air: lib.argmap\nclaim z: Zed.\n  reason: Because.\n${rest}`;
const both = (main: string) => `${main}=== lib.argmap\n${library}`;

test("deletes only the use of an imported claim", async () => {
  const source = user("    premise air.lone\n    premise other: Other.\n");
  expect(await edit(both(source), "Nobody uses me.", remove())).toEqual({
    at: "Because.",
    "main.argmap": source.replace("    premise air.lone\n", ""),
  });
});

import { expect, test } from "vitest";
import { map } from "../../support/maps/markedMap.ts";
import { completionsAt, completionsIn, labelsAt } from "../../support/workspaces/completionsAt.ts";
import { openWorkspace, typeAtCursor } from "../../support/workspaces/openWorkspace.ts";

test("offers names of maps that are not imported, after those in scope, and adds the import", async () => {
  const { list, labels, accept } = await completionsAt(map`
    map: M

    claim keep: It stays.
    reason for fe¦
    === deep/air.argmap
    claim fell: It fell by a fifth.
    speaker fenn: Fenn
  `);
  expect(list.items.find(({ label }) => label === "fell")).toMatchObject({
    labelDetails: { description: "import from air.argmap" },
    detail: "It fell by a fifth.",
  });
  expect(labels.indexOf("keep")).toBeGreaterThanOrEqual(0);
  expect(labels.indexOf("keep")).toBeLessThan(labels.indexOf("fell"));
  expect(labels, "a speaker cannot be the target of a reason").not.toContain("fenn");
  expect(accept("fell")).toBe("map: M\n\nimport: deep/air.argmap\n\nclaim keep: It stays.\nreason for fell\n");
});

test("adds a prefix if the name is defined in this file", async () => {
  const { accept } = await completionsAt("claim fell: Mine.\nreason for fe¦\n=== air.argmap\nclaim fell: It fell.\n");
  expect(accept("air.fell")).toBe("import air: air.argmap\n\nclaim fell: Mine.\nreason for air.fell\n");
});

test("offers nothing for the name of a premise with a colon, which is a new name", async () => {
  const otherFile = "\n=== air.argmap\nclaim fell: It fell.\n";
  const sameFile = "claim fast: F.\nreason for fast: R.\n  premise fa";
  const clauses = ["by", "contradicts", "restates", "accepted-by", "rejected-by"];
  expect(await labelsAt(`${sameFile}¦: Text.${otherFile}`)).toEqual(clauses);
  expect(await labelsAt(`claim keep: K.\nreason for keep: R.\n  premise fe¦: Text.${otherFile}`)).toEqual(clauses);
  expect(await labelsAt(`${sameFile}¦${otherFile}`)).toContain("fast");
});

test("offers nothing from maps that import this one, and nothing before a letter is typed", async () => {
  const circular = "claim keep: It stays.\nreason for fe¦\n=== air.argmap\nimport: main.argmap\nclaim fell: It fell.\n";
  expect(await labelsAt(circular)).toEqual(["keep"]);
  const untyped = await completionsAt("claim keep: It stays.\nreason for ¦\n=== air.argmap\nclaim fell: It fell.\n");
  expect(untyped.labels).toEqual(["keep"]);
  expect(untyped.list.isIncomplete).toBe(true);
});

test("offers Chinese names during typing, in a map with errors", async () => {
  const opened = await openWorkspace(
    "claim a b c\n   stray\nobjection against ¦\n=== air.argmap\nclaim 更清洁: 空气更清洁。\n",
  );
  typeAtCursor(opened, "清");
  const { accept } = await completionsIn({ ...opened, cursor: { line: 2, character: 19 } });
  expect(accept("更清洁")).toContain("objection against 更清洁");
});

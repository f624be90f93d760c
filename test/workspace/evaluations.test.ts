import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { importClosure } from "../../server/core/language/graph.ts";
import { readArgument } from "../../server/core/reasoning/readFramework.ts";
import { NO_SUPPOSITIONS } from "../../server/core/reasoning/standing.ts";
import { Workspace } from "../../server/workspace/workspace.ts";
import { root } from "../support/root.ts";
import { memoryFileSystem, workspaceOn } from "../support/workspaces/memoryFileSystem.ts";

const uri = "file:///maps/main.argmap";
const text = `claim keep: The charge should stay.
  reason air: The air got cleaner.
    strength: strong
    premise less: There is less nitrogen dioxide.
      likelihood: 50%
`;

function openMap(): Workspace {
  const workspace = workspaceOn(memoryFileSystem({}));
  workspace.open(uri, text, 1);
  return workspace;
}

/** Replaces one piece of the text. */
function edit(workspace: Workspace, before: string, after: string): void {
  const file = workspace.get(uri)?.file;
  const content = file?.syntax.text ?? "";
  workspace.update(uri, [{ text: content.replace(before, after) }], 2);
}

test("keeps the evaluation while one types inside a text", () => {
  const workspace = openMap();
  const evaluation = workspace.evaluations.of(uri);
  edit(workspace, "The air got cleaner.", "The air got much cleaner.");
  expect(workspace.evaluations.of(uri)).toBe(evaluation);
});

test("reads nothing again when only an attribute changed", () => {
  const workspace = openMap();
  const nodes = workspace.evaluations.of(uri)?.argument.nodes;
  edit(workspace, "strength: strong", "strength: weak");
  edit(workspace, "    strength: weak\n", "");
  expect(workspace.evaluations.of(uri)?.argument.nodes).toBe(nodes);
  expect([...(workspace.evaluations.of(uri)?.argument.framework.chance ?? [])]).toEqual([Number.NaN, 0.5, Number.NaN]);
});

test.each([
  ["likelihood: 50%", "likelihood: 60%"],
  ["strength: strong", "strength: weak"],
  ["      likelihood: 50%\n", "      status: open\n"],
  ["claim keep:", "claim keep contradicts air2:"],
  ["reason air: The air got cleaner.", "objection air: The air got cleaner."],
])("computes it again when “%s” becomes “%s”", (before, after) => {
  const workspace = openMap();
  const evaluation = workspace.evaluations.of(uri);
  edit(workspace, before, after);
  expect(workspace.evaluations.of(uri)).not.toBe(evaluation);
});

const examples = join(root, "examples");
const maps = readdirSync(examples)
  .filter((name) => name.endsWith(".argmap"))
  .map((name) => readFileSync(join(examples, name), "utf8"));

test("is never out of date: after any edits it equals that of the new text", () => {
  const lineEdit = fc.record({
    at: fc.nat(),
    from: fc.nat(),
    kind: fc.constantFrom("delete", "copy", "type", "judge"),
  });
  fc.assert(
    fc.property(fc.constantFrom(...maps), fc.array(lineEdit, { minLength: 1, maxLength: 8 }), (map, edits) => {
      const workspace = workspaceOn(memoryFileSystem({}));
      workspace.open(uri, map, 1);
      for (const { at, from, kind } of edits) {
        workspace.evaluations.of(uri);
        const lines = (workspace.get(uri)?.file.syntax.text ?? "").split("\n");
        const line = at % lines.length;
        const judgment = ["strength: weak", "strength: 40%", "likelihood: even", "status: rejected"][from % 4];
        const indent = /^ */.exec(lines[line] ?? "")?.[0] ?? "";
        const copied =
          kind === "judge"
            ? `${indent}${judgment}\n`
            : kind === "copy"
              ? `${lines[from % lines.length]}\n`
              : kind === "type"
                ? "x"
                : "";
        const end = kind === "delete" ? { line: line + 1, character: 0 } : { line, character: 0 };
        workspace.update(uri, [{ range: { start: { line, character: 0 }, end }, text: copied }], 2);
      }
      const file = workspace.get(uri)?.file ?? expect.unreachable();
      const evaluation = workspace.evaluations.of(uri);
      expect(evaluation?.argument.framework).toEqual(readArgument(importClosure(file)).framework);
    }),
    { numRuns: 50 },
  );
});

/** A workspace whose slices of work run when the test says so. */
function openSlicedMap() {
  const deferred: (() => void)[] = [];
  const workspace = new Workspace(
    memoryFileSystem({}),
    (error) => expect.unreachable(String(error)),
    (work) => deferred.push(work),
  );
  workspace.open(uri, text, 1);
  const runSlices = async (): Promise<void> => {
    for (let work = deferred.shift(); work !== undefined; work = deferred.shift()) {
      work();
      await Promise.resolve();
    }
  };
  return { workspace, runSlices, pendingSlices: () => deferred.length };
}

test("computes likelihoods in slices, and keeps those without suppositions", async () => {
  const { workspace, runSlices, pendingSlices } = openSlicedMap();
  const first = workspace.evaluations.likelihoodsIn(uri, NO_SUPPOSITIONS);
  expect(pendingSlices()).toBeGreaterThan(0);
  await runSlices();
  expect((await first)?.likelihood[0]).toBe(0.4);
  const again = workspace.evaluations.likelihoodsIn(uri, NO_SUPPOSITIONS);
  expect(pendingSlices()).toBe(0);
  expect(await again).toBe(await first);
});

test("gives no likelihoods of an argument that has changed meanwhile", async () => {
  const { workspace, runSlices } = openSlicedMap();
  const likelihoods = workspace.evaluations.likelihoodsIn(uri, NO_SUPPOSITIONS);
  edit(workspace, "50%", "60%");
  await runSlices();
  expect(await likelihoods).toBeUndefined();
});

test("computes the importance in slices, keeps it without suppositions, and drops it when the argument changes", async () => {
  const { workspace, runSlices, pendingSlices } = openSlicedMap();
  const first = workspace.evaluations.importanceIn(uri, NO_SUPPOSITIONS);
  expect(pendingSlices()).toBeGreaterThan(0);
  await runSlices();
  expect((await first)?.grounds.length).toBeGreaterThan(0);
  expect(await workspace.evaluations.importanceIn(uri, NO_SUPPOSITIONS)).toBe(await first);
  edit(workspace, "50%", "60%");
  const changed = workspace.evaluations.importanceIn(uri, NO_SUPPOSITIONS);
  edit(workspace, "60%", "70%");
  await runSlices();
  expect(await changed).toBeUndefined();
});

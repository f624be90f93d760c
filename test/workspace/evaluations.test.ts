import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { importClosure } from "../../server/core/language/graph.ts";
import { MapFile } from "../../server/core/language/map.ts";
import { EntryRecords } from "../../server/core/reasoning/entryRecords.ts";
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

test("keeps the evaluation while one types inside a text of an imported file", () => {
  const workspace = openMap();
  const importer = "file:///maps/importer.argmap";
  workspace.open(importer, "import: main.argmap\nclaim\n  reason for keep: Nothing is lost.\n", 1);
  const evaluation = workspace.evaluations.of(importer);
  expect(evaluation?.files).toHaveLength(2);
  edit(workspace, "The air got cleaner.", "The air got much cleaner.");
  expect(workspace.evaluations.of(importer)).toBe(evaluation);
});

test("reads only the entries again that a new premise affects", () => {
  const entries = Array.from(
    { length: 200 },
    (_, index) => `  reason r${index}: Reason ${index}.\n    premise: Premise ${index}.\n`,
  );
  const file = new MapFile(uri, `claim keep: The charge should stay.\n${entries.join("")}`);
  const records = new EntryRecords();
  readArgument([file], records);
  const before = records.readCount;
  const start = { line: 101, character: 0 };
  const { change, names } = file.update([
    { range: { start, end: start }, text: "    premise air: The air got cleaner.\n" },
  ]);
  records.forget(change, names, [file]);
  expect(readArgument([file], records).framework).toEqual(readArgument([file]).framework);
  expect(records.readCount - before).toBeLessThan(10);
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

const judgments = ["strength: weak", "strength: 40%", "likelihood: even", "status: rejected", "answers: exactly-one"];
const keywords = ["claim", "premise", "assumption", "reason", "objection", "question"];

/** Changes of a line, by kind. `names` are those of the map. */
const lineEdits: Record<
  string,
  (line: string, lines: readonly string[], names: readonly string[], n: number) => string
> = {
  delete: () => "",
  copy: (line, lines, _, n) => `${lines[n % lines.length]}\n${line}\n`,
  type: (line) => `${line}x\n`,
  judge: (line, _, __, n) => `${line}\n${/^ */.exec(line)?.[0]}  ${judgments[n % judgments.length]}\n`,
  indent: (line, _, __, n) => (n % 2 === 0 ? `  ${line}\n` : `${line.replace(/^ {2}/, "")}\n`),
  keyword: (line, _, __, n) => `${line.replace(/\w+/, keywords[n % keywords.length] ?? "")}\n`,
  rename: (line, _, names, n) => `${line.replace(/^( *\w+) [\w-]+/, `$1 ${names[n % names.length]}`)}\n`,
  use: (line, _, names, n) => `${line}\n${/^ */.exec(line)?.[0]}  premise ${names[n % names.length]}\n`,
  relate: (line, _, names, n) => {
    const clause = ["for", "against", "contradicts", "restates", "answers"][n % 5];
    return `${line.replace(/:/, ` ${clause} ${names[n % names.length]}:`)}\n`;
  },
};

test("is never out of date: after any edits it equals that of the new text", () => {
  const lineEdit = fc.record({ at: fc.nat(), n: fc.nat(), kind: fc.constantFrom(...Object.keys(lineEdits), "move") });
  fc.assert(
    fc.property(fc.constantFrom(...maps), fc.array(lineEdit, { minLength: 1, maxLength: 8 }), (map, edits) => {
      const workspace = workspaceOn(memoryFileSystem({}));
      workspace.open(uri, map, 1);
      const file = workspace.get(uri)?.file ?? expect.unreachable();
      for (const { at, n, kind } of edits) {
        workspace.evaluations.of(uri);
        const lines = file.syntax.text.split("\n");
        const line = at % lines.length;
        if (kind === "move") {
          const others = lines.toSpliced(line, 1);
          const text = others.toSpliced(n % lines.length, 0, lines[line] ?? "").join("\n");
          workspace.update(uri, [{ text }], 2);
          continue;
        }
        const changed = lineEdits[kind]?.(lines[line] ?? "", lines, [...file.names], n) ?? "";
        const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
        workspace.update(uri, [{ range, text: changed }], 2);
      }
      const { framework, nodes, textNodes } = readArgument(importClosure(file));
      expect(workspace.evaluations.of(uri)?.argument).toMatchObject({ framework, nodes, textNodes });
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

/** After edits of two files, one of which imports the other, the problems equal those of a fresh workspace. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { type AnyEdit, anyEdits, anyMap, applyAnyEdit } from "../../support/arbitraries/maps.ts";
import { checkerProblems } from "../../support/maps/syntaxSnapshot.ts";
import { runs } from "../../support/runs.ts";
import { memoryFileSystem, workspaceOn } from "../../support/workspaces/memoryFileSystem.ts";

const uris = ["file:///maps/map.argmap", "file:///maps/other.argmap"] as const;
const articles = { "file:///maps/report.txt": "The air got cleaner. It broke off, they said." };

async function openWorkspace(texts: readonly string[]): Promise<Workspace> {
  const workspace = workspaceOn(memoryFileSystem(articles));
  for (const [index, uri] of uris.entries()) workspace.open(uri, texts[index] ?? "", 1);
  await workspace.whenIdle();
  return workspace;
}

const problemsIn = (workspace: Workspace): unknown =>
  uris.map((uri) => {
    const checker = workspace.get(uri)?.checker;
    return checker && checkerProblems(checker);
  });

async function expectSameProblems(start: readonly [string, string], edits: readonly (readonly [number, AnyEdit])[]) {
  const texts: string[] = [...start];
  const workspace = await openWorkspace(texts);
  for (const [which, one] of edits) {
    const uri = uris[which] ?? uris[0];
    const { edit, after } = applyAnyEdit(texts[which] ?? "", one);
    texts[which] = after;
    workspace.update(uri, [edit], 2);
    await workspace.whenIdle();
  }
  expect(problemsIn(workspace)).toEqual(problemsIn(await openWorkspace(texts)));
}

const imports = fc.constantFrom(
  "import: other.argmap\n",
  "import p: other.argmap\n",
  "import p: other.argmap\nimport: other.argmap\n",
);
const withPrefix = (text: string): string => text.replace(/\b(for|by|premise) (?=[abc]\b)/gu, "$1 p.");

test("after random edits of random maps", async () => {
  const editsOfFiles = anyEdits.chain((edits) =>
    fc.tuple(...edits.map((edit) => fc.tuple(fc.constantFrom(0, 1), fc.constant(edit)))),
  );
  await fc.assert(
    fc.asyncProperty(imports, anyMap, anyMap, editsOfFiles, fc.boolean(), (lines, map, other, edits, isPrefixed) =>
      expectSameProblems([lines + (isPrefixed ? withPrefix(map) : map), other], edits),
    ),
    { numRuns: runs(300) },
  );
});

test("after an edit of the imported file completes a cycle through the importing file", async () => {
  const map = "import: other.argmap\nreason for y: R.\n  premise x\n";
  const other = "claim x: X.\nclaim y: Y.\nclaim z: Z.\nreason for z: S.\n  premise y\n";
  const workspace = await openWorkspace([map, other]);
  const hasCycle = (): boolean => workspace.problemsOf(uris[0]).some(({ code }) => code === "circular-argument");
  const name = { start: { line: 3, character: 11 }, end: { line: 3, character: 12 } };
  for (const [text, isCyclic] of [
    ["x", true],
    ["z", false],
    ["x", true],
  ] as const) {
    workspace.update(uris[1], [{ range: name, text }], 2);
    await workspace.whenIdle();
    expect(hasCycle()).toBe(isCyclic);
  }
  expect(problemsIn(workspace)).toEqual(problemsIn(await openWorkspace([map, other.replace("for z", "for x")])));
});

test("after an imported source of a quote gains or loses its file", async () => {
  const map = "import: other.argmap\nclaim a: x\n  reason: b\n  quote s1: not there\n";
  const texts = ["note", "file"].map((key) => `source s1: One\n  ${key}: report.txt\n`);
  for (const [from, to] of [texts, texts.toReversed()]) {
    const workspace = await openWorkspace([map, from ?? ""]);
    const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 6 } };
    workspace.update(uris[1], [{ range, text: to?.includes("file") ? "file" : "note" }], 2);
    await workspace.whenIdle();
    expect(problemsIn(workspace)).toEqual(problemsIn(await openWorkspace([map, to ?? ""])));
  }
});

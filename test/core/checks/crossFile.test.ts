/** After edits of two files, one of which imports the other, the problems equal those of a fresh workspace. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Line } from "../../../server/core/language/entry.ts";
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

test("after a name that only a text mentions is defined, redefined and removed, in this file or an imported one", async () => {
  const map =
    "import: other.argmap\nimport p: other.argmap\nclaim a: by lind: x\nclaim b: by p.lind: y\nspeaker hale: H\n";
  const speaker = { start: { line: 4, character: 8 }, end: { line: 4, character: 12 } };
  const workspace = await openWorkspace([map, "claim other: y\n"]);
  const lineNumberOf = (line: Line): number => workspace.get(uris[0])?.checker.file.syntax.lines.numberOf(line) ?? -1;
  const reported = (): readonly number[] =>
    workspace.problemsOf(uris[0]).flatMap(({ code, at }) => (code === "head-in-text" ? [lineNumberOf(at.line)] : []));
  const edit = async (file: 0 | 1, range: typeof speaker, text: string, expected: readonly number[]): Promise<void> => {
    workspace.update(uris[file], [{ range, text }], 2);
    await workspace.whenIdle();
    expect(reported()).toEqual(expected);
  };
  const start = { line: 0, character: 0 };
  expect(reported()).toEqual([]);
  await edit(0, speaker, "lind", [2]);
  await edit(0, speaker, "hale", []);
  await edit(1, { start, end: start }, "speaker lind: L\n", [2, 3]);
  await edit(1, { start, end: { line: 1, character: 0 } }, "", []);
  expect(problemsIn(workspace)).toEqual(problemsIn(await openWorkspace([map, "claim other: y\n"])));
});

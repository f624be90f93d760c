/** Problems after edits of two files, one of which imports the other, equal those from scratch. */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { type AnyEdit, anyEdits, anyMap, applyAnyEdit } from "../../support/arbitraries/maps.ts";
import { memoryFileSystem, workspaceOn } from "../../support/memoryFileSystem.ts";
import { checkerProblems } from "../../support/syntaxSnapshot.ts";

vi.setConfig({ testTimeout: 60_000 });

const uris = ["file:///maps/map.argmap", "file:///maps/other.argmap"] as const;
const beside = { "file:///maps/report.txt": "The air got cleaner. It broke off, they said." };

async function opened(texts: readonly string[]): Promise<Workspace> {
  const workspace = workspaceOn(memoryFileSystem(beside));
  for (const [index, uri] of uris.entries()) workspace.open(uri, texts[index] ?? "", 1);
  await workspace.whenIdle();
  return workspace;
}

const told = (workspace: Workspace): unknown =>
  uris.map((uri) => {
    const checker = workspace.get(uri)?.checker;
    return checker && checkerProblems(checker);
  });

async function expectSame(start: readonly [string, string], edits: readonly (readonly [number, AnyEdit])[]) {
  const texts: string[] = [...start];
  const workspace = await opened(texts);
  for (const [which, one] of edits) {
    const uri = uris[which] ?? uris[0];
    const { edit, after } = applyAnyEdit(texts[which] ?? "", one);
    texts[which] = after;
    workspace.update(uri, [edit], 2);
    await workspace.whenIdle();
  }
  expect(told(workspace)).toEqual(told(await opened(texts)));
}

const imports = fc.constantFrom(
  "import: other.argmap\n",
  "import p: other.argmap\n",
  "import p: other.argmap\nimport: other.argmap\n",
);
const withPrefix = (text: string): string => text.replace(/\b(for|by|premise) (?=[abc]\b)/gu, "$1 p.");

test("in maps at random", async () => {
  const edits = anyEdits.chain((all) =>
    fc.tuple(...all.map((one) => fc.tuple(fc.constantFrom(0, 1), fc.constant(one)))),
  );
  await fc.assert(
    fc.asyncProperty(imports, anyMap, anyMap, edits, fc.boolean(), (lines, map, other, all, prefixed) =>
      expectSame([lines + (prefixed ? withPrefix(map) : map), other], all),
    ),
    { numRuns: 300 },
  );
});

test("where a head in the imported file closes a ring that goes through the file that imports it", async () => {
  const map = "import: other.argmap\nreason for y: R.\n  premise x\n";
  const other = "claim x: X.\nclaim y: Y.\nclaim z: Z.\nreason for z: S.\n  premise y\n";
  const workspace = await opened([map, other]);
  const isRing = (): boolean => workspace.problemsOf(uris[0]).some(({ code }) => code === "circular-argument");
  const name = { start: { line: 3, character: 11 }, end: { line: 3, character: 12 } };
  for (const [text, ring] of [
    ["x", true],
    ["z", false],
    ["x", true],
  ] as const) {
    workspace.update(uris[1], [{ range: name, text }], 2);
    await workspace.whenIdle();
    expect(isRing()).toBe(ring);
  }
  expect(told(workspace)).toEqual(told(await opened([map, other.replace("for z", "for x")])));
});

test("where a source that quotes are from names its file elsewhere", async () => {
  const map = "import: other.argmap\nclaim a: x\n  reason: b\n  quote s1: not there\n";
  const texts = ["note", "file"].map((key) => `source s1: One\n  ${key}: report.txt\n`);
  for (const [from, to] of [texts, texts.toReversed()]) {
    const workspace = await opened([map, from ?? ""]);
    const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 6 } };
    workspace.update(uris[1], [{ range, text: to?.includes("file") ? "file" : "note" }], 2);
    await workspace.whenIdle();
    expect(told(workspace)).toEqual(told(await opened([map, to ?? ""])));
  }
});

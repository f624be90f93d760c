import { expect, test } from "vitest";
import { codeLens, resolveCodeLens } from "../../../../server/features/requests/display/codeLens.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

/** The lenses of a file, as `head – title`. */
const lensesOf = ({ workspace, uri }: OpenWorkspace): readonly string[] =>
  codeLens(workspace, uri).map((lens) => {
    const line = workspace.get(uri)?.file.syntax.lines.at(lens.range.start.line)?.scanned.raw.trim() ?? "";
    return `${line.split(":")[0]} – ${resolveCodeLens(workspace, lens, { canShowReferences: true }).command?.title}`;
  });

test("counts reasons, objections, uses and answers", async () => {
  const opened = await openWorkspace(map`
    question q: Q?
    claim keep answers q: It stays.
      reason: R.
      reason: R.
        premise p: P.
      objection: O.
    reason for keep: R.
      premise other
    claim other: O.
  `);
  expect(lensesOf(opened)).toEqual([
    "question q – 1 answer",
    "claim keep answers q – 3 reasons",
    "claim keep answers q – 1 objection",
    "claim other – no reasons",
    "claim other – 1 use",
  ]);
});

test("shows “no answers” on a question, but not on a critical question", async () => {
  const opened = await openWorkspace("question q: Q?\n  question part: P?\nclaim a: A.\n  question: Is it so?\n");
  expect(lensesOf(opened)).toEqual(["question q – no answers", "question part – no answers", "claim a – no reasons"]);
});

test("counts over all files, and counts the uses of a premise elsewhere", async () => {
  const opened = await openWorkspace(map`
    claim a: A.
      reason: R.
        premise 空气: 空气更清洁。
    === other.argmap
    import m: main.argmap
    reason for m.a: R.
      premise m.空气
    objection against m.a: O.
    === third.argmap
    import: main.argmap
    reason for a: R.
      premise 空气
  `);
  expect(lensesOf(opened)).toEqual(["claim a – 3 reasons", "claim a – 1 objection", "premise 空气 – 2 uses"]);
});

test("a click shows the references; without that command, the lens shows only the count", async () => {
  const opened = await openWorkspace("claim a: A.\n  reason x: R.\n");
  const [lens] = codeLens(opened.workspace, opened.uri);
  if (lens === undefined) throw new Error("There is no lens.");
  expect(resolveCodeLens(opened.workspace, lens, { canShowReferences: true }).command).toEqual({
    title: "1 reason",
    command: "argmap.showReferences",
    arguments: [
      {
        uri: opened.uri,
        position: { line: 0, character: 6 },
        locations: [{ uri: opened.uri, range: { start: { line: 1, character: 9 }, end: { line: 1, character: 10 } } }],
      },
    ],
  });
  expect(resolveCodeLens(opened.workspace, lens, { canShowReferences: false }).command).toEqual({
    title: "1 reason",
    command: "",
  });
});

test("skips entries with syntax errors, and resolves a removed entry to an empty title", async () => {
  const opened = await openWorkspace("claim a b: A.\nclaim\nclaim c: C.¦\n");
  expect(lensesOf(opened)).toEqual(["claim c – no reasons"]);
  const [lens] = codeLens(opened.workspace, opened.uri);
  opened.workspace.update(opened.uri, [{ text: "" }], 2);
  expect(lens && resolveCodeLens(opened.workspace, lens, { canShowReferences: true }).command?.title).toBe("");
  expect(
    resolveCodeLens(
      opened.workspace,
      { ...lens, range: lens?.range ?? { start: opened.cursor, end: opened.cursor }, data: 5 },
      { canShowReferences: true },
    ).command?.title,
  ).toBe("");
});

test("reflects edits", async () => {
  const opened = await openWorkspace("claim a: A.\n¦");
  typeAtCursor(opened, "  reason: R.\n  objection");
  expect(lensesOf(opened)).toEqual(["claim a – 1 reason"]);
});

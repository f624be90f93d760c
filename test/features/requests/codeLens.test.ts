import { expect, test } from "vitest";
import { codeLens, resolveCodeLens } from "../../../server/features/requests/codeLens.ts";
import { map } from "../../support/markedMap.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

/** What the lenses of a file say, each after the line that it stands at. */
const lensesOf = ({ workspace, uri }: OpenWorkspace): readonly string[] =>
  codeLens(workspace, uri).map((lens) => {
    const line = workspace.get(uri)?.file.syntax.lines.at(lens.range.start.line)?.scanned.raw.trim() ?? "";
    return `${line.split(":")[0]} – ${resolveCodeLens(workspace, lens, { canShowReferences: true }).command?.title}`;
  });

test("counts what is for and against each claim, where it is used, and the answers to a question", async () => {
  const at = await openWorkspace(map`
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
  expect(lensesOf(at)).toEqual([
    "question q – 1 answer",
    "claim keep answers q – 3 for",
    "claim keep answers q – 1 against",
    "claim other – no reasons yet",
    "claim other – used once",
  ]);
});

test("says that a question has no answer yet, but not of a critical one", async () => {
  const at = await openWorkspace("question q: Q?\n  question part: P?\nclaim a: A.\n  question: Is it so?\n");
  expect(lensesOf(at)).toEqual([
    "question q – no answers yet",
    "question part – no answers yet",
    "claim a – no reasons yet",
  ]);
});

test("counts over all files, and a premise where it is used elsewhere", async () => {
  const at = await openWorkspace(map`
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
  expect(lensesOf(at)).toEqual(["claim a – 3 for", "claim a – 1 against", "premise 空气 – used 2 times"]);
});

test("a click shows the places; a client without the command is told how many there are", async () => {
  const at = await openWorkspace("claim a: A.\n  reason x: R.\n");
  const [lens] = codeLens(at.workspace, at.uri);
  if (lens === undefined) throw new Error("There is no lens.");
  expect(resolveCodeLens(at.workspace, lens, { canShowReferences: true }).command).toEqual({
    title: "1 for",
    command: "argmap.showReferences",
    arguments: [
      {
        uri: at.uri,
        position: { line: 0, character: 6 },
        places: [{ uri: at.uri, range: { start: { line: 1, character: 9 }, end: { line: 1, character: 10 } } }],
      },
    ],
  });
  expect(resolveCodeLens(at.workspace, lens, { canShowReferences: false }).command).toEqual({
    title: "1 for",
    command: "",
  });
});

test("has none on what cannot be read, and says nothing of what is gone", async () => {
  const at = await openWorkspace("claim a b: A.\nclaim\nclaim c: C.¦\n");
  expect(lensesOf(at)).toEqual(["claim c – no reasons yet"]);
  const [lens] = codeLens(at.workspace, at.uri);
  at.workspace.update(at.uri, [{ text: "" }], 2);
  expect(lens && resolveCodeLens(at.workspace, lens, { canShowReferences: true }).command?.title).toBe("");
  expect(
    resolveCodeLens(
      at.workspace,
      { ...lens, range: lens?.range ?? { start: at.cursor, end: at.cursor }, data: 5 },
      { canShowReferences: true },
    ).command?.title,
  ).toBe("");
});

test("counts the text as it is during an edit", async () => {
  const at = await openWorkspace("claim a: A.\n¦");
  typeAtCursor(at, "  reason: R.\n  objection");
  expect(lensesOf(at)).toEqual(["claim a – 1 for"]);
});

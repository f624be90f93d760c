import { expect, test } from "vitest";
import { linkedEditing } from "../../../../server/features/requests/editing/linkedEditing.ts";
import { map, mark, unmark } from "../../../support/maps/markedMap.ts";
import { openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

/** Requests linked editing at ¦ and expects the ⟨linked ranges⟩, or null if there are no marks. */
async function expectLinked(source: string): Promise<void> {
  const opened = await openWorkspace(source);
  const linked = linkedEditing(opened.workspace, opened.uri, opened.cursor);
  expect(mark(opened, { uses: (linked?.ranges ?? []).map((range) => ({ uri: opened.uri, range })) })).toBe(source);
  expect(linked === null).toBe(!source.includes("⟨"));
}

test("links the definition of a name with its uses", async () => {
  await expectLinked(map`
    claim ⟨ke¦ep⟩: It should stay.
      objection: No.
    reason air for ⟨keep⟩: Cleaner air.
      premise ⟨keep⟩
  `);
  await expectLinked(map`
    speaker ⟨lind¦⟩: Maja Lind
    claim keep by ⟨lind⟩: It should stay.
  `);
});

test("links nothing from a use, where the user means another entry", () =>
  expectLinked(map`
    claim air: Cleaner air.
    claim keep: It should stay.
    reason for ai¦r: So it is.
  `));

test("links a prefix with its uses, but not with an equal name", () =>
  expectLinked(map`
    import ⟨a¦ir⟩: air.argmap
    claim air: The air.
    reason for ⟨air⟩.fell, air: So.
    === air.argmap
    claim fell: It fell.
  `));

test("links nothing if another file uses the name", async () => {
  await expectLinked(map`
    claim ke¦ep: It should stay.
    reason for keep: Cleaner air.
    === other.argmap
    import main: main.argmap
    reason for main.keep: From elsewhere.
  `);
  await expectLinked(map`
    claim ⟨ke¦ep⟩: It should stay.
    reason for ⟨keep⟩: Cleaner air.
    === other.argmap
    import main: main.argmap
    claim keep: Another one.
    reason for keep: Of that.
  `);
});

test("links nothing if the name is defined twice, spelt in two ways, unused or undefined", async () => {
  await expectLinked("claim ke¦ep: It should stay.\nclaim keep: Again.\nreason for keep: Cleaner air.\n");
  await expectLinked("claim caf¦e\u0301: Combining.\nreason for café: One letter.\n");
  await expectLinked("claim ke¦ep: Nothing uses it.\n");
  await expectLinked("claim keep: It should ke¦ep going.\nreason for keep: So.\n");
  await expectLinked("reason for kee¦n: A slip.\nobjection against keen: Another.\n");
});

test("links nothing in an unfinished head, but links uses in such heads", async () => {
  await expectLinked("claim ke¦ep by\nreason for keep: So.\n");
  await expectLinked(map`
    claim ⟨ke¦ep⟩: It should stay.
    ;;; nonsense
    reason for ⟨keep⟩ and
  `);
});

test("links Chinese names, with a word pattern that matches names in any script", async () => {
  const source = map`
    claim ⟨保¦留⟩: 应当保留。
    reason for ⟨保留⟩: 空气更清洁。
  `;
  await expectLinked(source);
  const opened = await openWorkspace(source);
  const pattern = linkedEditing(opened.workspace, opened.uri, opened.cursor)?.wordPattern ?? "";
  // VS Code compiles the pattern without the `u` flag.
  const matchesWhole = (text: string): boolean => new RegExp(pattern).exec(text)?.[0] === text;
  for (const name of ["保留", "été", "e\u0301te\u0301", "air-2_b", "𠀀"]) expect(matchesWhole(name)).toBe(true);
  for (const other of ["a b", "a.b", "a:", "a,b"]) expect(matchesWhole(other)).toBe(false);
});

test("reflects edits", async () => {
  const opened = await openWorkspace(map`
    claim keep: It should stay.
    reason for keep: Cleaner air.
    objection against kee¦: It costs.
  `);
  const now = unmark(map`
    claim ⟨ke¦ep⟩: It should stay.
    reason for ⟨keep⟩: Cleaner air.
    objection against ⟨keep⟩: It costs.
  `);
  expect(linkedEditing(opened.workspace, opened.uri, now.cursor)?.ranges).toHaveLength(2);
  typeAtCursor(opened, "p");
  expect(linkedEditing(opened.workspace, opened.uri, now.cursor)?.ranges).toEqual(now.uses.map(({ range }) => range));
});

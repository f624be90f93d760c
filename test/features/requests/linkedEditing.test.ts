import { expect, test } from "vitest";
import { linkedEditing } from "../../../server/features/requests/linkedEditing.ts";
import { map, mark, unmark } from "../../support/markedMap.ts";
import { openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

/** Asks at ¦, and demands the ⟨ranges⟩ that are typed in together; no mark where there are none. */
async function expectLinked(source: string): Promise<void> {
  const at = await openWorkspace(source);
  const linked = linkedEditing(at.workspace, at.uri, at.cursor);
  expect(mark(at, { uses: (linked?.ranges ?? []).map((range) => ({ uri: at.uri, range })) })).toBe(source);
  expect(linked === null).toBe(!source.includes("⟨"));
}

test("links a name with its uses, from where it is defined", async () => {
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

test("links nothing from a use: who types there means another entry", () =>
  expectLinked(map`
    claim air: Cleaner air.
    claim keep: It should stay.
    reason for ai¦r: So it is.
  `));

test("links a prefix with its uses, and not with a name that is the same", () =>
  expectLinked(map`
    import ⟨a¦ir⟩: air.argmap
    claim air: The air.
    reason for ⟨air⟩.fell, air: So.
    === air.argmap
    claim fell: It fell.
  `));

test("links nothing that another file uses, as that would be left behind", async () => {
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

test("links nothing where a use would be left behind, or not be of this entry for long", async () => {
  await expectLinked("claim ke¦ep: It should stay.\nclaim keep: Again.\nreason for keep: Cleaner air.\n");
  await expectLinked("claim caf¦e\u0301: Combining.\nreason for café: One letter.\n");
  await expectLinked("claim ke¦ep: Nothing uses it.\n");
  await expectLinked("claim keep: It should ke¦ep going.\nreason for keep: So.\n");
  await expectLinked("reason for kee¦n: A slip.\nobjection against keen: Another.\n");
});

test("waits for a head that is not finished, and takes uses in such heads along", async () => {
  await expectLinked("claim ke¦ep by\nreason for keep: So.\n");
  await expectLinked(map`
    claim ⟨ke¦ep⟩: It should stay.
    ;;; nonsense
    reason for ⟨keep⟩ and
  `);
});

test("takes Chinese names; the pattern fits a name in any script, as VS Code reads it, and no more", async () => {
  const source = map`
    claim ⟨保¦留⟩: 应当保留。
    reason for ⟨保留⟩: 空气更清洁。
  `;
  await expectLinked(source);
  const at = await openWorkspace(source);
  const pattern = linkedEditing(at.workspace, at.uri, at.cursor)?.wordPattern ?? "";
  // Without the flag `u`.
  const whole = (text: string): boolean => new RegExp(pattern).exec(text)?.[0] === text;
  for (const name of ["保留", "été", "e\u0301te\u0301", "air-2_b", "𠀀"]) expect(whole(name)).toBe(true);
  for (const other of ["a b", "a.b", "a:", "a,b"]) expect(whole(other)).toBe(false);
});

test("is of the text as it is during an edit", async () => {
  const at = await openWorkspace(map`
    claim keep: It should stay.
    reason for keep: Cleaner air.
    objection against kee¦: It costs.
  `);
  const now = unmark(map`
    claim ⟨ke¦ep⟩: It should stay.
    reason for ⟨keep⟩: Cleaner air.
    objection against ⟨keep⟩: It costs.
  `);
  expect(linkedEditing(at.workspace, at.uri, now.cursor)?.ranges).toHaveLength(2);
  typeAtCursor(at, "p");
  expect(linkedEditing(at.workspace, at.uri, now.cursor)?.ranges).toEqual(now.uses.map(({ range }) => range));
});

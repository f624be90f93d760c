import { expect, test } from "vitest";
import { references } from "../../../server/features/requests/references.ts";
import { map, mark, unmark } from "../../support/markedMap.ts";
import { openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

/** Asks at ¦ for all references, and demands the marked ones: ⟦definition⟧ and ⟨uses⟩. */
async function expectReferences(source: string): Promise<void> {
  const at = await openWorkspace(source);
  const uses = references(at.workspace, at.uri, at.cursor, false);
  const all = references(at.workspace, at.uri, at.cursor, true);
  const targets = all.filter((one) => !uses.some((use) => JSON.stringify(use) === JSON.stringify(one)));
  expect(mark(at, { targets, uses })).toBe(source);
}

test("finds what is for, against, rests on and contradicts a claim, from its definition", () =>
  expectReferences(map`
    claim ⟦ke¦ep⟧: It should stay.
    claim drop contradicts ⟨keep⟩: It should go.
    reason air for ⟨keep⟩: Cleaner air.
      premise fell: It fell.
    objection cost against air, ⟨keep⟩: It costs.
      premise ⟨keep⟩
  `));

test("finds the same from any use, and a speaker's and a source's uses too", async () => {
  await expectReferences(map`
    claim ⟦keep⟧: It should stay.
    reason air for ⟨k¦eep⟩: Cleaner air.
  `);
  await expectReferences(map`
    speaker ⟦lind⟧: Maja Lind
    claim keep by ⟨lind¦⟩: It should stay.
      reason by ⟨lind⟩: Cleaner air.
        premise fell accepted-by ⟨lind⟩: It fell.
  `);
  await expectReferences(map`
    source ⟦re¦port⟧: A report
    claim keep: It should stay.
      quote ⟨report⟩: It should stay.
  `);
});

test("goes over all files, from both sides, and leaves the prefix out", async () => {
  await expectReferences(map`
    import air: air.argmap
    claim keep: It should stay.
      reason:
        premise air.⟨fell⟩
    === air.argmap
    claim ⟦f¦ell⟧: It fell.
      reason for ⟨fell⟩: So it was measured.
  `);
  await expectReferences(map`
    import air: air.argmap
    claim keep: It should stay.
      reason:
        premise air.⟨fe¦ll⟩
    === air.argmap
    claim ⟦fell⟧: It fell.
  `);
});

test("does not mix up equal names of two files", () =>
  expectReferences(map`
    import air: air.argmap
    claim ⟦ke¦ep⟧: It should stay.
    reason for ⟨keep⟩, air.keep: Both.
    === air.argmap
    claim keep: Another one.
    reason for keep: Of that.
  `));

test("finds the uses of a prefix, from its import and from a use", async () => {
  await expectReferences(map`
    import ⟦a¦ir⟧: air.argmap
    claim keep: It should stay.
      reason for ⟨air⟩.fell:
        premise ⟨air⟩.fell
    === air.argmap
    claim fell: It fell.
  `);
  await expectReferences(map`
    import ⟦air⟧: air.argmap
    reason for ⟨a¦ir⟩.fell: It was so.
    === air.argmap
    claim fell: It fell.
  `);
});

test("finds all imports of a file, and all sources whose text it is", async () => {
  await expectReferences(map`
    import: ⟨pe¦ople.argmap⟩
    import air: sub/air.argmap
    === sub/air.argmap
    import: ⟨../people.argmap⟩
    === people.argmap
    speaker lind: Maja Lind
  `);
  await expectReferences(map`
    source report: A report
      file: ⟨rep¦ort.txt⟩
    source again: The same
      file: ⟨report.txt⟩
  `);
});

test("shows the other uses of a name that nothing defines", () =>
  expectReferences(map`
    reason for ⟨kee¦n⟩: Cleaner air.
    objection against ⟨keen⟩: Costs.
    reason for keep: Other.
  `));

test("takes the lines that can be read where others cannot", () =>
  expectReferences(map`
    claim ⟦keep⟧ by : It should stay.
    ;;; nonsense
    reason air for ⟨ke¦ep⟩: Cleaner air.
      premise by by: ?
    objection against ⟨keep⟩ no colon
  `));

test("takes Chinese names, and names written with combining marks", async () => {
  await expectReferences(map`
    claim ⟦保¦留⟧: 应当保留。
    reason 空气 for ⟨保留⟩: 空气更清洁。
    objection against ⟨保留⟩, 空气: 太贵。
  `);
  await expectReferences(
    map`
    claim ⟦cafe\u0301⟧: With a combining accent.
    reason for ⟨caf¦é⟩: With a letter of its own.
  `.replaceAll("\\u0301", "\u0301"),
  );
});

test("says nothing in prose, and nothing of a file that is not known", async () => {
  await expectReferences(map`
    claim keep: It should ke¦ep going.
    reason for keep: So it is.
  `);
  const { workspace } = await openWorkspace("claim keep: It stays.\n");
  expect(references(workspace, "file:///none.argmap", { line: 0, character: 0 }, true)).toEqual([]);
});

test("finds uses in files that are not open, under whatever prefix, file by file", () =>
  expectReferences(map`
    claim ⟦ke¦ep⟧: It should stay.
    === a.argmap
    import here: main.argmap
    import there: main.argmap
    reason for here.⟨keep⟩, there.⟨keep⟩: Twice.
    === b.argmap
    import: main.argmap
    objection against ⟨keep⟩: No prefix.
    === c.argmap
    import: main.argmap
    claim keep: Hides the other.
    reason for keep: Another one.
  `));

test("is of the text as it is during an edit, in other files too", async () => {
  const at = await openWorkspace(map`
    claim kee¦: It should stay.
    === other.argmap
    import main: main.argmap
    reason for main.keep: So it is.
  `);
  const now = unmark(map`
    claim ⟦keep⟧: It should stay.
    === other.argmap
    import main: main.argmap
    reason for main.⟨keep⟩: So it is.
  `);
  expect(references(at.workspace, at.uri, at.cursor, true)).toHaveLength(1);
  typeAtCursor(at, "p");
  expect(references(at.workspace, at.uri, at.cursor, true)).toEqual([...now.targets, ...now.uses]);
});

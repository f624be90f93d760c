import { expect, test } from "vitest";
import { references } from "../../../../server/features/requests/navigation/references.ts";
import { map, mark, unmark } from "../../../support/maps/markedMap.ts";
import { openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

/** Requests all references at ¦ and expects the marked ones: ⟦definition⟧ and ⟨uses⟩. */
async function expectReferences(source: string): Promise<void> {
  const opened = await openWorkspace(source);
  const uses = references(opened.workspace, opened.uri, opened.cursor, false);
  const all = references(opened.workspace, opened.uri, opened.cursor, true);
  const targets = all.filter((target) => !uses.some((use) => JSON.stringify(use) === JSON.stringify(target)));
  expect(mark(opened, { targets, uses })).toBe(source);
}

test("finds all uses of a claim from its definition", () =>
  expectReferences(map`
    claim ⟦ke¦ep⟧: It should stay.
    claim drop contradicts ⟨keep⟩: It should go.
    reason air for ⟨keep⟩: Cleaner air.
      premise fell: It fell.
    objection cost against air, ⟨keep⟩: It costs.
      premise ⟨keep⟩
  `));

test("finds uses from a use, and uses of speakers and sources", async () => {
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

test("covers all files from either side, without prefixes", async () => {
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

test("distinguishes equal names of two files", () =>
  expectReferences(map`
    import air: air.argmap
    claim ⟦ke¦ep⟧: It should stay.
    reason for ⟨keep⟩, air.keep: Both.
    === air.argmap
    claim keep: Another one.
    reason for keep: Of that.
  `));

test("finds the uses of a prefix from its import or a use", async () => {
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

test("finds all paths of imports and sources to a file", async () => {
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

test("finds the other uses of an undefined name", () =>
  expectReferences(map`
    reason for ⟨kee¦n⟩: Cleaner air.
    objection against ⟨keen⟩: Costs.
    reason for keep: Other.
  `));

test("works in a map with errors", () =>
  expectReferences(map`
    claim ⟦keep⟧ by : It should stay.
    ;;; nonsense
    reason air for ⟨ke¦ep⟩: Cleaner air.
      premise by by: ?
    objection against ⟨keep⟩ no colon
  `));

test("works with Chinese names and combining marks", async () => {
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

test("returns nothing in text and for an unknown file", async () => {
  await expectReferences(map`
    claim keep: It should ke¦ep going.
    reason for keep: So it is.
  `);
  const { workspace } = await openWorkspace("claim keep: It stays.\n");
  expect(references(workspace, "file:///none.argmap", { line: 0, character: 0 }, true)).toEqual([]);
});

test("finds uses in files that are not open, with any prefix", () =>
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

test("reflects edits, also in other files", async () => {
  const opened = await openWorkspace(map`
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
  expect(references(opened.workspace, opened.uri, opened.cursor, true)).toHaveLength(1);
  typeAtCursor(opened, "p");
  expect(references(opened.workspace, opened.uri, opened.cursor, true)).toEqual([...now.targets, ...now.uses]);
});

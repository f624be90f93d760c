import { expect, test } from "vitest";
import { highlights } from "../../../server/features/requests/highlights.ts";
import { map, mark, unmark } from "../../support/markedMap.ts";
import { openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

/** Asks at ¦, and demands ⟦ ⟧ as written to and ⟨ ⟩ as read. */
async function expectHighlights(source: string): Promise<void> {
  const at = await openWorkspace(source);
  const found = highlights(at.workspace, at.uri, at.cursor);
  const places = (kind: number) =>
    found.filter((one) => one.kind === kind).map(({ range }) => ({ uri: at.uri, range }));
  expect(mark(at, { targets: places(3), uses: places(2) })).toBe(source);
}

test("shows where a name is defined and where it is used", () =>
  expectHighlights(map`
    claim ⟦keep⟧: It should stay.
      objection: No.
    reason air for ⟨ke¦ep⟩: Cleaner air.
      premise ⟨keep⟩
  `));

test("stays within the file", async () => {
  await expectHighlights(map`
    import air: air.argmap
    reason for air.⟨fe¦ll⟩: One.
    objection against air.⟨fell⟩: Another.
    === air.argmap
    claim fell: It fell.
    reason for fell: Not here.
  `);
  await expectHighlights(map`
    import air: air.argmap
    reason for air.fell: Not here.
    === air.argmap
    claim ⟦f¦ell⟧: It fell.
    reason for ⟨fell⟩: Here.
  `);
});

test("shows the second definition of a name by itself, as nothing leads there", () =>
  expectHighlights(map`
    claim keep: It should stay.
    claim ⟦keep¦⟧: It should stay indeed.
    reason for keep: So.
  `));

test("marks the name of a head that is not finished as its definition", () =>
  expectHighlights(map`
    claim ⟦ke¦ep⟧ by
    reason for ⟨keep⟩: So.
  `));

test("takes Chinese names and CRLF", async () => {
  await expectHighlights(map`
    claim ⟦保留⟧: 应当保留。
    reason for ⟨保¦留⟩: 空气更清洁。
  `);
  await expectHighlights("claim ⟦keep⟧: It stays.\r\nreason for ⟨ke¦ep⟩: So.\r\n");
});

/** Asks at ¦, and demands ⟦ ⟧ as a word that stands for itself alone. */
async function expectWord(source: string): Promise<void> {
  const at = await openWorkspace(source);
  const found = highlights(at.workspace, at.uri, at.cursor);
  for (const { kind } of found) expect(kind).toBe(1);
  expect(mark(at, { targets: found.map(({ range }) => ({ uri: at.uri, range })) })).toBe(source);
}

test("marks a keyword, a clause word or a key alone, as an editor would else mark it in prose too", async () => {
  await expectWord("claim keep: By reason alone.\n  ⟦rea¦son⟧: No reason given.\n  reason: So.\n");
  await expectWord("speaker a: A\nclaim keep ⟦by¦⟧ a: Put by a friend.\n  reason by a: So.\n");
  await expectWord("claim keep: A note on it.\n  ⟦¦note⟧: A note.\n");
});

test("leaves prose to the editor", async () => {
  await expectWord("claim keep: A map of the m¦ap.\nmap: Title\n");
  await expectWord("claim keep: It stays.\n  note: A no¦te.\n");
});

test("is of the text as it is during an edit", async () => {
  const at = await openWorkspace(map`
    claim keep: It should stay.
    reason for kee¦: Cleaner air.
  `);
  const now = unmark(map`
    claim ⟦keep⟧: It should stay.
    reason for ⟨keep⟩: Cleaner air.
  `);
  expect(highlights(at.workspace, at.uri, at.cursor)).toHaveLength(1);
  typeAtCursor(at, "p");
  expect(highlights(at.workspace, at.uri, at.cursor).map(({ range, kind }) => ({ uri: at.uri, range, kind }))).toEqual([
    ...now.targets.map((one) => ({ ...one, kind: 3 })),
    ...now.uses.map((one) => ({ ...one, kind: 2 })),
  ]);
});

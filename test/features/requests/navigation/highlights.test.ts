import { expect, test } from "vitest";
import { highlights } from "../../../../server/features/requests/navigation/highlights.ts";
import { map, mark, unmark } from "../../../support/maps/markedMap.ts";
import { openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

/** Requests the highlights at ¦ and expects the kind `Write` for ⟦ ⟧ and `Read` for ⟨ ⟩. */
async function expectHighlights(source: string): Promise<void> {
  const opened = await openWorkspace(source);
  const found = highlights(opened.workspace, opened.uri, opened.cursor);
  const rangesOfKind = (kind: number) =>
    found.filter((highlight) => highlight.kind === kind).map(({ range }) => ({ uri: opened.uri, range }));
  expect(mark(opened, { targets: rangesOfKind(3), uses: rangesOfKind(2) })).toBe(source);
}

test("highlights the definition and the uses of a name", () =>
  expectHighlights(map`
    claim ⟦keep⟧: It should stay.
      objection: No.
    reason air for ⟨ke¦ep⟩: Cleaner air.
      premise ⟨keep⟩
  `));

test("covers only the requested file", async () => {
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

test("highlights a second definition of a name alone, because no use refers to it", () =>
  expectHighlights(map`
    claim keep: It should stay.
    claim ⟦keep¦⟧: It should stay indeed.
    reason for keep: So.
  `));

test("highlights the name in an unfinished head as a definition", () =>
  expectHighlights(map`
    claim ⟦ke¦ep⟧ by
    reason for ⟨keep⟩: So.
  `));

test("works with Chinese names and CRLF", async () => {
  await expectHighlights(map`
    claim ⟦保留⟧: 应当保留。
    reason for ⟨保¦留⟩: 空气更清洁。
  `);
  await expectHighlights("claim ⟦keep⟧: It stays.\r\nreason for ⟨ke¦ep⟩: So.\r\n");
});

/** Requests the highlights at ¦ and expects only ⟦ ⟧, with the kind `Text`. */
async function expectWord(source: string): Promise<void> {
  const opened = await openWorkspace(source);
  const found = highlights(opened.workspace, opened.uri, opened.cursor);
  for (const { kind } of found) expect(kind).toBe(1);
  expect(mark(opened, { targets: found.map(({ range }) => ({ uri: opened.uri, range })) })).toBe(source);
}

test("highlights a keyword, clause word or key alone", async () => {
  await expectWord("claim keep: By reason alone.\n  ⟦rea¦son⟧: No reason given.\n  reason: So.\n");
  await expectWord("speaker a: A\nclaim keep ⟦by¦⟧ a: Put by a friend.\n  reason by a: So.\n");
  await expectWord("claim keep: A note on it.\n  ⟦¦note⟧: A note.\n");
});

test("highlights nothing in text", async () => {
  await expectWord("claim keep: A map of the m¦ap.\nmap: Title\n");
  await expectWord("claim keep: It stays.\n  note: A no¦te.\n");
});

test("reflects edits", async () => {
  const opened = await openWorkspace(map`
    claim keep: It should stay.
    reason for kee¦: Cleaner air.
  `);
  const now = unmark(map`
    claim ⟦keep⟧: It should stay.
    reason for ⟨keep⟩: Cleaner air.
  `);
  expect(highlights(opened.workspace, opened.uri, opened.cursor)).toHaveLength(1);
  typeAtCursor(opened, "p");
  expect(
    highlights(opened.workspace, opened.uri, opened.cursor).map(({ range, kind }) => ({
      uri: opened.uri,
      range,
      kind,
    })),
  ).toEqual([
    ...now.targets.map((target) => ({ ...target, kind: 3 })),
    ...now.uses.map((use) => ({ ...use, kind: 2 })),
  ]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Position, Range, SelectionRange } from "vscode-languageserver";
import { selectionRanges } from "../../../../server/features/requests/editing/selectionRanges.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { workspaceWith } from "../../../support/workspaces/memoryFileSystem.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

/** The texts of the selections at the cursor, the smallest first. */
async function selectionsAt(source: string): Promise<readonly string[]> {
  const opened = await openWorkspace(source);
  return textsAt(opened, opened.files[opened.uri] ?? "");
}

function textsAt({ workspace, uri, cursor }: OpenWorkspace, text: string): readonly string[] {
  return rangesOf(selectionRanges(workspace, uri, [cursor])[0]).map((range) => textIn(text, range));
}

function rangesOf(selection: SelectionRange | undefined): readonly Range[] {
  return selection === undefined ? [] : [selection.range, ...rangesOf(selection.parent)];
}

function textIn(text: string, { start, end }: Range): string {
  const lines = text.split(/\r\n|\n/).slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? "").slice(0, end.character);
  lines[0] = (lines[0] ?? "").slice(start.character);
  return lines.join("\n");
}

test("expands from word to line, text, entry, subtree, ancestors, section and file", async () => {
  const source = map`
    map: Title
    # For
    claim keep: It should stay.
      reason air: The air got clea¦ner,
        and stays so.
        note: Measured.
        premise fell: It fell.
      objection: No.

    # Against
    claim drop: It should go.
  `;
  expect(await selectionsAt(source)).toEqual([
    "cleaner",
    "The air got cleaner,",
    "The air got cleaner,\n    and stays so.",
    "reason air: The air got cleaner,\n    and stays so.\n    note: Measured.",
    "reason air: The air got cleaner,\n    and stays so.\n    note: Measured.\n    premise fell: It fell.",
    source.slice(source.indexOf("claim keep"), source.indexOf("\n\n#")).replace("¦", ""),
    source.slice(source.indexOf("# For"), source.indexOf("\n\n#")).replace("¦", ""),
    source.replace("¦", ""),
  ]);
});

test("expands from a name to the head, and from a value to the attribute", async () => {
  expect(await selectionsAt("claim keep by li¦nd: It should stay.\n  note: Said.\n")).toEqual([
    "lind",
    "claim keep by lind:",
    "claim keep by lind: It should stay.\n  note: Said.",
    "claim keep by lind: It should stay.\n  note: Said.\n",
  ]);
  expect(await selectionsAt("claim keep: It should stay.\n  note: Said in\n    Ma¦y.\n")).toEqual([
    "May",
    "May.",
    "Said in\n    May.",
    "note: Said in\n    May.",
    "claim keep: It should stay.\n  note: Said in\n    May.",
    "claim keep: It should stay.\n  note: Said in\n    May.\n",
  ]);
});

test("expands from a part of a hyphenated name to the whole name", async () => {
  expect((await selectionsAt("claim air-qua¦lity: It fell.\n")).slice(0, 2)).toEqual(["quality", "air-quality"]);
});

test("expands over nested sections, also from a heading", async () => {
  const source = "# A\n## B\nclaim b: Two.\n## C¦\nclaim c: Three.\n# D\n";
  expect(await selectionsAt(source)).toEqual([
    "C",
    "## C",
    "## C\nclaim c: Three.",
    "# A\n## B\nclaim b: Two.\n## C\nclaim c: Three.",
    source.replace("¦", ""),
  ]);
});

test("includes text of an entry below its children", async () => {
  const claim = "claim keep: It should stay.\n  reason a: One.\n    premise: Of it.\n   going on.";
  expect(await selectionsAt(`${claim.replace("Of", "O¦f")}\nclaim other: No.\n`)).toContain(claim);
});

test("expands from a Chinese word to the whole run of characters", async () => {
  const selections = await selectionsAt("claim 保留: 空气更清¦洁。\n");
  expect(selections.slice(-4)).toEqual([
    "空气更清洁",
    "空气更清洁。",
    "claim 保留: 空气更清洁。",
    "claim 保留: 空气更清洁。\n",
  ]);
  expect(selections.length).toBe(5);
});

test("answers for several positions, in files with errors, and beyond the end", async () => {
  const { workspace, uri } = await openWorkspace("claim by:\n;;; nonsense\n    stray\n\n");
  const positions = [0, 1, 2, 3, 99].map((line): Position => ({ line, character: 5 }));
  const selections = selectionRanges(workspace, uri, positions);
  expect(selections).toHaveLength(5);
  for (const selection of selections)
    expect(rangesOf(selection).at(-1)).toEqual({ start: { line: 0, character: 0 }, end: { line: 4, character: 0 } });
  expect(selectionRanges(workspace, "file:///none.argmap", positions)).toEqual([]);
});

test("limits the depth of the answer, so that it can be serialized", () => {
  const depth = 3000;
  const text = Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}reason: x\n`).join("");
  const uri = "file:///map.argmap";
  const position = { line: depth - 1, character: depth };
  const answer = selectionRanges(workspaceWith(text, uri), uri, [position]);
  expect(JSON.stringify(answer).length).toBeGreaterThan(0);
  // The file, the root entry, and the 200 nearest entries with their subtrees.
  const [file, outermost, next] = rangesOf(answer[0]).toReversed();
  expect([file, outermost, next].map((range) => range?.start.line)).toEqual([0, 0, depth - 200]);
});

test("reflects edits", async () => {
  const opened = await openWorkspace("claim keep: It should¦ stay.\n");
  textsAt(opened, "");
  typeAtCursor(opened, "\n  really and truly");
  const text = "claim keep: It should\n  really and truly stay.\n";
  const cursor = { line: 1, character: 4 };
  expect(textsAt({ ...opened, cursor }, text)).toEqual([
    "really",
    "really and truly stay.",
    "It should\n  really and truly stay.",
    "claim keep: It should\n  really and truly stay.",
    text,
  ]);
});

test("each selection contains the position and the one before it", () => {
  const line = fc.constantFrom(
    "# A",
    "## B",
    "",
    "claim a: One,",
    "  reason by b: Two",
    "    note: x",
    "      more",
    "  text",
    "// c",
    "\tpremise a",
    ";;;",
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.nat(20), fc.nat(15), (lines, number, column) => {
      const at = Math.min(number, lines.length - 1);
      const position = { line: at, character: Math.min(column, (lines[at] ?? "").length) };
      const uri = "file:///map.argmap";
      const ranges = rangesOf(selectionRanges(workspaceWith(lines.join("\n"), uri), uri, [position])[0]);
      let inner: Range = { start: position, end: position };
      for (const [index, range] of ranges.entries()) {
        expect(contains(range, inner)).toBe(true);
        if (index > 0) expect(contains(inner, range)).toBe(false);
        inner = range;
      }
      const last = lines.length - 1;
      expect(inner).toEqual({ start: { line: 0, character: 0 }, end: { line: last, character: lines[last]?.length } });
    }),
  );
});

// These do not use the comparisons of the server, which are under test.
const isOrdered = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
const contains = (outer: Range, inner: Range): boolean =>
  isOrdered(outer.start, inner.start) && isOrdered(inner.end, outer.end);

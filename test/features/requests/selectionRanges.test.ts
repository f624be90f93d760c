import fc from "fast-check";
import { expect, test } from "vitest";
import type { Position, Range, SelectionRange } from "vscode-languageserver";
import { selectionRanges } from "../../../server/features/requests/selectionRanges.ts";
import { map } from "../../support/markedMap.ts";
import { workspaceWith } from "../../support/memoryFileSystem.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

/** The texts that a selection grows over at the cursor. */
async function grownAt(source: string): Promise<readonly string[]> {
  const at = await openWorkspace(source);
  return textsAt(at, at.files[at.uri] ?? "");
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

test("grows from a word over its line and the text to the entry, what is under it, what it is under, section, file", async () => {
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
  expect(await grownAt(source)).toEqual([
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

test("grows from a name over the head to the entry, and from a value over the attribute", async () => {
  expect(await grownAt("claim keep by li¦nd: It should stay.\n  note: Said.\n")).toEqual([
    "lind",
    "claim keep by lind:",
    "claim keep by lind: It should stay.\n  note: Said.",
    "claim keep by lind: It should stay.\n  note: Said.\n",
  ]);
  expect(await grownAt("claim keep: It should stay.\n  note: Said in\n    Ma¦y.\n")).toEqual([
    "May",
    "May.",
    "Said in\n    May.",
    "note: Said in\n    May.",
    "claim keep: It should stay.\n  note: Said in\n    May.",
    "claim keep: It should stay.\n  note: Said in\n    May.\n",
  ]);
});

test("takes names with hyphens whole, after their parts", async () => {
  expect((await grownAt("claim air-qua¦lity: It fell.\n")).slice(0, 2)).toEqual(["quality", "air-quality"]);
});

test("grows over sections within sections, from a heading too", async () => {
  const source = "# A\n## B\nclaim b: Two.\n## C¦\nclaim c: Three.\n# D\n";
  expect(await grownAt(source)).toEqual([
    "C",
    "## C",
    "## C\nclaim c: Three.",
    "# A\n## B\nclaim b: Two.\n## C\nclaim c: Three.",
    source.replace("¦", ""),
  ]);
});

test("takes text that goes on below what is nested", async () => {
  const claim = "claim keep: It should stay.\n  reason a: One.\n    premise: Of it.\n   going on.";
  expect(await grownAt(`${claim.replace("Of", "O¦f")}\nclaim other: No.\n`)).toContain(claim);
});

test("tells Chinese words apart, then takes all that is written in one", async () => {
  const grown = await grownAt("claim 保留: 空气更清¦洁。\n");
  expect(grown.slice(-4)).toEqual([
    "空气更清洁",
    "空气更清洁。",
    "claim 保留: 空气更清洁。",
    "claim 保留: 空气更清洁。\n",
  ]);
  expect(grown.length).toBe(5);
});

test("answers for each of several places, in files that cannot be read, and beyond the end", async () => {
  const { workspace, uri } = await openWorkspace("claim by:\n;;; nonsense\n    stray\n\n");
  const places = [0, 1, 2, 3, 99].map((line): Position => ({ line, character: 5 }));
  const answer = selectionRanges(workspace, uri, places);
  expect(answer).toHaveLength(5);
  for (const one of answer)
    expect(rangesOf(one).at(-1)).toEqual({ start: { line: 0, character: 0 }, end: { line: 4, character: 0 } });
  expect(selectionRanges(workspace, "file:///none.argmap", places)).toEqual([]);
});

test("passes over the middle of what is nested very deep, so that an answer can be written down", () => {
  const depth = 3000;
  const text = Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}reason: x\n`).join("");
  const uri = "file:///map.argmap";
  const position = { line: depth - 1, character: depth };
  const answer = selectionRanges(workspaceWith(text, uri), uri, [position]);
  expect(JSON.stringify(answer).length).toBeGreaterThan(0);
  // The file, the outermost entry, and the nearest 200 with all that is under them.
  const [file, outermost, next] = rangesOf(answer[0]).toReversed();
  expect([file, outermost, next].map((range) => range?.start.line)).toEqual([0, 0, depth - 200]);
});

test("is of the text as it is during an edit", async () => {
  const at = await openWorkspace("claim keep: It should¦ stay.\n");
  textsAt(at, "");
  typeAtCursor(at, "\n  really and truly");
  const text = "claim keep: It should\n  really and truly stay.\n";
  const cursor = { line: 1, character: 4 };
  expect(textsAt({ ...at, cursor }, text)).toEqual([
    "really",
    "really and truly stay.",
    "It should\n  really and truly stay.",
    "claim keep: It should\n  really and truly stay.",
    text,
  ]);
});

test("always grows, and always holds the place", () => {
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
        expect(holds(range, inner)).toBe(true);
        if (index > 0) expect(holds(inner, range)).toBe(false);
        inner = range;
      }
      const last = lines.length - 1;
      expect(inner).toEqual({ start: { line: 0, character: 0 }, end: { line: last, character: lines[last]?.length } });
    }),
  );
});

const isOrdered = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
const holds = (outer: Range, inner: Range): boolean =>
  isOrdered(outer.start, inner.start) && isOrdered(inner.end, outer.end);

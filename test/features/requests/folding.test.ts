import { expect, test } from "vitest";
import { foldingRanges } from "../../../server/features/requests/folding.ts";
import { map } from "../../support/markedMap.ts";
import { workspaceWith } from "../../support/memoryFileSystem.ts";
import { openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

const uri = "file:///map.argmap";

/** What can be folded, as first and last lines of the text; comments as such. */
function foldsOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n/);
  const said = (line: number): string => lines[line]?.trim() ?? "";
  return foldingRanges(workspaceWith(text, uri), uri).map(
    ({ startLine, endLine, kind }) => `${kind === undefined ? "" : `${kind}: `}${said(startLine)} … ${said(endLine)}`,
  );
}

test("folds an entry with its text, its attributes and all that stands under it", () => {
  const folds = foldsOf(map`
    claim keep: It should stay
      for good.
      note: So they say.

      reason air: Cleaner air.
        premise fell: It fell.
        premise rest: It stayed so.

    claim drop: It should go.
  `);
  expect(folds).toEqual([
    "claim keep: It should stay … premise rest: It stayed so.",
    "reason air: Cleaner air. … premise rest: It stayed so.",
  ]);
});

test("folds sections, each up to the next heading of its level or a higher one", () => {
  const folds = foldsOf(map`
    # For
    claim keep: It should stay.
    ## Air
    reason air for keep: Cleaner.
    ## Buses
    reason buses for keep: Faster.

    # Against
    claim drop: It should go.
    # Empty
  `);
  expect(folds).toEqual([
    "# For … reason buses for keep: Faster.",
    "## Air … reason air for keep: Cleaner.",
    "## Buses … reason buses for keep: Faster.",
    "# Against … claim drop: It should go.",
  ]);
});

test("folds a run of comments, and leaves a single one alone", () => {
  const folds = foldsOf(map`
    // One
    // and two.
    claim keep: It should stay.
      // Alone.
      reason: Cleaner air.
    // Three
    // and four.
  `);
  expect(folds).toEqual([
    "comment: // One … // and two.",
    "claim keep: It should stay. … reason: Cleaner air.",
    "comment: // Three … // and four.",
  ]);
});

test("folds what can be read of a broken file, with Chinese and CRLF", () => {
  const folds = foldsOf(
    "claim by:\r\n  reason 空气: 更清洁。\r\n    文字\r\n;;;\r\n    stray\r\nclaim 保留: 应当\r\n  保留。\r\n",
  );
  expect(folds).toEqual(["claim by: … stray", "reason 空气: 更清洁。 … stray", "claim 保留: 应当 … 保留。"]);
});

test("a file that is not known has no folds", () => {
  expect(foldingRanges(workspaceWith("", uri), "file:///none.argmap")).toEqual([]);
  expect(foldsOf("")).toEqual([]);
});

test("folds an attribute over several lines, and a run of imports", () => {
  const folds = foldsOf(map`
    import: people.argmap

    // The air.
    import air: air.argmap
    import: 老城.argmap
    claim keep: It should stay.
      note: So they say,

        and more.
      tags: air
      reason: It works.
    import: alone.argmap
  `);
  expect(folds).toEqual([
    "imports: import: people.argmap … import: 老城.argmap",
    "claim keep: It should stay. … reason: It works.",
    "note: So they say, … and more.",
  ]);
});

test("folds each file by itself, and the text as it is during an edit", async () => {
  const at = await openWorkspace(map`
    import: other.argmap
    claim keep: It should stay.¦
    === other.argmap
    claim a: One,
      and more.
  `);
  expect(foldingRanges(at.workspace, at.uri)).toEqual([]);
  expect(foldingRanges(at.workspace, `${at.folder}other.argmap`)).toEqual([{ startLine: 0, endLine: 1 }]);
  typeAtCursor(at, "\n  reason: It works.\n\n");
  expect(foldingRanges(at.workspace, at.uri)).toEqual([{ startLine: 1, endLine: 2 }]);
});

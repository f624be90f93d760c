import { expect, test } from "vitest";
import { foldingRanges } from "../../../../server/features/requests/display/folding.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { workspaceWith } from "../../../support/workspaces/memoryFileSystem.ts";
import { openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

const uri = "file:///map.argmap";

/** The folding ranges of a text, as `kind: first line … last line`. */
function foldsOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n/);
  const lineText = (line: number): string => lines[line]?.trim() ?? "";
  return foldingRanges(workspaceWith(text, uri), uri).map(
    ({ startLine, endLine, kind }) =>
      `${kind === undefined ? "" : `${kind}: `}${lineText(startLine)} … ${lineText(endLine)}`,
  );
}

test("folds an entry with its text, attributes and children", () => {
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

test("folds sections up to the next heading of the same or a higher level", () => {
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

test("folds a run of comments, but not a single comment", () => {
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

test("works in a map with errors, with Chinese and CRLF", () => {
  const folds = foldsOf(
    "claim by:\r\n  reason 空气: 更清洁。\r\n    文字\r\n;;;\r\n    stray\r\nclaim 保留: 应当\r\n  保留。\r\n",
  );
  expect(folds).toEqual(["claim by: … stray", "reason 空气: 更清洁。 … stray", "claim 保留: 应当 … 保留。"]);
});

test("returns nothing for an unknown or empty file", () => {
  expect(foldingRanges(workspaceWith("", uri), "file:///none.argmap")).toEqual([]);
  expect(foldsOf("")).toEqual([]);
});

test("folds an attribute of several lines, and a run of imports", () => {
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

test("folds each file separately, and reflects edits", async () => {
  const opened = await openWorkspace(map`
    import: other.argmap
    claim keep: It should stay.¦
    === other.argmap
    claim a: One,
      and more.
  `);
  expect(foldingRanges(opened.workspace, opened.uri)).toEqual([]);
  expect(foldingRanges(opened.workspace, `${opened.folder}other.argmap`)).toEqual([{ startLine: 0, endLine: 1 }]);
  typeAtCursor(opened, "\n  reason: It works.\n\n");
  expect(foldingRanges(opened.workspace, opened.uri)).toEqual([{ startLine: 1, endLine: 2 }]);
});

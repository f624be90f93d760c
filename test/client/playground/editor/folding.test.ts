import { EditorState, Text } from "@codemirror/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedRange, folding } from "../../../../client/playground/editor/folding.ts";
import { headings } from "../../../../client/playground/editor/headings.ts";

test("an entry folds with all that is indented under it, and a heading with its section", () => {
  const lines = ["# One", "claim: A.", "  reason: B.", "", "    premise: C.", "claim: D.", "# Two"];
  const state = EditorState.create({ doc: lines.join("\n"), extensions: folding });
  const folded = (line: number): string | undefined => {
    const range = foldedRange(state, state.doc.line(line).from);
    return range ? state.sliceDoc(range.from, range.to) : undefined;
  };
  expect(folded(2)).toBe("\n  reason: B.\n\n    premise: C.");
  expect(folded(1)).toBe(`\n${lines.slice(1, 6).join("\n")}`);
  expect(folded(6)).toBeUndefined();
});

test("a section folds up to the next heading of its level or a higher one, without blank lines at its end", () => {
  const state = EditorState.create({ doc: "## A\n### B\nclaim: C.\n\n\n# D\n", extensions: folding });
  const folded = (line: number): string | undefined => {
    const range = foldedRange(state, state.doc.line(line).from);
    return range ? state.sliceDoc(range.from, range.to) : undefined;
  };
  expect([1, 2, 6].map(folded)).toEqual(["\n### B\nclaim: C.", "\nclaim: C.", undefined]);
});

const text = fc
  .array(fc.constantFrom("# ", "## ", "#", " ", "a", "\n", "\n# b\n"), { maxLength: 12 })
  .map((parts) => parts.join(""));
const change = fc.record({ at: fc.nat(), length: fc.nat(6), insert: text });

test("after any edits, the headings are those of the whole text", () => {
  fc.assert(
    fc.property(text, fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), (start, edits) => {
      let state = EditorState.create({ doc: start, extensions: headings });
      for (const changes of edits) {
        const size = state.doc.length;
        let end = 0;
        const ordered = changes
          .map(({ at, ...rest }) => ({ ...rest, from: at % (size + 1) }))
          .sort((a, b) => a.from - b.from)
          .flatMap(({ from, length, insert }) => {
            if (from < end) return [];
            end = Math.min(size, from + length);
            return [{ from, to: end, insert }];
          });
        state = state.update({ changes: ordered }).state;
      }
      const fresh = EditorState.create({ doc: state.doc, extensions: headings });
      expect(state.field(headings)).toEqual(fresh.field(headings));
    }),
  );
});

test("an edit reads only the lines around it", () => {
  const lines = Array.from({ length: 2000 }, (_, index) => (index % 10 === 0 ? "# Heading" : "claim: A."));
  const state = EditorState.create({ doc: lines.join("\n"), extensions: headings });
  let read = 0;
  const iterate = Text.prototype.iterLines;
  Text.prototype.iterLines = function (from, to) {
    read += (to ?? this.lines + 1) - (from ?? 1);
    return iterate.call(this, from, to);
  };
  try {
    const after = state.update({ changes: { from: state.doc.line(1000).to, insert: " More." } }).state;
    expect(after.field(headings)).toHaveLength(200);
    expect(read).toBe(1);
  } finally {
    Text.prototype.iterLines = iterate;
  }
});

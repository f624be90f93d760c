import { EditorSelection, EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { lineBreak } from "../../../../client/playground/editor/enter.ts";
import { foldedRange } from "../../../../client/playground/editor/folding.ts";

/** Presses Enter at the mark `|`. */
function pressEnter(marked: string): string {
  const anchor = marked.indexOf("|");
  const doc = marked.replace("|", "");
  const state = EditorState.create({ doc, selection: EditorSelection.cursor(anchor) });
  const after = state.update(lineBreak(state)).state;
  const { head } = after.selection.main;
  return `${after.sliceDoc(0, head)}|${after.sliceDoc(head)}`;
}

test("Enter keeps the indentation after an entry with a text", () => {
  expect(pressEnter("claim: Yes.\n  reason: Because.|")).toBe("claim: Yes.\n  reason: Because.\n  |");
});

test("Enter indents below an entry without a text", () => {
  expect(pressEnter("  reason late:|")).toBe("  reason late:\n    |");
});

test("Enter continues a comment", () => {
  expect(pressEnter("  // one| two")).toBe("  // one\n  // |two");
});

test("Enter within a text indents what follows, so that it stays a part of the text", () => {
  expect(pressEnter("claim: Yes,| it should.")).toBe("claim: Yes,\n  |it should.");
});

test("an entry folds with all that is indented under it, and a heading with its section", () => {
  const lines = ["# One", "claim: A.", "  reason: B.", "", "    premise: C.", "claim: D.", "# Two"];
  const state = EditorState.create({ doc: lines.join("\n") });
  const folded = (line: number): string | undefined => {
    const range = foldedRange(state, state.doc.line(line).from);
    return range ? state.sliceDoc(range.from, range.to) : undefined;
  };
  expect(folded(2)).toBe("\n  reason: B.\n\n    premise: C.");
  expect(folded(1)).toBe(`\n${lines.slice(1, 6).join("\n")}`);
  expect(folded(6)).toBeUndefined();
});

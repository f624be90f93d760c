import { EditorSelection, EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { lineBreak } from "../../../../client/playground/editor/enter.ts";

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

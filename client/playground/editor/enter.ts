/** Enter as in VS Code: the rules of the language configuration, and else the indentation of the line. */
import { closeCompletion, completionStatus, selectedCompletion } from "@codemirror/autocomplete";
import { EditorSelection, type EditorState, type TransactionSpec } from "@codemirror/state";
import type { Command } from "@codemirror/view";
import configuration from "../../../syntaxes/language-configuration.json" with { type: "json" };

/** One step of indentation. */
export const INDENT = "  ";

const rules = configuration.onEnterRules.map(({ beforeText, afterText, action }) => ({
  before: new RegExp(beforeText, "u"),
  after: new RegExp(afterText, "u"),
  isDeeper: action.indent === "indent",
  appended: "appendText" in action ? action.appendText : "",
}));

/** Returns the change that Enter makes at each cursor. */
export function lineBreak(state: EditorState): TransactionSpec {
  return state.changeByRange(({ from, to }) => {
    const line = state.doc.lineAt(from);
    const before = line.text.slice(0, from - line.from);
    const after = state.doc.lineAt(to).text.slice(to - state.doc.lineAt(to).from);
    const rule = rules.find((candidate) => candidate.before.test(before) && candidate.after.test(after));
    const indent = /^[ \t]*/.exec(before)?.[0] ?? "";
    const inserted = `\n${indent}${rule?.isDeeper ? INDENT : ""}${rule?.appended ?? ""}`;
    // Spaces after the cursor would add to the indentation.
    const spaces = /^[ \t]*/.exec(after)?.[0].length ?? 0;
    return {
      changes: { from, to: to + spaces, insert: inserted },
      range: EditorSelection.cursor(from + inserted.length),
    };
  });
}

/** Breaks the line. */
export const breakLine: Command = (view) => {
  if (view.state.readOnly) return false;
  view.dispatch(lineBreak(view.state), { scrollIntoView: true, userEvent: "input" });
  return true;
};

/** Closes a list of completions whose selected item is already written, so that Enter breaks the line. */
export const closeWrittenCompletion: Command = (view) => {
  const { state } = view;
  const selected = completionStatus(state) === "active" ? selectedCompletion(state) : null;
  const { head } = state.selection.main;
  if (selected === null || typeof selected.apply === "function") return false;
  const written = typeof selected.apply === "string" ? selected.apply : selected.label;
  if (state.sliceDoc(Math.max(0, head - written.length), head) === written) closeCompletion(view);
  // The next command for the key breaks the line.
  return false;
};

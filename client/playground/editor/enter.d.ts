import { type EditorState, type TransactionSpec } from "@codemirror/state";
import type { Command } from "@codemirror/view";
/** One step of indentation. */
export declare const INDENT = "  ";
/** Returns the change that Enter makes at each cursor. */
export declare function lineBreak(state: EditorState): TransactionSpec;
/** Breaks the line. */
export declare const breakLine: Command;
/** Closes a list of completions whose selected item is already written, so that Enter breaks the line. */
export declare const closeWrittenCompletion: Command;

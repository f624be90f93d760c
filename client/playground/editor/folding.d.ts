import type { EditorState } from "@codemirror/state";
/** Returns the lines that fold into a line. */
export declare function foldedRange(
  state: EditorState,
  lineStart: number,
): {
  readonly from: number;
  readonly to: number;
} | null;
export declare const folding: import("@codemirror/state").Extension;

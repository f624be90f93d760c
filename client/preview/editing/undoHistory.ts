/** Determines the document that undo and redo in a preview apply to, when its edits went to several documents. */

/** An edit that was made in the preview. */
export interface EditStep {
  /** The URI of the document. */
  readonly uri: string;
  /** The content of the document after the edit. */
  readonly contentAfter: string;
}

export interface UndoHistory {
  readonly done: readonly EditStep[];
  readonly undone: readonly EditStep[];
}

/** Nothing to undo or redo. */
export const emptyHistory: UndoHistory = { done: [], undone: [] };

/** Limits the memory: each step holds the content of a whole document. */
const MAX_STEPS = 20;

/** The history after another edit, which clears the redo steps. */
export const recordEdit = ({ done }: UndoHistory, step: EditStep): UndoHistory => ({
  done: [...done, step].slice(-MAX_STEPS),
  undone: [],
});

/** The URI of the document to undo or redo in. Undefined if there is no such step. */
export const nextTextUri = ({ done, undone }: UndoHistory, command: "undo" | "redo"): string | undefined =>
  (command === "undo" ? done : undone).at(-1)?.uri;

/**
 * The history after the command has changed its document from `before` to `after`. If the user has typed since the edit,
 * undo reverts the typing first, and the history stays the same.
 */
export function afterUndo(
  { done, undone }: UndoHistory,
  command: "undo" | "redo",
  before: string,
  after: string,
): UndoHistory {
  const step = (command === "undo" ? done : undone).at(-1);
  // Nothing was left to undo, for example because the step was undone in the document's own editor. Drops the step.
  if (before === after)
    return command === "undo" ? { done: done.slice(0, -1), undone } : { done, undone: undone.slice(0, -1) };
  if (step === undefined || step.contentAfter !== (command === "undo" ? before : after)) return { done, undone };
  return command === "undo"
    ? { done: done.slice(0, -1), undone: [...undone, step] }
    : { done: [...done, step], undone: undone.slice(0, -1) };
}

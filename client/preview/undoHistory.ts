/** Which text undo and redo are for, where one edits several texts from one picture: the one that was edited last. */

/** One edit from the picture. */
export interface EditStep {
  /** The URI of the text. */
  readonly uri: string;
  /** What the text was after it. */
  readonly contentAfter: string;
}

export interface UndoHistory {
  readonly done: readonly EditStep[];
  readonly undone: readonly EditStep[];
}

export const emptyHistory: UndoHistory = { done: [], undone: [] };

/** Enough for whoever goes back and forth between files; each holds a whole text. */
const MAX_STEPS = 20;

/** After one more edit. */
export const recordEdit = ({ done }: UndoHistory, step: EditStep): UndoHistory => ({
  done: [...done, step].slice(-MAX_STEPS),
  undone: [],
});

/** The URI of the text to go to; undefined where nothing was edited from the picture. */
export const nextTextUri = ({ done, undone }: UndoHistory, command: "undo" | "redo"): string | undefined =>
  (command === "undo" ? done : undone).at(-1)?.uri;

/**
 * After the text for it was taken from `before` to `now`. What one has typed since the edit is undone first, and the
 * edit is the last one still.
 */
export function afterUndo(
  { done, undone }: UndoHistory,
  command: "undo" | "redo",
  before: string,
  after: string,
): UndoHistory {
  const step = (command === "undo" ? done : undone).at(-1);
  // It was undone in its own editor, say: nothing is left of it, and the one before it has its turn.
  if (before === after)
    return command === "undo" ? { done: done.slice(0, -1), undone } : { done, undone: undone.slice(0, -1) };
  if (step === undefined || step.contentAfter !== (command === "undo" ? before : after)) return { done, undone };
  return command === "undo"
    ? { done: done.slice(0, -1), undone: [...undone, step] }
    : { done: [...done, step], undone: undone.slice(0, -1) };
}

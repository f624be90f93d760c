/** Which text undo and redo are for, where one edits several texts from one picture: the one that was edited last. */

/** One edit from the picture. */
export interface Step {
  /** The URI of the text. */
  readonly text: string;
  /** What the text was after it. */
  readonly after: string;
}

export interface Steps {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const noSteps: Steps = { done: [], undone: [] };

/** Enough for whoever goes back and forth between files; each holds a whole text. */
const most = 20;

/** After one more edit. */
export const edited = ({ done }: Steps, step: Step): Steps => ({ done: [...done, step].slice(-most), undone: [] });

/** The URI of the text to go to; undefined where nothing was edited from the picture. */
export const textFor = ({ done, undone }: Steps, what: "undo" | "redo"): string | undefined =>
  (what === "undo" ? done : undone).at(-1)?.text;

/**
 * After the text for it was taken from `before` to `now`. What one has typed since the edit is undone first, and the
 * edit is the last one still.
 */
export function taken({ done, undone }: Steps, what: "undo" | "redo", before: string, now: string): Steps {
  const step = (what === "undo" ? done : undone).at(-1);
  // It was undone in its own editor, say: nothing is left of it, and the one before it has its turn.
  if (before === now)
    return what === "undo" ? { done: done.slice(0, -1), undone } : { done, undone: undone.slice(0, -1) };
  if (step === undefined || step.after !== (what === "undo" ? before : now)) return { done, undone };
  return what === "undo"
    ? { done: done.slice(0, -1), undone: [...undone, step] }
    : { done: [...done, step], undone: undone.slice(0, -1) };
}

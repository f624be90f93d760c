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
export declare const emptyHistory: UndoHistory;
/** The history after another edit, which clears the redo steps. */
export declare const recordEdit: ({ done }: UndoHistory, step: EditStep) => UndoHistory;
/** The URI of the document to undo or redo in. Undefined if there is no such step. */
export declare const nextTextUri: ({ done, undone }: UndoHistory, command: "undo" | "redo") => string | undefined;
/**
 * The history after the command has changed its document from `before` to `after`. If the user has typed since the edit,
 * undo reverts the typing first, and the history stays the same.
 */
export declare function afterUndo({ done, undone }: UndoHistory, command: "undo" | "redo", before: string, after: string): UndoHistory;

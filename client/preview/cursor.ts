/** Tracks the cursor in the documents of maps, once for all previews. */
import { Disposable, type Event, EventEmitter, type Position, type TextEditor, type Uri, window } from "vscode";
import { LANGUAGE } from "../language.ts";

export interface TextPosition {
  readonly uri: Uri;
  readonly position: Position;
}

export interface Cursor extends Disposable {
  /** The cursor in the map that was last active. It stays the same while something else is active. */
  readonly textPosition: TextPosition | undefined;
  /** The cursor has moved, within a document or to another one. */
  readonly onMoved: Event<void>;
  /** The user has activated the document of a map. */
  readonly onActive: Event<Uri>;
  /** Puts the cursor at a position without making its document active. */
  moveTo(textPosition: TextPosition): void;
  /** Runs work that itself activates documents. Meanwhile, `onActive` does not fire, and moves to others are ignored. */
  withSuppressedEvents<T>(work: () => Promise<T>): Promise<T>;
}

/** Listens to the editors of maps until the result is disposed, starting with the active one. */
export function trackCursor(): Cursor {
  const moved = new EventEmitter<void>();
  const activated = new EventEmitter<Uri>();
  let textPosition = positionIn(window.activeTextEditor);
  /** The number of running calls of `withSuppressedEvents`. */
  let suppressions = 0;
  const isSuppressed = ({ uri }: TextPosition): boolean =>
    suppressions > 0 && uri.toString() !== textPosition?.uri.toString();
  const subscriptions = Disposable.from(
    moved,
    activated,
    window.onDidChangeActiveTextEditor((editor) => {
      const next = positionIn(editor);
      if (!next || isSuppressed(next)) return;
      textPosition = next;
      if (suppressions === 0) activated.fire(next.uri);
      moved.fire();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      // If a document is open in two editors, a change moves the cursors of both.
      if (window.activeTextEditor && textEditor !== window.activeTextEditor) return;
      const next = positionIn(textEditor);
      if (!next || isSuppressed(next)) return;
      textPosition = next;
      moved.fire();
    }),
  );
  return {
    get textPosition() {
      return textPosition;
    },
    onMoved: moved.event,
    onActive: activated.event,
    moveTo(next) {
      textPosition = next;
      moved.fire();
    },
    async withSuppressedEvents(work) {
      suppressions += 1;
      try {
        return await work();
      } finally {
        suppressions -= 1;
      }
    },
    dispose: () => subscriptions.dispose(),
  };
}

const positionIn = (editor: TextEditor | undefined): TextPosition | undefined =>
  editor?.document.languageId === LANGUAGE
    ? { uri: editor.document.uri, position: editor.selection.active }
    : undefined;

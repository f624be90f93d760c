/** Where the user is in the argmap texts: one place for all previews. */
import { Disposable, type Event, EventEmitter, type Position, type TextEditor, type Uri, window } from "vscode";
import { LANGUAGE } from "../languageClient.ts";

export interface TextPosition {
  readonly uri: Uri;
  readonly position: Position;
}

export interface Cursor extends Disposable {
  /** In the argmap text that was last active; it stays when another thing becomes active. */
  readonly textPosition: TextPosition | undefined;
  /** It has moved, within a text or to another one. */
  readonly onMoved: Event<void>;
  /** The user has gone to an argmap text. */
  readonly onActive: Event<Uri>;
  /** While this is done, the program goes to a text and back by itself: then the user has not gone anywhere. */
  withSuppressedEvents<T>(work: () => Promise<T>): Promise<T>;
}

/** Follows the user from now on. */
export function trackCursor(): Cursor {
  const moved = new EventEmitter<void>();
  const activated = new EventEmitter<Uri>();
  let textPosition = positionIn(window.activeTextEditor);
  /** How much is being done quietly. */
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
      // A text may be open twice; a change of the text moves the cursors of both.
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

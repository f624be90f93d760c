/** Where the user is in the argmap texts: one place for all previews. */
import { Disposable, type Event, EventEmitter, type Position, type TextEditor, type Uri, window } from "vscode";
import { LANGUAGE } from "../languageClient.ts";

export interface TextPosition {
  readonly uri: Uri;
  readonly position: Position;
}

export interface Cursor extends Disposable {
  /** In the argmap text that was last active; it stays when another thing becomes active. */
  readonly place: TextPosition | undefined;
  /** It has moved, within a text or to another one. */
  readonly onMoved: Event<void>;
  /** The user has gone to an argmap text. */
  readonly onActive: Event<Uri>;
  /** While this is done, the program goes to a text and back by itself: then the user has not gone anywhere. */
  quietly<T>(work: () => Promise<T>): Promise<T>;
}

/** Follows the user from now on. */
export function followCursor(): Cursor {
  const moved = new EventEmitter<void>();
  const active = new EventEmitter<Uri>();
  let place = placeIn(window.activeTextEditor);
  /** How much is being done quietly. */
  let quiet = 0;
  const isElsewhere = ({ uri }: TextPosition): boolean => quiet > 0 && uri.toString() !== place?.uri.toString();
  const listening = Disposable.from(
    moved,
    active,
    window.onDidChangeActiveTextEditor((editor) => {
      const now = placeIn(editor);
      if (!now || isElsewhere(now)) return;
      place = now;
      if (quiet === 0) active.fire(now.uri);
      moved.fire();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      // A text may be open twice; a change of the text moves the cursors of both.
      if (window.activeTextEditor && textEditor !== window.activeTextEditor) return;
      const now = placeIn(textEditor);
      if (!now || isElsewhere(now)) return;
      place = now;
      moved.fire();
    }),
  );
  return {
    get place() {
      return place;
    },
    onMoved: moved.event,
    onActive: active.event,
    async quietly(work) {
      quiet += 1;
      try {
        return await work();
      } finally {
        quiet -= 1;
      }
    },
    dispose: () => listening.dispose(),
  };
}

const placeIn = (editor: TextEditor | undefined): TextPosition | undefined =>
  editor?.document.languageId === LANGUAGE
    ? { uri: editor.document.uri, position: editor.selection.active }
    : undefined;

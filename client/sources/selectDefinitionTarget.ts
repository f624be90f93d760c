/** VS Code puts the cursor at the beginning of what it goes to; of a quote's passage all words are selected. */
import {
  Disposable,
  type Location,
  type LocationLink,
  type Range,
  Selection,
  type TextEditor,
  TextEditorSelectionChangeKind,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { Middleware } from "vscode-languageclient/node";

const MAP = ".argmap";

interface Goal {
  readonly uri: string;
  readonly range: Range;
  /** The map with the quote. */
  readonly from: string;
}

export interface Arrival extends Disposable {
  readonly middleware: Pick<Middleware, "provideDefinition">;
}

/**
 * Looks at what is answered for a quote, and for the cursor to come there next. Whatever else the user does first – a key, a
 * click, another text – means that nobody goes there: links are asked for where the mouse rests too.
 */
export function selectOnArrival(): Arrival {
  let goal: Goal | undefined;

  function arrived(editor: TextEditor | undefined): void {
    if (!goal || !editor) return;
    const { range, uri } = goal;
    if (editor.document.uri.toString() !== uri) {
      goal = undefined;
      return;
    }
    if (!editor.selection.isEmpty || !editor.selection.active.isEqual(range.start)) return;
    goal = undefined;
    // The cursor stays at the beginning, where VS Code has put it.
    editor.selection = new Selection(range.end, range.start);
  }

  const listening = Disposable.from(
    window.onDidChangeActiveTextEditor(arrived),
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // Keys and clicks are the user's own way.
      if (kind === undefined || kind === TextEditorSelectionChangeKind.Command) arrived(textEditor);
      else goal = undefined;
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === goal?.from) goal = undefined;
    }),
  );
  return {
    middleware: {
      async provideDefinition(document, position, token, next) {
        const found = await next(document, position, token);
        const [only, ...others] = Array.isArray(found) ? found : found ? [found] : [];
        if (document.uri.path.endsWith(MAP) && !token.isCancellationRequested) {
          goal = only && others.length === 0 ? passageOf(only, document.uri) : undefined;
        }
        return found;
      },
    },
    dispose: () => listening.dispose(),
  };
}

/** The words that a link leads to, where these are in no map; a file alone has none. */
function passageOf(link: Location | LocationLink, from: Uri): Goal | undefined {
  const [uri, range] =
    "targetUri" in link ? [link.targetUri, link.targetSelectionRange ?? link.targetRange] : [link.uri, link.range];
  return uri.path.endsWith(MAP) || range.isEmpty ? undefined : { uri: uri.toString(), range, from: from.toString() };
}

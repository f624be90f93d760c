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

const MAP_EXTENSION = ".argmap";

interface PendingSelection {
  readonly uri: string;
  readonly range: Range;
  /** The map with the quote. */
  readonly mapUri: string;
}

export interface DefinitionTargetSelector extends Disposable {
  readonly middleware: Pick<Middleware, "provideDefinition">;
}

/**
 * Looks at what is answered for a quote, and for the cursor to come there next. Whatever else the user does first – a key, a
 * click, another text – means that nobody goes there: links are asked for where the mouse rests too.
 */
export function selectDefinitionTarget(): DefinitionTargetSelector {
  let pending: PendingSelection | undefined;

  function selectIfArrived(editor: TextEditor | undefined): void {
    if (!pending || !editor) return;
    const { range, uri } = pending;
    if (editor.document.uri.toString() !== uri) {
      pending = undefined;
      return;
    }
    if (!editor.selection.isEmpty || !editor.selection.active.isEqual(range.start)) return;
    pending = undefined;
    // The cursor stays at the beginning, where VS Code has put it.
    editor.selection = new Selection(range.end, range.start);
  }

  const subscriptions = Disposable.from(
    window.onDidChangeActiveTextEditor(selectIfArrived),
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // Keys and clicks are the user's own way.
      if (kind === undefined || kind === TextEditorSelectionChangeKind.Command) selectIfArrived(textEditor);
      else pending = undefined;
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === pending?.mapUri) pending = undefined;
    }),
  );
  return {
    middleware: {
      async provideDefinition(document, position, token, next) {
        const found = await next(document, position, token);
        const [only, ...others] = Array.isArray(found) ? found : found ? [found] : [];
        if (document.uri.path.endsWith(MAP_EXTENSION) && !token.isCancellationRequested) {
          pending = only && others.length === 0 ? pendingSelectionFor(only, document.uri) : undefined;
        }
        return found;
      },
    },
    dispose: () => subscriptions.dispose(),
  };
}

/** The words that a link leads to, where these are in no map; a file alone has none. */
function pendingSelectionFor(link: Location | LocationLink, mapUri: Uri): PendingSelection | undefined {
  const [uri, range] =
    "targetUri" in link ? [link.targetUri, link.targetSelectionRange ?? link.targetRange] : [link.uri, link.range];
  return uri.path.endsWith(MAP_EXTENSION) || range.isEmpty
    ? undefined
    : { uri: uri.toString(), range, mapUri: mapUri.toString() };
}

/**
 * After *Go to Definition* on a quote, selects the whole passage in the article. VS Code itself only puts the cursor at
 * its start.
 */
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
import type { Middleware } from "vscode-languageclient";
import { MAP_EXTENSION } from "../language.ts";

interface PendingSelection {
  readonly uri: string;
  readonly range: Range;
  /** The map with the quote. */
  readonly mapUri: string;
}

interface DefinitionTargetSelector extends Disposable {
  readonly middleware: Pick<Middleware, "provideDefinition">;
}

/**
 * Remembers the last definition of a quote, and selects it when the cursor arrives there. VS Code also requests definitions
 * for hover links, so the target is dropped if the user first types, clicks or opens another document.
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
    // The cursor stays at the start of the passage, where VS Code has put it.
    editor.selection = new Selection(range.end, range.start);
  }

  const subscriptions = Disposable.from(
    window.onDidChangeActiveTextEditor(selectIfArrived),
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // The keyboard and the mouse move the cursor elsewhere. Navigation has no kind, or is a command.
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
        const definitions = await next(document, position, token);
        const [only, ...others] = Array.isArray(definitions) ? definitions : definitions ? [definitions] : [];
        if (document.uri.path.endsWith(MAP_EXTENSION) && !token.isCancellationRequested) {
          pending = only && others.length === 0 ? pendingSelectionFor(only, document.uri) : undefined;
        }
        return definitions;
      },
    },
    dispose: () => subscriptions.dispose(),
  };
}

/** The passage that a definition leads to. Undefined if it leads into a map, or to a file without a range. */
function pendingSelectionFor(link: Location | LocationLink, mapUri: Uri): PendingSelection | undefined {
  const [uri, range] =
    "targetUri" in link ? [link.targetUri, link.targetSelectionRange ?? link.targetRange] : [link.uri, link.range];
  return uri.path.endsWith(MAP_EXTENSION) || range.isEmpty
    ? undefined
    : { uri: uri.toString(), range, mapUri: mapUri.toString() };
}

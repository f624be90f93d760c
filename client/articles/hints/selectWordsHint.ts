/** A line above the first article that the user maps: how to quote. It disappears with the first selection, and never returns. */
import {
  CodeLens,
  Disposable,
  EventEmitter,
  env,
  l10n,
  languages,
  type Memento,
  Range,
  UIKind,
  type Uri,
  window,
} from "vscode";

/** Kept on users' machines. */
const SEEN_KEY = "argmap.hints.selectWords";

export interface SelectWordsHint extends Disposable {
  /** Shows the hint above an article, unless the user has followed it before. */
  show(article: Uri): void;
}

/** @param state outlives the window */
export function createSelectWordsHint(state: Memento): SelectWordsHint {
  const changed = new EventEmitter<void>();
  /** The document with the hint. */
  let hinted: string | undefined;
  const subscriptions = Disposable.from(
    changed,
    languages.registerCodeLensProvider("*", {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: ({ uri }) => (uri.toString() === hinted ? [hintLens()] : []),
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (hinted === undefined || textEditor.document.uri.toString() !== hinted) return;
      if (selections.every(({ isEmpty }) => isEmpty)) return;
      hinted = undefined;
      void state.update(SEEN_KEY, true);
      changed.fire();
    }),
  );
  return {
    show(article) {
      if (state.get(SEEN_KEY)) return;
      hinted = article.toString();
      changed.fire();
    },
    dispose: () => subscriptions.dispose(),
  };
}

/**
 * A lens without a command is shown as plain text. It has only one line, which a small panel cuts off, so its text is as short
 * as it can be.
 */
const hintLens = (): CodeLens =>
  new CodeLens(new Range(0, 0, 0, 0), {
    title: `$(lightbulb) ${l10n.t("Select words, press {0}", quickFixKey())}`,
    tooltip: l10n.t("Adds the words to the map as a quote. This hint disappears once you select something."),
    command: "",
  });

/** The default key of *Quick Fix*. In a browser, the extension cannot tell on which system the user types. */
function quickFixKey(): string {
  if (env.uiKind === UIKind.Web) return "Ctrl+. / ⌘.";
  return process.platform === "darwin" ? "⌘." : "Ctrl+.";
}

/** Shows an entry that was added from an article in its map, while the focus stays in the article. */
import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  l10n,
  StatusBarAlignment,
  type TextEditorDecorationType,
  TextEditorRevealType,
  ThemeColor,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { goTo, type TextLocation } from "../../editor/navigation.ts";
import { visibleColumnOf } from "../../editor/viewColumns.ts";

const GO_TO_COMMAND = "argmap.goToAddedEntry";
/** Context key: whether there is an added entry to go to. */
const HAS_ADDED_ENTRY = "argmap.hasAddedEntry";

/** An entry that was added to a map. */
export interface Addition {
  /** The lines of the entry. */
  readonly entry: TextLocation;
  /** The position at which the user continues to write. */
  readonly cursor: TextLocation;
}

export interface ShownAddition extends Disposable {
  /** Reveals and highlights an entry beside the article, until its map changes. */
  show(addition: Addition): Promise<void>;
  /** An entry is shown. Previews reveal its card. */
  readonly onShown: Event<TextLocation>;
}

/** Registers the command that goes to the entry that was added last. */
export function createShownAddition(): ShownAddition {
  const shown = new EventEmitter<TextLocation>();
  const highlight: TextEditorDecorationType = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor("editor.findMatchHighlightBackground"),
  });
  const link = window.createStatusBarItem("argmap.addedEntry", StatusBarAlignment.Left);
  link.name = l10n.t("Added Entry");
  link.text = `$(arrow-right) ${l10n.t("Added. Go to the entry (F8)")}`;
  link.command = GO_TO_COMMAND;
  let last: { readonly addition: Addition; readonly version: number } | undefined;

  function clear(): void {
    last = undefined;
    link.hide();
    for (const editor of window.visibleTextEditors) editor.setDecorations(highlight, []);
    void commands.executeCommand("setContext", HAS_ADDED_ENTRY, false);
  }

  const subscriptions = Disposable.from(
    shown,
    highlight,
    link,
    commands.registerCommand(GO_TO_COMMAND, async () => {
      const target = last?.addition.cursor;
      clear();
      if (target) await goTo(target);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      // The position is out of date.
      const isChanged = last !== undefined && document.version > last.version;
      if (isChanged && document.uri.toString() === last?.addition.entry.uri.toString()) clear();
    }),
  );

  return {
    onShown: shown.event,
    async show(addition) {
      clear();
      const { uri, range } = addition.entry;
      const editor = await window.showTextDocument(uri, {
        viewColumn: visibleColumnOf(uri) ?? ViewColumn.Beside,
        preserveFocus: true,
        preview: false,
        selection: addition.cursor.range,
      });
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
      editor.setDecorations(highlight, [range]);
      last = { addition, version: editor.document.version };
      link.show();
      await commands.executeCommand("setContext", HAS_ADDED_ENTRY, true);
      shown.fire(addition.cursor);
    },
    dispose: () => subscriptions.dispose(),
  };
}

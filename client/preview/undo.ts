/** Undo and redo from the picture, after which everything in the window is where it was. */
import { commands, TabInputText, type Uri, type WebviewPanel, window, workspace } from "vscode";
import { backgroundColumnOf, isOpenInTab } from "../editor/viewColumns.ts";
import type { Cursor } from "./cursor.ts";

export interface UndoQueue {
  /**
   * Takes back, or does again, what was last done in a text. While one preview is in a text, another one would not find
   * the window as it was: so each waits for its turn.
   *
   * @param chooseText gives the text, when its turn has come
   * @param onDone hears what the text was and is
   * @throws where the text cannot be opened
   */
  undoRedo(
    command: "undo" | "redo",
    panel: WebviewPanel,
    chooseText: () => Uri,
    onDone: (before: string, after: string) => void,
  ): Promise<void>;
}

/**
 * One for all previews.
 *
 * @param refreshLenses has VS Code ask again for what stands above claims: where a text loses the keys, it asks no more for
 *   that of its last change
 */
export function createUndoQueue(cursor: Cursor, refreshLenses: () => void): UndoQueue {
  let previous: Promise<unknown> = Promise.resolve();
  return {
    undoRedo(command, panel, chooseText, onDone) {
      const turn = previous.then(async () => {
        const document = await workspace.openTextDocument(chooseText());
        const before = document.getText();
        await cursor.withSuppressedEvents(() => executeInEditor(command, document.uri, panel));
        refreshLenses();
        onDone(before, document.getText());
      });
      previous = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** An editor can undo only while it has the keys; so it gets them, and then the preview again. */
async function executeInEditor(command: "undo" | "redo", uri: Uri, panel: WebviewPanel): Promise<void> {
  const viewColumn = backgroundColumnOf(uri, panel.viewColumn);
  const group = window.tabGroups.all.find((one) => one.viewColumn === viewColumn);
  const frontTab = group?.activeTab;
  // A tab that is not there yet must not take the place of the one that VS Code shows for the time being.
  const showOptions = viewColumn === undefined ? {} : { viewColumn };
  await window.showTextDocument(uri, isOpenInTab(uri) ? showOptions : { ...showOptions, preview: false });
  try {
    await commands.executeCommand(command);
  } finally {
    const isHidden = viewColumn !== panel.viewColumn && frontTab !== undefined && !frontTab.isActive;
    if (isHidden && frontTab.input instanceof TabInputText) {
      await window.showTextDocument(frontTab.input.uri, { ...showOptions, preserveFocus: true });
      await focusPanel(panel);
    } else if (isHidden) {
      // The text's column is the active one, in which this counts. It takes the keys once it is loaded.
      await commands.executeCommand("workbench.action.openEditorAtIndex", group?.tabs.indexOf(frontTab));
      await focusPanel(panel);
      await waitUntil(panel, () => !panel.active, LOAD_TIMEOUT);
      await focusPanel(panel);
    } else await focusPanel(panel);
  }
}

/** Gives the keys to a preview; resolves when it has them, or the user has gone elsewhere. */
function focusPanel(panel: WebviewPanel): Promise<void> {
  panel.reveal(panel.viewColumn);
  return waitUntil(panel, () => panel.active, FOCUS_TIMEOUT);
}

/** Waits for something to hold of a panel, at most so many milliseconds, or until it is closed. */
function waitUntil(panel: WebviewPanel, condition: () => boolean, timeout: number): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      changed.dispose();
      closed.dispose();
      resolve();
    };
    const changed = panel.onDidChangeViewState(() => condition() && finish());
    const closed = panel.onDidDispose(finish);
    const timer = setTimeout(finish, timeout);
  });
}

/** In milliseconds: whoever clicks elsewhere meanwhile is left there. */
const FOCUS_TIMEOUT = 1000;
/** In milliseconds: within this time what VS Code shows again, a picture say, has taken the keys. */
const LOAD_TIMEOUT = 400;

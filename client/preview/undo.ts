/** Undo and redo from the picture, after which everything in the window is where it was. */
import { commands, TabInputText, type Uri, type WebviewPanel, window, workspace } from "vscode";
import { columnBehind, isInTab } from "../editor/viewColumns.ts";
import type { Cursor } from "./cursor.ts";

export interface Undoing {
  /**
   * Takes back, or does again, what was last done in a text. While one preview is in a text, another one would not find
   * the window as it was: so each waits for its turn.
   *
   * @param choose gives the text, when its turn has come
   * @param onTaken hears what the text was and is
   * @throws where the text cannot be opened
   */
  takeBack(
    what: "undo" | "redo",
    panel: WebviewPanel,
    choose: () => Uri,
    onTaken: (before: string, now: string) => void,
  ): Promise<void>;
}

/**
 * One for all previews.
 *
 * @param countAgain has VS Code ask again for what stands above claims: where a text loses the keys, it asks no more for
 *   that of its last change
 */
export function createUndoing(cursor: Cursor, countAgain: () => void): Undoing {
  let last: Promise<unknown> = Promise.resolve();
  return {
    takeBack(what, panel, choose, onTaken) {
      const turn = last.then(async () => {
        const document = await workspace.openTextDocument(choose());
        const before = document.getText();
        await cursor.quietly(() => inText(what, document.uri, panel));
        countAgain();
        onTaken(before, document.getText());
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** An editor can undo only while it has the keys; so it gets them, and then the preview again. */
async function inText(what: "undo" | "redo", uri: Uri, panel: WebviewPanel): Promise<void> {
  const viewColumn = columnBehind(uri, panel.viewColumn);
  const group = window.tabGroups.all.find((one) => one.viewColumn === viewColumn);
  const front = group?.activeTab;
  // A tab that is not there yet must not take the place of the one that VS Code shows for the time being.
  const place = viewColumn === undefined ? {} : { viewColumn };
  await window.showTextDocument(uri, isInTab(uri) ? place : { ...place, preview: false });
  try {
    await commands.executeCommand(what);
  } finally {
    const isHidden = viewColumn !== panel.viewColumn && front !== undefined && !front.isActive;
    if (isHidden && front.input instanceof TabInputText) {
      await window.showTextDocument(front.input.uri, { ...place, preserveFocus: true });
      await enter(panel);
    } else if (isHidden) {
      // The text's column is the active one, in which this counts. It takes the keys once it is loaded.
      await commands.executeCommand("workbench.action.openEditorAtIndex", group?.tabs.indexOf(front));
      await enter(panel);
      await held(panel, () => !panel.active, LOADED);
      await enter(panel);
    } else await enter(panel);
  }
}

/** Gives the keys to a preview; resolves when it has them, or the user has gone elsewhere. */
function enter(panel: WebviewPanel): Promise<void> {
  panel.reveal(panel.viewColumn);
  return held(panel, () => panel.active, LATE);
}

/** Waits for something to hold of a panel, at most so many milliseconds, or until it is closed. */
function held(panel: WebviewPanel, holds: () => boolean, most: number): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(late);
      changed.dispose();
      closed.dispose();
      resolve();
    };
    const changed = panel.onDidChangeViewState(() => holds() && end());
    const closed = panel.onDidDispose(end);
    const late = setTimeout(end, most);
  });
}

/** In milliseconds: whoever clicks elsewhere meanwhile is left there. */
const LATE = 1000;
/** In milliseconds: within this time what VS Code shows again, a picture say, has taken the keys. */
const LOADED = 400;

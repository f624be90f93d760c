/** Undo and redo from the preview. Afterwards, the same tabs are visible and the preview has the focus. */
import { commands, type Event, TabInputText, type Uri, type WebviewPanel, window, workspace } from "vscode";
import type { ToPage, ToPanel } from "../../../server/protocol/preview.ts";
import { backgroundColumnOf, isOpenInTab } from "../../editor/viewColumns.ts";
import type { Cursor } from "../cursor.ts";

export interface UndoQueue {
  /**
   * Undoes or redoes the last change of a document. Calls run one after the other, because each one moves the focus.
   *
   * @param chooseText returns the document; called when all earlier calls have finished
   * @param onDone called with the content of the document before and after
   * @throws if the document cannot be opened
   */
  undoRedo(
    command: "undo" | "redo",
    panel: WebviewPanel,
    chooseText: () => Uri,
    onDone: (before: string, after: string) => void,
  ): Promise<void>;
}

/**
 * Creates the queue for all previews.
 *
 * @param refreshLenses makes VS Code request code lenses again, which it does not do for a document that lost the focus
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

/** Runs the command in the editor of a document, which needs the focus, and then restores the tabs and the focus. */
async function executeInEditor(command: "undo" | "redo", uri: Uri, panel: WebviewPanel): Promise<void> {
  const viewColumn = backgroundColumnOf(uri, panel.viewColumn);
  const group = window.tabGroups.all.find((candidate) => candidate.viewColumn === viewColumn);
  const frontTab = group?.activeTab;
  // A new tab must not replace the group's preview tab (the one with an italic title).
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
      // This command acts on the active group, which is that of the document. The reopened one takes the focus once it loads.
      await commands.executeCommand("workbench.action.openEditorAtIndex", group?.tabs.indexOf(frontTab));
      await focusPanel(panel);
      await waitUntil(panel, () => !panel.active, LOAD_TIMEOUT);
      await focusPanel(panel);
    } else await focusPanel(panel);
  }
}

/** Focuses a preview. Resolves when its page has the focus, or after a timeout if the user has moved the focus elsewhere. */
export async function focusPanel(panel: WebviewPanel): Promise<void> {
  panel.reveal(panel.viewColumn);
  await waitUntil(panel, () => panel.active, FOCUS_TIMEOUT);
  if (panel.active) await takeFocus(panel);
}

/**
 * Gives the page of an active panel the keyboard focus, and waits for its answer. The page may still lack the focus: if it was
 * hidden, or if VS Code learns only now that the page had lost it. A page that took the focus late would take it from the editor
 * of the next undo.
 */
async function takeFocus({ webview, onDidDispose }: WebviewPanel): Promise<void> {
  const isTaken = ({ type }: ToPanel): boolean => type === "focusTaken";
  const taken = waitForEvent(webview.onDidReceiveMessage, isTaken, { timeout: FOCUS_TIMEOUT, onDidDispose });
  const message: ToPage = { type: "takeFocus" };
  void webview.postMessage(message);
  await taken;
}

/** Waits for a condition that depends on the view state of a panel. Also resolves after `timeout` ms, or when it is closed. */
async function waitUntil(panel: WebviewPanel, condition: () => boolean, timeout: number): Promise<void> {
  const { onDidChangeViewState, onDidDispose } = panel;
  if (!condition()) await waitForEvent(onDidChangeViewState, condition, { timeout, onDidDispose });
}

/** Waits for an event that meets a condition. Also resolves after `timeout` ms, or when the panel is closed. */
function waitForEvent<Value>(
  event: Event<Value>,
  condition: (value: Value) => boolean,
  { timeout, onDidDispose }: { readonly timeout: number; readonly onDidDispose: Event<void> },
): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      fired.dispose();
      closed.dispose();
      resolve();
    };
    const fired = event((value) => condition(value) && finish());
    const closed = onDidDispose(finish);
    const timer = setTimeout(finish, timeout);
  });
}

/** In milliseconds. If the preview has no focus by then, the user has moved it. */
const FOCUS_TIMEOUT = 1000;
/** In milliseconds. Within this time, a reopened editor (such as an image) has loaded and taken the focus. */
const LOAD_TIMEOUT = 400;

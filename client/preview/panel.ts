/** One preview: a panel with the map that it shows, which follows the active text or is locked to its map. */
import { Uri, type WebviewPanel } from "vscode";
import type { PreviewCommand } from "../../server/protocol/preview.ts";
import { createPanelController, type PanelController, type PreviewContext } from "./panelController.ts";
import { uriAfterRename } from "./viewStateStore.ts";
import { assetsUri } from "./webviewHtml.ts";

export interface PreviewState {
  readonly map: Uri;
  /** Whether it stays with its map, whatever text is active. */
  readonly locked: boolean;
}

export interface Preview {
  readonly panel: WebviewPanel;
  readonly state: PreviewState;
  /** Whether it was led here from another map. */
  readonly canGoBack: boolean;
  /** Shows a map, from which there is no way back. */
  show(map: Uri): void;
  /** Shows a map that the one on show imports. */
  showImported(map: Uri): void;
  /** Shows the map from which it was led to this one. */
  goBack(): void;
  /** The user has gone to a text: shows its map, unless the preview is locked or has itself led there. */
  follow(text: Uri): void;
  setLocked(locked: boolean): void;
  /** A file or folder has another name now. */
  handleRename(from: Uri, to: Uri): void;
  /** Tells the page to do something; `depth` is for `foldToDepth`. */
  sendCommand(command: PreviewCommand, depth?: number): void;
  /** Asks the page for a picture of what it shows. Rejects where the preview is closed meanwhile. */
  requestExport: PanelController["requestExport"];
  /** Ends the listening; the panel itself stays for VS Code to bring back. */
  stop(): void;
}

/** Fills a panel. `onChange` hears that its state, or whether it can go back, is another one. */
export function createPreview(
  panel: WebviewPanel,
  initialState: PreviewState,
  context: PreviewContext,
  onChange: () => void,
): Preview {
  let state = initialState;
  /** The maps from which it was led to the one on show, the nearest last. */
  let backStack: readonly Uri[] = [];
  /** The text that a click on a card has opened: its map is not what the user wants to see instead. */
  let openedText: string | undefined;

  panel.webview.options = { enableScripts: true, localResourceRoots: [assetsUri(context.extensionUri)] };
  panel.iconPath = Uri.joinPath(context.extensionUri, "client/icons/map.svg");
  const controller = createPanelController(panel, context, {
    onReady: persistState,
    onOpen: (text) => {
      openedText = text.toString();
    },
  });
  panel.onDidDispose(() => controller.dispose());

  /** The page's host keeps it, so that each panel of the next window comes back as it was. */
  function persistState(): void {
    controller.post({ type: "keep", panel: { map: state.map.toString(), locked: state.locked } });
  }

  function update(next: PreviewState, nextBackStack: readonly Uri[]): void {
    if (next.map.toString() !== state.map.toString()) openedText = undefined;
    [state, backStack] = [next, nextBackStack];
    const name = state.map.path.split("/").at(-1);
    panel.title = state.locked ? `[Preview] ${name}` : `Preview ${name}`;
    controller.show(state.map);
    persistState();
    onChange();
  }
  update(initialState, []);

  const show = (map: Uri): void => update({ ...state, map }, []);
  return {
    panel,
    get state() {
      return state;
    },
    get canGoBack() {
      return backStack.length > 0;
    },
    show,
    showImported: (map) => update({ ...state, map }, [...backStack, state.map]),
    goBack() {
      const map = backStack.at(-1);
      if (map) update({ ...state, map }, backStack.slice(0, -1));
    },
    follow(text) {
      if (text.toString() === openedText) return;
      openedText = undefined;
      if (!state.locked && text.toString() !== state.map.toString()) show(text);
    },
    setLocked: (locked) => update({ ...state, locked }, backStack),
    handleRename(from, to) {
      const afterRename = (uri: Uri): Uri => {
        const next = uriAfterRename(uri.toString(), from.toString(), to.toString());
        return next === undefined ? uri : Uri.parse(next);
      };
      update({ ...state, map: afterRename(state.map) }, backStack.map(afterRename));
    },
    sendCommand: (command, depth) => controller.post({ type: "do", what: command, depth }),
    requestExport: controller.requestExport,
    stop: () => controller.dispose(),
  };
}

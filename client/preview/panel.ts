/** A preview: a webview panel that shows a map. It follows the active editor, or is locked to its map. */
import { l10n, Uri, type WebviewPanel } from "vscode";
import type { PreviewCommand } from "../../server/protocol/preview.ts";
import { createPanelController, type PanelController, type PreviewContext } from "./panelController.ts";
import { uriAfterRename } from "./viewStateStore.ts";
import { assetsUri } from "./webviewHtml.ts";

export interface PreviewState {
  readonly map: Uri;
  /** Whether it keeps showing its map when another map becomes active. */
  readonly locked: boolean;
}

export interface Preview {
  readonly panel: WebviewPanel;
  readonly state: PreviewState;
  /** Whether the user came to this map from another one, by `showImported`. */
  readonly canGoBack: boolean;
  /** Shows a map and clears the history of `goBack`. */
  show(map: Uri): void;
  /** Shows a map that the current one imports. */
  showImported(map: Uri): void;
  /** Shows the map that the user came from. */
  goBack(): void;
  /** The user has activated a document: shows its map, unless the preview is locked or has itself opened it. */
  follow(text: Uri): void;
  setLocked(locked: boolean): void;
  /** A file or folder was renamed. */
  handleRename(from: Uri, to: Uri): void;
  /** Runs a command in the page. `depth` is for `foldToDepth`. */
  sendCommand(command: PreviewCommand, depth?: number): void;
  /** Supposes that the entry of a card is true or false. */
  suppose: PanelController["suppose"];
  /** Exports what the page shows. Rejects if the preview is closed before the page answers. */
  requestExport: PanelController["requestExport"];
  /** Disposes everything but the panel, which VS Code restores in the next window. */
  stop(): void;
}

/**
 * Shows a map in a panel.
 *
 * @param onChange called when `state` or `canGoBack` has changed
 */
export function createPreview(
  panel: WebviewPanel,
  initialState: PreviewState,
  context: PreviewContext,
  onChange: () => void,
): Preview {
  let state = initialState;
  /** The maps that the user came from, the most recent last. */
  let backStack: readonly Uri[] = [];
  /** The text that a click on a card has opened. The preview does not follow it, because the user is looking at this map. */
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

  /** Stores the state in the page, from which VS Code restores the panel in the next window. */
  function persistState(): void {
    controller.post({ type: "persistPanel", panel: { map: state.map.toString(), locked: state.locked } });
  }

  function update(next: PreviewState, nextBackStack: readonly Uri[]): void {
    if (next.map.toString() !== state.map.toString()) openedText = undefined;
    [state, backStack] = [next, nextBackStack];
    const name = state.map.path.split("/").at(-1) ?? "";
    panel.title = state.locked ? l10n.t("[Preview] {0}", name) : l10n.t("Preview {0}", name);
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
    sendCommand: (command, depth) => controller.post({ type: "command", command, depth }),
    suppose: controller.suppose,
    requestExport: controller.requestExport,
    stop: () => controller.dispose(),
  };
}

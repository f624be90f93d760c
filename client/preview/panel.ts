/** One preview: a panel with the map that it shows, which follows the active text or is locked to its map. */
import { Uri, type WebviewPanel } from "vscode";
import type { Deed } from "../../server/protocol/preview.ts";
import { type Conversation, converse, type Shared } from "./panelController.ts";
import { renamedTo } from "./viewStateStore.ts";
import { assets } from "./webviewHtml.ts";

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
  lock(locked: boolean): void;
  /** A file or folder has another name now. */
  renamed(from: Uri, to: Uri): void;
  /** Tells the page to do something; `depth` is for `foldToDepth`. */
  tell(what: Deed, depth?: number): void;
  /** Asks the page for a picture of what it shows. Rejects where the preview is closed meanwhile. */
  ask: Conversation["ask"];
  /** Ends the listening; the panel itself stays for VS Code to bring back. */
  stop(): void;
}

/** Fills a panel. `onChange` hears that its state, or whether it can go back, is another one. */
export function fillPanel(panel: WebviewPanel, start: PreviewState, shared: Shared, onChange: () => void): Preview {
  let state = start;
  /** The maps from which it was led to the one on show, the nearest last. */
  let past: readonly Uri[] = [];
  /** The text that a click on a card has opened: its map is not what the user wants to see instead. */
  let clickedInto: string | undefined;

  panel.webview.options = { enableScripts: true, localResourceRoots: [assets(shared.extension)] };
  panel.iconPath = Uri.joinPath(shared.extension, "client/icons/map.svg");
  const conversation = converse(panel, shared, {
    onReady: keepState,
    onOpen: (text) => {
      clickedInto = text.toString();
    },
  });
  panel.onDidDispose(() => conversation.dispose());

  /** The page's host keeps it, so that each panel of the next window comes back as it was. */
  function keepState(): void {
    conversation.say({ type: "keep", panel: { map: state.map.toString(), locked: state.locked } });
  }

  function set(next: PreviewState, way: readonly Uri[]): void {
    if (next.map.toString() !== state.map.toString()) clickedInto = undefined;
    [state, past] = [next, way];
    const name = state.map.path.split("/").at(-1);
    panel.title = state.locked ? `[Preview] ${name}` : `Preview ${name}`;
    conversation.show(state.map);
    keepState();
    onChange();
  }
  set(start, []);

  const show = (map: Uri): void => set({ ...state, map }, []);
  return {
    panel,
    get state() {
      return state;
    },
    get canGoBack() {
      return past.length > 0;
    },
    show,
    showImported: (map) => set({ ...state, map }, [...past, state.map]),
    goBack() {
      const map = past.at(-1);
      if (map) set({ ...state, map }, past.slice(0, -1));
    },
    follow(text) {
      if (text.toString() === clickedInto) return;
      clickedInto = undefined;
      if (!state.locked && text.toString() !== state.map.toString()) show(text);
    },
    lock: (locked) => set({ ...state, locked }, past),
    renamed(from, to) {
      const now = (uri: Uri): Uri => {
        const next = renamedTo(uri.toString(), from.toString(), to.toString());
        return next === undefined ? uri : Uri.parse(next);
      };
      set({ ...state, map: now(state.map) }, past.map(now));
    },
    tell: (what, depth) => conversation.say({ type: "do", what, depth }),
    ask: conversation.ask,
    stop: () => conversation.dispose(),
  };
}

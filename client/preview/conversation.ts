/** What a panel says to its page, to the server and to the editors, as long as it is open. */
import * as v from "valibot";
import { CancellationTokenSource, Disposable, type Position, type Uri, type WebviewPanel, window } from "vscode";
import { LANGUAGE } from "../server.ts";
import { type ToPage, toPanel } from "./messages.ts";
import { reveal } from "./reveal.ts";
import type { Trees } from "./trees.ts";

export interface Conversation extends Disposable {
  /** Shows this map from now on. */
  show(map: Uri): void;
}

/** Begins when the page says that it is ready. `onShow` hears which map is on show. */
export function converse(panel: WebviewPanel, trees: Trees, onShow: (map: Uri) => void): Conversation {
  let map: Uri | undefined;
  let ready = false;
  /** The place of the cursor in the argmap text that was last active. */
  let cursor: { readonly uri: Uri; readonly position: Position } | undefined;
  /** The text that a click on a card has opened: its map is not what the user wants to see instead. */
  let clickedInto: string | undefined;
  let marking = new CancellationTokenSource();

  const post = (message: ToPage) => void panel.webview.postMessage(message);

  async function sendTree(): Promise<void> {
    const asked = map;
    if (!ready || !asked) return;
    const answer = await trees.tree(asked);
    if (!answer || asked !== map) return;
    post({ type: "tree", uri: asked.toString(), ...answer });
    await mark();
  }

  /** Marks the card under the cursor; only the newest question is answered. */
  async function mark(): Promise<void> {
    marking.cancel();
    marking.dispose();
    marking = new CancellationTokenSource();
    const { token } = marking;
    if (!ready || !map || !cursor) return;
    const card = await trees.at(map, cursor.uri, cursor.position, token);
    if (!token.isCancellationRequested) post({ type: "mark", card: card ?? null });
  }

  function show(next: Uri): void {
    clickedInto = undefined;
    if (map?.toString() === next.toString()) return;
    if (map) trees.close(map);
    map = next;
    onShow(next);
    void sendTree();
  }

  /** Follows the user from one map to another. */
  function follow(): void {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== LANGUAGE) return;
    const { uri } = editor.document;
    cursor = { uri, position: editor.selection.active };
    if (uri.toString() !== clickedInto) show(uri);
    void mark();
  }

  async function hear(message: unknown): Promise<void> {
    const parsed = v.safeParse(toPanel, message);
    if (!parsed.success) return;
    const said = parsed.output;
    switch (said.type) {
      case "ready":
        ready = true;
        return sendTree();
      case "again":
        return sendTree();
      case "open": {
        const place = map && (await trees.locate(map, said.card));
        if (!place) return;
        clickedInto = place.uri.toString();
        return reveal(place, panel.viewColumn);
      }
      case "exported":
      case "left":
        // The page itself keeps it as long as the panel lives.
        return;
      default:
        return said satisfies never;
    }
  }

  const listening = Disposable.from(
    panel.webview.onDidReceiveMessage(hear),
    trees.onForgotten(() => void sendTree()),
    trees.onChanged(({ uri, from, to, change }) => {
      if (ready && uri.toString() === map?.toString()) post({ type: "change", from, to, change });
    }),
    window.onDidChangeActiveTextEditor(follow),
    window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (textEditor.document.languageId !== LANGUAGE || !selections[0]) return;
      cursor = { uri: textEditor.document.uri, position: selections[0].active };
      void mark();
    }),
  );
  const active = window.activeTextEditor;
  if (active?.document.languageId === LANGUAGE) {
    cursor = { uri: active.document.uri, position: active.selection.active };
  }

  return {
    show,
    dispose() {
      listening.dispose();
      marking.cancel();
      marking.dispose();
      if (map) trees.close(map);
    },
  };
}

/** The preview: one panel beside the text, shared by all maps, as that of Markdown is. */
import { type Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { type Conversation, converse } from "./conversation.ts";
import { assets, html } from "./html.ts";
import type { Trees } from "./trees.ts";

const VIEW = "argmap.preview";
/** Where the map on show is remembered, for a window that is opened again. */
const LAST = "argmap.preview.map";

export interface Preview extends Disposable {
  /** Shows a map beside the text. */
  open(map: Uri): void;
}

/** Nothing is shown until `open` is called or VS Code brings back the panel of an earlier session. */
export function createPreview(context: ExtensionContext, trees: Trees): Preview {
  let shown: { readonly panel: WebviewPanel; readonly conversation: Conversation } | undefined;

  function fill(panel: WebviewPanel, map: Uri): void {
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [assets(context.extensionUri)],
    };
    panel.iconPath = Uri.joinPath(context.extensionUri, "client/icons/map.svg");
    // Listens before the page is loaded, so that its first word is not missed.
    const conversation = converse(panel, trees, (now) => {
      panel.title = `Preview ${now.path.split("/").at(-1)}`;
      void context.workspaceState.update(LAST, now.toString());
    });
    shown = { panel, conversation };
    panel.onDidDispose(() => {
      conversation.dispose();
      shown = undefined;
    });
    panel.webview.html = html(panel.webview, context.extensionUri);
    conversation.show(map);
  }

  const serializer = window.registerWebviewPanelSerializer(VIEW, {
    async deserializeWebviewPanel(panel: WebviewPanel) {
      const last = context.workspaceState.get<string>(LAST);
      if (last !== undefined && !shown) fill(panel, Uri.parse(last));
      else panel.dispose();
    },
  });

  return {
    open(map) {
      if (shown) {
        shown.conversation.show(map);
        shown.panel.reveal(undefined, true);
        return;
      }
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      // Kept alive behind other tabs, so that it comes back as it was: zoomed, moved, folded.
      fill(
        window.createWebviewPanel(VIEW, "Preview", place, {
          retainContextWhenHidden: true,
        }),
        map,
      );
    },
    dispose() {
      // The panel itself stays for VS Code to bring back; only this session's listening ends.
      shown?.conversation.dispose();
      serializer.dispose();
    },
  };
}

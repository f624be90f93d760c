import * as v from "valibot";
import { type PanelState, persistedPanel, persistPanel, type ToPanel } from "../../../server/protocol/preview.ts";
import type { Host } from "./host.ts";

/** VS Code's API for the page of a webview. */
interface VsCodeApi {
  postMessage(message: ToPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/**
 * Returns the host of a page in a VS Code panel. Can be called only once per page. VS Code stores one state for the page
 * and the panel together and passes it to the panel when the window is reopened, so this host merges the panel's state
 * into the page's.
 */
export function vscodeHost(): Host {
  const vscode = acquireVsCodeApi();
  const savedState = v.safeParse(persistedPanel, vscode.getState());
  let panel: PanelState | undefined = savedState.success ? savedState.output.panel : undefined;
  const save = (state: unknown): void =>
    vscode.setState(panel === undefined ? state : { ...(typeof state === "object" ? state : {}), panel });
  window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const message = v.safeParse(persistPanel, data);
    if (!message.success) return;
    panel = message.output.panel;
    save(vscode.getState());
  });
  return {
    canEdit: true,
    post: (message) => vscode.postMessage(message),
    setState: save,
    getState: () => vscode.getState(),
    listen: (onMessage) => window.addEventListener("message", ({ data }: MessageEvent<unknown>) => onMessage(data)),
  };
}

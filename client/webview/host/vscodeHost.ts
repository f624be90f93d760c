/** All that the page needs of whoever shows it: VS Code's panel, or a file that stands on its own. */
import * as v from "valibot";
import { type PanelState, persistedPanel, persistPanel, type ToPanel } from "../../../server/protocol/preview.ts";

export interface Host {
  /** Whether there is an editor behind the page, in which texts can be edited and articles shown. */
  readonly canEdit: boolean;
  /** Tells the panel something; where there is none, nobody hears it. */
  post(message: ToPanel): void;
  /** Keeps how the page is left, for when the same page is opened again. */
  setState(state: unknown): void;
  /** What was kept; undefined where there is nothing. */
  getState(): unknown;
  /** Calls `hear` with every message to the page from now on; they are validated by whoever hears them. */
  listen(onMessage: (message: unknown) => void): void;
}

/** What VS Code gives to the page of a webview. */
interface VsCodeApi {
  postMessage(message: ToPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/**
 * The panel of VS Code. To be asked for once in the life of a page. What the panel asks to keep is kept beside what the
 * page does: VS Code keeps one thing for both, and gives it to the panel of the next window.
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

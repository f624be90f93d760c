/** Entry point of the extension in a browser, as on vscode.dev. */
import type { ExtensionContext } from "vscode";
import { start } from "../start.ts";
import { createWebClient } from "./webClient.ts";

export { deactivate } from "../start.ts";

/** Registers everything that the extension offers. */
export function activate(context: ExtensionContext): void {
  start(context, createWebClient);
}

/** Entry point of the extension on a desktop, where Node runs it. */
import type { ExtensionContext } from "vscode";
import { registerAssistant } from "./assistant/registerAssistant.ts";
import { extendMarkdownPreview } from "./markdownPreview.ts";
import { createNodeClient } from "./nodeClient.ts";
import { start } from "./start.ts";

export { deactivate } from "./start.ts";

/** The API that VS Code's Markdown preview reads. `activate` returns it without waiting for the language server. */
interface ExtensionApi {
  readonly extendMarkdownIt: typeof extendMarkdownPreview;
}

/** Registers everything that the extension offers. Returns the API for VS Code's Markdown preview. */
export function activate(context: ExtensionContext): ExtensionApi {
  start(context, createNodeClient);
  context.subscriptions.push(registerAssistant(context));
  return { extendMarkdownIt: (markdown) => extendMarkdownPreview(markdown) };
}

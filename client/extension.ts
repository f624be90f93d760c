/** Entry point of the extension on a desktop, where Node runs it. */
import type { ExtensionContext } from "vscode";
import { registerAssistant } from "./assistant/registerAssistant.ts";
import { extendMarkdownPreview } from "./markdownPreview.ts";
import { startOnDemand } from "./onDemand.ts";

export { deactivate } from "./onDemand.ts";

/** The API that VS Code's Markdown preview reads. */
interface ExtensionApi {
  readonly extendMarkdownIt: typeof extendMarkdownPreview;
}

/** Registers what loads the features of the extension. Returns the API for VS Code's Markdown preview. */
export function activate(context: ExtensionContext): ExtensionApi {
  startOnDemand(context);
  context.subscriptions.push(registerAssistant(context));
  return { extendMarkdownIt: (markdown) => extendMarkdownPreview(markdown) };
}

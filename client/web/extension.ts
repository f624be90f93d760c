/** Entry point of the extension in a browser, as on vscode.dev. */
import type { MarkdownIt } from "markdown-it";
import type { ExtensionContext } from "vscode";
import { type BlockRenderer, extendMarkdownIt } from "../../server/markdown/extendMarkdownIt.ts";
import { startOnDemand } from "../onDemand.ts";

export { deactivate } from "../onDemand.ts";

/** The build replaces a call by the module, which it runs with the first call. */
declare function require(path: "../../server/markdown/renderHtml.ts"): BlockRenderer;

/** The API that VS Code's Markdown preview reads. */
interface ExtensionApi {
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

/** Registers what loads the features of the extension. Returns the API for VS Code's Markdown preview. */
export function activate(context: ExtensionContext): ExtensionApi {
  startOnDemand(context);
  return {
    // markdown-it cannot wait, so the renderer is in the same file.
    extendMarkdownIt: (markdown) => extendMarkdownIt(markdown, () => require("../../server/markdown/renderHtml.ts")),
  };
}

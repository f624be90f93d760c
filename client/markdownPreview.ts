/** The markdown-it plugin of VS Code's Markdown preview, for `contributes.markdown.markdownItPlugins`. */
import { createRequire } from "node:module";
import type { MarkdownIt } from "markdown-it";
import { type BlockRenderer, extendMarkdownIt } from "../server/markdown/extendMarkdownIt.ts";

/** Loads the renderer next to the bundle of the extension. It is a separate bundle, as most Markdown documents have no map. */
const loadBlockRenderer = (): BlockRenderer =>
  createRequire(`${import.meta.dirname}/`)("../markdown/markdown.cjs") as BlockRenderer; // Built from `renderHtml.ts`.

/** Adds the rendering of maps to a markdown-it instance. */
export const extendMarkdownPreview = (markdown: MarkdownIt): MarkdownIt =>
  extendMarkdownIt(markdown, loadBlockRenderer);

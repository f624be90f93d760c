/** A markdown-it plugin that renders fenced `argmap` blocks as pictures in VS Code's Markdown preview. */
import { createRequire } from "node:module";
import type { MarkdownIt } from "markdown-it";

/** The renderer is a separate bundle, as most Markdown documents have no map. */
type BlockRenderer = Pick<typeof import("./markdownRenderer.ts"), "renderBlock">;

/** Loads the bundle next to that of the extension. */
const loadBlockRenderer = (): BlockRenderer =>
  createRequire(`${import.meta.dirname}/`)("../markdown/markdown.cjs") as BlockRenderer; // Built from `markdownRenderer.ts`.

/**
 * Adds the rendering of maps to a markdown-it instance, for `contributes.markdown.markdownItPlugins`.
 * @param loadRenderer called for each map
 */
export function extendMarkdownIt(
  markdown: MarkdownIt,
  loadRenderer: () => BlockRenderer = loadBlockRenderer,
): MarkdownIt {
  const { rules } = markdown.renderer;
  const defaultFence = rules.fence;
  rules.fence = (tokens, index, options, env, self) => {
    const renderAsCode = (): string =>
      defaultFence ? defaultFence(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
    const token = tokens[index];
    if (token === undefined || !isMapFence(token.info)) return renderAsCode();
    try {
      const { picture, problemsHtml } = loadRenderer().renderBlock(token.content);
      // The attributes have the line numbers by which VS Code synchronizes scrolling.
      const rendered = picture === undefined ? renderAsCode() : `<div${self.renderAttrs(token)}>${picture}</div>\n`;
      return rendered + problemsHtml;
    } catch (error) {
      // An error in one map must not break the whole document: show its source text.
      console.error("Could not render an argument map.", error);
      return renderAsCode();
    }
  };
  return markdown;
}

/** Whether the first word of a fence's info string is `argmap`. */
const isMapFence = (info: string): boolean => /^argmap(?![\w-])/i.test(info.trim());

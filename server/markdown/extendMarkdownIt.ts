/** Lets markdown-it render fenced `argmap` blocks as pictures. The extension has this without the renderer, which it loads later. */
import type { MarkdownIt } from "markdown-it";
import { isMapFence } from "./mapFence.ts";

/** What renders a block; its types are all that this file imports of it. */
export type BlockRenderer = Pick<typeof import("./renderHtml.ts"), "renderHtml">;

/**
 * Adds the rendering of maps to a markdown-it instance.
 * @param loadRenderer called for each map
 */
export function extendMarkdownIt(markdown: MarkdownIt, loadRenderer: () => BlockRenderer): MarkdownIt {
  const { rules } = markdown.renderer;
  const defaultFence = rules.fence;
  rules.fence = (tokens, index, options, env, self) => {
    const renderAsCode = (): string =>
      defaultFence ? defaultFence(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
    const token = tokens[index];
    if (token === undefined || !isMapFence(token.info)) return renderAsCode();
    try {
      const { picture, messages } = loadRenderer().renderHtml(token.content);
      // The attributes have the line numbers by which VS Code synchronizes scrolling.
      const rendered = picture === undefined ? renderAsCode() : `<div${self.renderAttrs(token)}>${picture}</div>\n`;
      return rendered + messages;
    } catch (error) {
      // An error in one map must not break the whole document: show its source text.
      console.error("Could not render an argument map.", error);
      return renderAsCode();
    }
  };
  return markdown;
}

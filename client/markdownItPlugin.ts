/** Draws the fenced blocks of a Markdown document that hold a map, in VS Code's own Markdown preview. */
import { createRequire } from "node:module";
import type { MarkdownIt } from "markdown-it";

/** What draws them, in a bundle of its own: most who read Markdown never meet a map. */
type BlockRenderer = Pick<typeof import("./markdownRenderer.ts"), "renderBlock">;

/** Loads the bundle that lies beside that of the extension. The build makes it of that very module. */
const loadBlockRenderer = (): BlockRenderer =>
  createRequire(`${import.meta.dirname}/`)("../markdown/markdown.cjs") as BlockRenderer;

/** The plugin that `contributes.markdown.markdownItPlugins` promises. `load` is asked for what draws at the first map. */
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
      // The attributes tell the preview which lines these are, to scroll along with the text.
      const rendered = picture === undefined ? renderAsCode() : `<div${self.renderAttrs(token)}>${picture}</div>\n`;
      return rendered + problemsHtml;
    } catch (error) {
      // A document is read for more than this block: the block's text is there in any case.
      console.error("An argument map could not be drawn.", error);
      return renderAsCode();
    }
  };
  return markdown;
}

/** Whether the first word after the fence is the language's name. */
const isMapFence = (info: string): boolean => /^argmap(?![\w-])/i.test(info.trim());

/** Draws the fenced blocks of a Markdown document that hold a map, in VS Code's own Markdown preview. */
import { createRequire } from "node:module";
import type { MarkdownIt } from "markdown-it";

/** What draws them, in a bundle of its own: most who read Markdown never meet a map. */
type Drawing = Pick<typeof import("./markdownRenderer.ts"), "block">;

/** Loads the bundle that lies beside that of the extension. The build makes it of that very module. */
const loadDrawing = (): Drawing => createRequire(`${import.meta.dirname}/`)("../markdown/markdown.cjs") as Drawing;

/** The plugin that `contributes.markdown.markdownItPlugins` promises. `load` is asked for what draws at the first map. */
export function extendMarkdownIt(markdown: MarkdownIt, load: () => Drawing = loadDrawing): MarkdownIt {
  const { rules } = markdown.renderer;
  const before = rules.fence;
  rules.fence = (tokens, index, options, env, self) => {
    const asText = (): string =>
      before ? before(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
    const token = tokens[index];
    if (token === undefined || !holdsMap(token.info)) return asText();
    try {
      const { picture, remarks } = load().block(token.content);
      // The attributes tell the preview which lines these are, to scroll along with the text.
      const shown = picture === undefined ? asText() : `<div${self.renderAttrs(token)}>${picture}</div>\n`;
      return shown + remarks;
    } catch (error) {
      // A document is read for more than this block: the block's text is there in any case.
      console.error("An argument map could not be drawn.", error);
      return asText();
    }
  };
  return markdown;
}

/** Whether the first word after the fence is the language's name. */
const holdsMap = (info: string): boolean => /^argmap(?![\w-])/i.test(info.trim());

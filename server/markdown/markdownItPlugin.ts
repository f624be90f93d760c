/** Implements `argmap/markdown-it`, which `markdown-it.d.ts` describes. */
import type { MarkdownIt } from "markdown-it";
import { extendMarkdownIt } from "./extendMarkdownIt.ts";
import * as renderer from "./renderHtml.ts";

/** The plugin: lets a markdown-it instance draw maps. */
export default function argmap(markdown: MarkdownIt): void {
  extendMarkdownIt(markdown, () => renderer);
}

/** Renders a fenced block as HTML. VS Code loads this as a separate bundle, for the first map that a Markdown preview shows. */
import { type MarkupElement, serializeElement } from "../core/picture/render/markup.ts";
import { renderBlock } from "./renderBlock.ts";

/** A rendered map, as HTML. */
export interface BlockHtml {
  /** Undefined if the map has no cards; then the source text should be shown. */
  readonly picture: string | undefined;
  /** The messages to show below the picture; may be empty. */
  readonly messages: string;
}

/** About the number of maps in a long document. The cache avoids rendering unchanged maps on every keystroke. */
const MAX_CACHED_BLOCKS = 100;
const blockCache = new Map<string, BlockHtml>();

/** Renders the map in a fenced block. Caches the most recently used results. */
export function renderHtml(text: string): BlockHtml {
  const rendered = blockCache.get(text) ?? renderUncached(text);
  // A Map iterates in insertion order, so that the least recently used block comes first.
  blockCache.delete(text);
  blockCache.set(text, rendered);
  for (const oldest of blockCache.keys()) {
    if (blockCache.size <= MAX_CACHED_BLOCKS) break;
    blockCache.delete(oldest);
  }
  return rendered;
}

function renderUncached(text: string): BlockHtml {
  const { picture, messages } = renderBlock(text);
  return {
    picture: picture && serializeElement(asPlainHtml(picture)),
    messages: messages === undefined ? "" : serializeElement(asPlainHtml(messages)),
  };
}

/** Marks an element as plain HTML: VitePress compiles a page as a Vue template, in which `{{ … }}` of a text would be code. */
const asPlainHtml = (element: MarkupElement): MarkupElement => ({
  ...element,
  attributes: { ...element.attributes, "v-pre": "" },
});

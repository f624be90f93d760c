/** Implements `argmap/remark`, which `remark.d.ts` describes. */
import type { Code, Nodes, Paragraph, Root, RootContent } from "mdast";
import type { MarkupElement } from "../core/picture/render/markup.ts";
import { hastOf } from "./hast.ts";
import { isMapFence } from "./mapFence.ts";
import { renderBlock } from "./renderBlock.ts";

/** The plugin: replaces the maps in a Markdown tree by their pictures. */
export default function argmap(): (tree: Root) => void {
  return drawMaps;
}

/** Replaces the blocks in a tree by pictures. */
function drawMaps(parent: Nodes): void {
  if (!("children" in parent)) return;
  for (const child of parent.children) drawMaps(child);
  if (!parent.children.some(isMap)) return;
  // Wherever code can be, paragraphs can be too.
  const children = parent.children as RootContent[];
  children.splice(0, children.length, ...children.flatMap((child) => (isMap(child) ? drawMap(child) : [child])));
}

const isMap = (node: Nodes): node is Code => node.type === "code" && isMapFence(node.lang ?? "");

/** Returns what replaces a block: the picture, or the code if there is none, and messages. */
function drawMap(code: Code): readonly RootContent[] {
  try {
    const { picture, messages } = renderBlock(code.value);
    const shown = picture === undefined ? code : nodeOf(picture, code);
    return messages === undefined ? [shown] : [shown, nodeOf(messages, code)];
  } catch (error) {
    // An error in one map must not break the whole document: show its source text.
    console.error("Could not render an argument map.", error);
    return [code];
  }
}

/**
 * Returns a node that becomes an element in HTML. It has no raw HTML, which MDX forbids, so that the text of a map cannot
 * become markup.
 */
function nodeOf(element: MarkupElement, { position }: Code): Paragraph {
  const { tagName, properties, children } = hastOf(element);
  return {
    type: "paragraph",
    children: [],
    data: { hName: tagName, hProperties: properties, hChildren: children },
    ...(position === undefined ? {} : { position }),
  };
}

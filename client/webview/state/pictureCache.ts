/** From the session to what is drawn, each step made anew only where what it is made from has changed. */

import { CardLayoutCache } from "../../../server/core/picture/cards/cardLayout.ts";
import { applyExploration, type ExploredTree } from "../../../server/core/picture/explore.ts";
import { createPicture, type PictureOptions } from "../../../server/core/picture/picture.ts";
import type { TextMeasure } from "../../../server/core/picture/text/measure.ts";
import { indexPicture, type PictureIndex } from "./pictureIndex.ts";
import type { PageSession } from "./session.ts";
import type { ViewOptions } from "./viewOptions.ts";

export interface RenderedPicture {
  readonly pictureIndex: PictureIndex;
  readonly explored: ExploredTree;
  /** The measure that the picture was made with. */
  readonly measure: TextMeasure;
}

export interface PictureCache {
  /** What is to be drawn; undefined where no map is there yet. */
  render(session: PageSession, fonts: string, width: number): RenderedPicture | undefined;
  /** Forgets how wide text is, as fonts have come. */
  clear(): void;
}

/** `measureIn` gives the measure for fonts as CSS names them. */
export function createPictureCache(createMeasure: (fonts: string) => TextMeasure): PictureCache {
  let measure: { readonly fonts: string; readonly of: TextMeasure; readonly faces: CardLayoutCache } | undefined;
  let lastRendered: { readonly key: readonly unknown[]; readonly rendered: RenderedPicture } | undefined;
  let lastExplored: { readonly key: readonly unknown[]; readonly explored: ExploredTree } | undefined;

  function memoizedExplore(tree: NonNullable<PageSession["tree"]>, { exploration }: ViewOptions): ExploredTree {
    const key = [tree, exploration.folded, exploration.focus, exploration.filter];
    if (lastExplored === undefined || !areEqual(lastExplored.key, key))
      lastExplored = { key, explored: applyExploration(tree, exploration) };
    return lastExplored.explored;
  }

  return {
    render({ tree, viewOptions }, fonts, width) {
      if (tree === undefined) return undefined;
      if (measure?.fonts !== fonts) measure = { fonts, of: createMeasure(fonts), faces: new CardLayoutCache() };
      const { faces, of: textMeasure } = measure;
      const exploredTree = memoizedExplore(tree, viewOptions);
      const { shape, direction } = viewOptions;
      const { openTexts } = viewOptions.exploration;
      const columnWidth = shape === "outline" ? width : 0;
      const key = [exploredTree, faces, shape, direction, openTexts, columnWidth];
      if (lastRendered === undefined || !areEqual(lastRendered.key, key)) {
        const options: PictureOptions = {
          cache: faces,
          shape,
          direction,
          openTexts,
          hidden: exploredTree.hidden,
          ...(columnWidth > 0 && { width: columnWidth }),
        };
        const newPicture = createPicture(exploredTree.tree, textMeasure, options);
        lastRendered = {
          key,
          rendered: {
            pictureIndex: indexPicture(newPicture, exploredTree.tree),
            explored: exploredTree,
            measure: textMeasure,
          },
        };
      }
      return lastRendered.rendered;
    },
    clear() {
      measure = undefined;
    },
  };
}

const areEqual = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one, index) => one === b[index]);

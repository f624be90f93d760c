import { CardLayoutCache } from "../../../server/core/picture/cards/cardLayoutCache.ts";
import { applyExploration, type ExploredTree, type Filter, wholeMap } from "../../../server/core/picture/explore.ts";
import type { Direction } from "../../../server/core/picture/geometry/box.ts";
import type { PictureShape } from "../../../server/core/picture/model.ts";
import { createPicture, type PictureOptions } from "../../../server/core/picture/picture.ts";
import type { TextMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { memoizeLast } from "./memoizeLast.ts";
import { indexPicture, type PictureIndex } from "./pictureIndex.ts";
import type { PageSession } from "./session.ts";

/** A picture with everything it was made from. */
export interface RenderedPicture {
  readonly pictureIndex: PictureIndex;
  readonly explored: ExploredTree;
  /** The measure that the picture was laid out with. */
  readonly measure: TextMeasure;
}

export interface PictureCache {
  /**
   * Returns the picture of a session, in fonts as CSS names them and with an outline of this width in pixels; undefined
   * if no map has arrived yet. Returns the same object as long as nothing that it depends on has changed.
   */
  render(session: PageSession, fonts: string, outlineWidth: number): RenderedPicture | undefined;
  /** Drops all measured texts, for when fonts have loaded. */
  clear(): void;
}

/** A text measure, and the card layouts that were made with it. */
interface MeasuredLayouts {
  readonly measure: TextMeasure;
  readonly cache: CardLayoutCache;
}

/** Creates a cache of the latest picture. `createMeasure` returns the measure for fonts as CSS names them. */
export function createPictureCache(createMeasure: (fonts: string) => TextMeasure): PictureCache {
  const memoizeMeasuredLayouts = () =>
    memoizeLast((fonts: string): MeasuredLayouts => ({ measure: createMeasure(fonts), cache: new CardLayoutCache() }));
  let layoutsFor = memoizeMeasuredLayouts();

  const explore = memoizeLast(
    (
      tree: Tree,
      folded: ReadonlySet<CardId>,
      unfolded: ReadonlySet<CardId>,
      focus: CardId | undefined,
      filter: Filter,
    ) => applyExploration(tree, { ...wholeMap, folded, unfolded, focus, filter }),
  );

  const layOut = memoizeLast(
    (
      explored: ExploredTree,
      { measure, cache }: MeasuredLayouts,
      shape: PictureShape,
      direction: Direction,
      openTexts: ReadonlySet<CardId>,
      width: number | undefined,
    ): RenderedPicture => {
      const { hidden, tree } = explored;
      const options: PictureOptions = {
        cache,
        shape,
        direction,
        openTexts,
        hidden,
        ...(width !== undefined && { width }),
      };
      const picture = createPicture(tree, measure, options);
      return { pictureIndex: indexPicture(picture, tree), explored, measure };
    },
  );

  return {
    render({ tree, viewOptions }, fonts, outlineWidth) {
      if (tree === undefined) return undefined;
      const { shape, direction, exploration } = viewOptions;
      const { folded, unfolded, focus, filter, openTexts } = exploration;
      const explored = explore(tree, folded, unfolded, focus, filter);
      // A tree has no width of its own, so that resizing the window does not lay it out again.
      const width = shape === "outline" ? outlineWidth : undefined;
      return layOut(explored, layoutsFor(fonts), shape, direction, openTexts, width);
    },
    clear() {
      layoutsFor = memoizeMeasuredLayouts();
    },
  };
}

import { CardLayoutCache } from "../../../server/core/picture/cards/cardLayoutCache.ts";
import { applyExploration, type ExploredTree, type Filter, wholeMap } from "../../../server/core/picture/explore.ts";
import type { Size } from "../../../server/core/picture/geometry/box.ts";
import type { PanelLayout } from "../../../server/core/picture/panelLayout.ts";
import { createPicture, type PictureOptions } from "../../../server/core/picture/picture.ts";
import type { TextMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { createLayoutChooser } from "./layoutChooser.ts";
import { memoizeLast } from "./memoizeLast.ts";
import { indexPicture, type PictureIndex } from "./pictureIndex.ts";
import type { PageSession } from "./session.ts";

/** A picture with everything it was made from. */
export interface RenderedPicture {
  readonly pictureIndex: PictureIndex;
  readonly explored: ExploredTree;
  readonly layout: PanelLayout;
  /** The measure that the picture was laid out with. */
  readonly measure: TextMeasure;
}

export interface PictureCache {
  /**
   * Returns the picture of a session, in fonts as CSS names them, laid out for a panel of this size and with an outline of
   * this width in pixels; undefined if no map has arrived yet. Returns the same object as long as nothing that it depends
   * on has changed.
   */
  render(session: PageSession, fonts: string, panel: Size, outlineWidth: number): RenderedPicture | undefined;
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
  const chooseLayout = createLayoutChooser();

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
      layout: PanelLayout,
      openTexts: ReadonlySet<CardId>,
      width: number | undefined,
    ): RenderedPicture => {
      const { hidden, tree } = explored;
      const options: PictureOptions = {
        cache,
        ...layout,
        openTexts,
        hidden,
        canFoldTexts: true,
        ...(width !== undefined && { width }),
      };
      const picture = createPicture(tree, measure, options);
      return { pictureIndex: indexPicture(picture, tree), explored, layout, measure };
    },
  );

  return {
    render({ map, tree, viewOptions }, fonts, panel, outlineWidth) {
      if (tree === undefined) return undefined;
      const { shape, direction, exploration } = viewOptions;
      const { folded, unfolded, focus, filter, openTexts } = exploration;
      const explored = explore(tree, folded, unfolded, focus, filter);
      const layouts = layoutsFor(fonts);
      const choice = { shape, direction };
      const layout = chooseLayout({ map, explored, focus, choice, panel, openTexts, ...layouts });
      // A tree has no width of its own, so that resizing the window lays it out again only if another layout is chosen.
      const width = layout.shape === "outline" ? outlineWidth : undefined;
      return layOut(explored, layouts, layout, openTexts, width);
    },
    clear() {
      layoutsFor = memoizeMeasuredLayouts();
    },
  };
}

/** Lays out an exported view, and renders it as SVG. */

import { addHeading } from "../core/picture/addHeading.ts";
import type { Picture } from "../core/picture/model.ts";
import { createPicture } from "../core/picture/picture.ts";
import { createLegend } from "../core/picture/render/legend.ts";
import { pictureToSvg } from "../core/picture/render/svg.ts";
import type { WeighedCards } from "../core/picture/render/weighing.ts";
import { type Theme, themes } from "../core/picture/theme.ts";
import { cachedMeasure, type TextMeasure, tableMeasure } from "../core/picture/typesetting/measure.ts";
import type { ExportedView } from "../protocol/export.ts";

/** Returns the view as SVG. The text is measured with a table of widths, as the fonts of the viewer are unknown. */
export function renderSvg(view: ExportedView, theme: Theme): string {
  const measure = cachedMeasure(tableMeasure);
  const cardPicture = layoutView(view, measure);
  const laidOutPicture = view.title ? addHeading(cardPicture, view.tree, measure) : cardPicture;
  const weighed = weighedCards(view);
  return pictureToSvg(laidOutPicture, theme, {
    dimmed: new Set(view.dimmed),
    weighed,
    legend: view.legend ? createLegend(laidOutPicture, tableMeasure, weighed) : undefined,
  });
}

/** Returns what the view shows of what stands. */
export const weighedCards = ({ weighed = [] }: ExportedView): WeighedCards => ({
  marks: new Map(
    weighed.flatMap(({ card, mark }) => (mark === undefined ? [] : [[card, { ...mark, badge: mark.badge }] as const])),
  ),
  lineWeights: new Map(
    weighed.flatMap(({ card, lineWeight }) => (lineWeight === undefined ? [] : [[card, lineWeight] as const])),
  ),
});

/** Lays out the view with a text measure. */
export function layoutView({ tree, options }: ExportedView, measure: TextMeasure): Picture {
  const { direction = "right", shape = "tree", width, cardWidth, hidden = [] } = options;
  const { columnStarts = [], openTexts = [] } = options;
  return createPicture(tree, measure, {
    direction,
    shape,
    ...(width === undefined ? {} : { width }),
    ...(cardWidth === undefined ? {} : { cardWidth }),
    columnStarts: new Set(columnStarts),
    hidden: new Map(hidden),
    openTexts: new Set(openTexts),
  });
}

/** Returns the theme of the view. Missing colors are those of the light theme, which is used for print. */
export const themeOf = ({ theme }: ExportedView): Theme => ({ ...themes.light, ...theme });

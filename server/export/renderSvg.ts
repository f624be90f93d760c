/** The picture of what is shown, laid out anew; and as SVG, for whoever has no page to draw it. */

import { type Picture, picture } from "../core/picture/picture.ts";
import { legend } from "../core/picture/render/legend.ts";
import { svg } from "../core/picture/render/svg.ts";
import { cached, type TextMeasure, tableMeasure } from "../core/picture/text/measure.ts";
import type { Theme } from "../core/picture/theme.ts";
import type { Shown } from "../protocol/export.ts";

/** The SVG of what is shown, for the fonts that it names. */
export function svgOf(shown: Shown, theme: Theme): string {
  const made = laidOut(shown, tableMeasure);
  return svg(made, theme, {
    dimmed: new Set(shown.dimmed),
    legend: shown.legend ? legend(made, tableMeasure) : undefined,
  });
}

/** The picture of what is shown, by this measure. */
export function laidOut({ tree, options }: Shown, measure: TextMeasure): Picture {
  const { direction = "right", shape = "tree", width, hidden = [], openTexts = [] } = options;
  return picture(tree, cached(measure), {
    direction,
    shape,
    ...(width === undefined ? {} : { width }),
    hidden: new Map(hidden),
    openTexts: new Set(openTexts),
  });
}

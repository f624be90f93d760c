import type { Box } from "../core/picture/geometry/box.ts";
import type { Picture } from "../core/picture/model.ts";
import { pictureMargin } from "../core/picture/picture.ts";
import { drawPicture } from "../core/picture/render/draw.ts";
import type { Legend } from "../core/picture/render/legend.ts";
import type { Shape } from "../core/picture/render/shape.ts";
import type { WeighedCards } from "../core/picture/render/weighing.ts";
import type { TextMeasure } from "../core/picture/typesetting/measure.ts";

/** The content of a document: a picture with an optional legend below. */
export interface PictureShapes {
  readonly picture: Picture;
  /** In drawing order, from back to front. */
  readonly shapes: readonly Shape[];
  /** The bounding box of the shapes, with a margin. */
  readonly bounds: Box;
  /** Boxes that page breaks should not cut: cards, linked premises, the legend, and the beginning of each section. */
  readonly unbreakableBoxes: readonly Box[];
}

/** Returns the shapes of a picture and its legend. */
export function pictureShapes(
  picture: Picture,
  dimmed: ReadonlySet<string>,
  legend: Legend | undefined,
  weighed: WeighedCards,
  measure: TextMeasure,
): PictureShapes {
  const { bounds, cards, frames, sectionAreas } = picture;
  const labels = sectionAreas.flatMap((area) =>
    area.labels.map(({ x, y }) => ({ x, y: y - 12, width: 60, height: 40 })),
  );
  const shapes = drawPicture(picture, dimmed, weighed, measure);
  const unbreakableBoxes = [...cards, ...frames, ...labels];
  if (legend === undefined || legend.entries.length === 0) return { picture, shapes, bounds, unbreakableBoxes };
  const { width, height } = legend;
  const box = { x: bounds.x + pictureMargin, y: bounds.y + bounds.height, width, height };
  const transform = `translate(${box.x} ${box.y})`;
  return {
    picture,
    shapes: [...shapes, { tag: "g", attributes: { transform }, children: legend.shapes }],
    bounds: {
      ...bounds,
      width: Math.max(bounds.width, width + 2 * pictureMargin),
      height: bounds.height + height + pictureMargin,
    },
    unbreakableBoxes: [...unbreakableBoxes, box],
  };
}

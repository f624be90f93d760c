/** All that is to be seen of a picture in a document, its legend below it. */
import type { Box } from "../core/picture/geometry/box.ts";
import type { Picture } from "../core/picture/model.ts";
import { pictureMargin } from "../core/picture/picture.ts";
import { drawPicture } from "../core/picture/render/draw.ts";
import type { Legend } from "../core/picture/render/legend.ts";
import type { Shape } from "../core/picture/render/shape.ts";

export interface PictureShapes {
  readonly picture: Picture;
  /** From the hindmost to the foremost. */
  readonly shapes: readonly Shape[];
  /** What they cover, with a margin. */
  readonly bounds: Box;
  /** What had better not be cut: cards, linked premises, the legend, and the label of a section with what it begins with. */
  readonly unbreakableBoxes: readonly Box[];
}

export function pictureShapes(
  picture: Picture,
  dimmed: ReadonlySet<string>,
  legend: Legend | undefined,
): PictureShapes {
  const { bounds, cards, frames, sectionAreas } = picture;
  const labels = sectionAreas.map(({ label: { x, y } }) => ({ x, y: y - 12, width: 60, height: 40 }));
  const shapes = drawPicture(picture, dimmed);
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

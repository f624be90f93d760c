/** All that is to be seen of a picture in a document, its legend below it. */
import type { Box } from "../core/picture/geometry/box.ts";
import { margin, type Picture } from "../core/picture/picture.ts";
import { draw } from "../core/picture/render/draw.ts";
import type { Legend } from "../core/picture/render/legend.ts";
import type { Shape } from "../core/picture/render/shape.ts";

export interface Drawn {
  readonly picture: Picture;
  /** From the hindmost to the foremost. */
  readonly shapes: readonly Shape[];
  /** What they cover, with a margin. */
  readonly bounds: Box;
  /** What had better not be cut: cards, linked premises, the legend, and the label of a section with what it begins with. */
  readonly whole: readonly Box[];
}

export function drawn(picture: Picture, dimmed: ReadonlySet<string>, legend: Legend | undefined): Drawn {
  const { bounds, cards, frames, grounds } = picture;
  const labels = grounds.map(({ label: { x, y } }) => ({ x, y: y - 12, width: 60, height: 40 }));
  const shapes = draw(picture, dimmed);
  const whole = [...cards, ...frames, ...labels];
  if (legend === undefined || legend.entries.length === 0) return { picture, shapes, bounds, whole };
  const { width, height } = legend;
  const box = { x: bounds.x + margin, y: bounds.y + bounds.height, width, height };
  const transform = `translate(${box.x} ${box.y})`;
  return {
    picture,
    shapes: [...shapes, { tag: "g", attributes: { transform }, children: legend.shapes }],
    bounds: { ...bounds, width: Math.max(bounds.width, width + 2 * margin), height: bounds.height + height + margin },
    whole: [...whole, box],
  };
}

import type { Tree } from "../tree/tree.ts";
import { mapHeading } from "./mapHeading.ts";
import type { Picture, PlacedText } from "./model.ts";
import { pictureMargin } from "./picture.ts";
import type { TextMeasure } from "./typesetting/measure.ts";
import { truncateToWidth } from "./typesetting/wrap.ts";

const title = { size: 16, height: 22 } as const;
const details = { size: 11, height: 16 } as const;
/** The distance from the heading to the cards. */
const GAP = 14;
/** The heading may be this wide if the picture is narrower. */
const MIN_WIDTH = 340;

/** Returns a picture with the title of its map above it, and a line with author, date and sources. */
export function addHeading(picture: Picture, tree: Tree, measure: TextMeasure): Picture {
  const heading = mapHeading(tree);
  if (heading === undefined) return picture;
  const { bounds } = picture;
  const limit = Math.max(bounds.width - 2 * pictureMargin, MIN_WIDTH);
  const lines = [
    { text: heading.title, ...title, weight: 600, color: "text" },
    { text: heading.details, ...details, weight: 400, color: "muted" },
  ] as const;
  const shown = lines.filter(({ text }) => text !== "");
  const height = shown.reduce((sum, line) => sum + line.height, GAP);
  const x = bounds.x + pictureMargin;
  let y = bounds.y + pictureMargin - height;
  const texts = shown.map(({ text, size, weight, color, height: lineHeight }): PlacedText => {
    y += lineHeight;
    const shownText = truncateToWidth(text, limit, (part) => measure.width(part, size, weight));
    return { text: shownText, x, y: y - 4, size, weight, color, rtl: false, title: text };
  });
  const widest = Math.max(...texts.map(({ text, size, weight }) => measure.width(text, size, weight)));
  const width = Math.max(bounds.width, Math.ceil(widest) + 2 * pictureMargin);
  return {
    ...picture,
    heading: texts,
    bounds: { ...bounds, width, y: bounds.y - height, height: bounds.height + height },
  };
}

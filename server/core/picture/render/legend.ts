/** The legend of a picture: the signs that occur in it, with their meanings. */
import type { Picture } from "../model.ts";
import type { TextMeasure } from "../typesetting/measure.ts";
import { pictureWords } from "../words/languages.ts";
import { legendSigns, swatch } from "./legendSigns.ts";
import type { Shape } from "./shape.ts";
import { NOT_WEIGHED, type WeighedCards } from "./weighing.ts";

/** A sign and its meaning. */
export interface LegendEntry {
  readonly label: string;
  /** The sign, within 36 by 20 pixels from 0, 0. */
  readonly shapes: readonly Shape[];
}

export interface Legend {
  readonly entries: readonly LegendEntry[];
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** All entries in one column, from 0, 0. */
  readonly shapes: readonly Shape[];
}

const TEXT_SIZE = 11;
const GAP = 10;

/** The legend of a picture. Without entries if the picture is empty. */
export function createLegend(picture: Picture, measure: TextMeasure, weighed: WeighedCards = NOT_WEIGHED): Legend {
  const words = pictureWords(picture.language);
  const entries = legendSigns.flatMap(({ key, shapes, occursIn }) =>
    occursIn(picture, weighed) ? [{ label: words.legend[key], shapes }] : [],
  );
  const widest = Math.max(0, ...entries.map(({ label }) => measure.width(label, TEXT_SIZE, 400)));
  return {
    entries,
    width: entries.length === 0 ? 0 : swatch.width + GAP + Math.ceil(widest),
    height: entries.length * swatch.height,
    shapes: entries.map(({ label, shapes }, index) => ({
      tag: "g",
      attributes: { transform: `translate(0 ${index * swatch.height})` },
      children: [
        ...shapes,
        {
          tag: "text",
          attributes: { x: swatch.width + GAP, y: swatch.height / 2 + 4, "font-size": TEXT_SIZE },
          fill: "text",
          children: [label],
        },
      ],
    })),
  };
}

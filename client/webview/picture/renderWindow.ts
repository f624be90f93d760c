/** What part of a picture is in the document: what is in sight and a margin, so that not every step of a drag draws anew. */
import { type Box, contains, grown } from "../../../server/core/picture/geometry/box.ts";

export interface Region {
  readonly box: Box;
  /** Whether cards are too small to be read: blocks are painted in their stead. */
  readonly far: boolean;
}

/** Below this zoom a card's text, 13 pixels in size, is under 5. */
const farBelow = 0.36;

/** The margin on each side, as a part of what is in sight. */
const margin = 0.35;
/** How many times as wide as what is in sight a region may be before a smaller one is taken. */
const wide = 4;

/** The region for what is in sight at a zoom; the same object as before as long as it will do. */
export function regionFor(sight: Box, zoom: number, before: Region | undefined): Region {
  const far = zoom < farBelow;
  const fits = before?.far === far && (far || (contains(before.box, sight) && before.box.width <= sight.width * wide));
  return fits ? before : { box: grown(sight, { x: sight.width * margin, y: sight.height * margin }), far };
}

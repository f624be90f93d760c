/** What of a picture a window shows: for a map that is too large to be drawn whole. */
import Flatbush from "flatbush";
import type { Box } from "./box.ts";
import type { Ground } from "./grounds.ts";
import type { Frame, PlacedCard } from "./layout.ts";
import type { Line } from "./lines.ts";
import type { Picture } from "./picture.ts";
import type { TieLine } from "./ties.ts";

/** Parts of a picture, each kind in the order that it has there. */
export interface Sight {
  readonly grounds: readonly Ground[];
  readonly cards: readonly PlacedCard[];
  readonly frames: readonly Frame[];
  readonly lines: readonly Line[];
  readonly ties: readonly TieLine[];
}

/** For each kind an index of boxes; undefined where there are no such parts, as Flatbush indexes no nothing. */
type Indices = { readonly [Kind in keyof Sight]: Flatbush | undefined };

/** How far parts may reach beyond their boxes, in pixels: handles, strokes, rings around cards. */
const beyond = 24;

/** The indices of a list are kept as long as the list is: lists that did not change stay the same objects. */
const known = new WeakMap<readonly object[], Flatbush>();

/**
 * All parts of a picture that touch a box, by the boxes around them. Asked for the first time of a picture it takes time in
 * proportion to what changed since the last one; from then on, to what is found.
 */
export function inView(picture: Picture, box: Box): Sight {
  const indices = indicesOf(picture);
  const found = <Part>(parts: readonly Part[], index: Flatbush | undefined): readonly Part[] => {
    if (index === undefined) return [];
    const numbers = index.search(
      box.x - beyond,
      box.y - beyond,
      box.x + box.width + beyond,
      box.y + box.height + beyond,
    );
    return numbers.sort((a, b) => a - b).flatMap((number) => parts[number] ?? []);
  };
  return {
    grounds: found(picture.grounds, indices.grounds),
    cards: found(picture.cards, indices.cards),
    frames: found(picture.frames, indices.frames),
    lines: found(picture.lines, indices.lines),
    ties: found(picture.ties, indices.ties),
  };
}

function indicesOf({ grounds, cards, frames, lines, ties }: Picture): Indices {
  return {
    grounds: indexOf(grounds, (one) => one),
    cards: indexOf(cards, (one) => one),
    frames: indexOf(frames, (one) => one),
    lines: indexOf(lines, spanOf),
    ties: indexOf(ties, ({ box }) => box),
  };
}

const spanOf = ({ x1, y1, x2, y2 }: Line): Box => ({
  x: Math.min(x1, x2),
  y: Math.min(y1, y2),
  width: Math.abs(x2 - x1),
  height: Math.abs(y2 - y1),
});

function indexOf<Part extends object>(parts: readonly Part[], boxOf: (part: Part) => Box): Flatbush | undefined {
  if (parts.length === 0) return undefined;
  const index = known.get(parts);
  if (index !== undefined) return index;
  const made = new Flatbush(parts.length);
  for (const part of parts) {
    const { x, y, width, height } = boxOf(part);
    made.add(x, y, x + width, y + height);
  }
  made.finish();
  known.set(parts, made);
  return made;
}

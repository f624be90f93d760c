/** Parts of a picture that are the same as in the one before, as the same objects: whoever draws compares by identity. */

import type { Picture } from "../picture.ts";
import type { TieLine } from "./contradictionEdges.ts";
import type { Line } from "./edges.ts";
import type { Ground } from "./sectionAreas.ts";
import type { Frame, PlacedCard } from "./treeLayout.ts";

/** The picture `now` with every part of `before` that is the same; a list of which all are is the same list. */
export function reused(before: Picture, now: Picture): Picture {
  return {
    ...now,
    grounds: list(before.grounds, now.grounds, ({ key }) => key, sameGround),
    cards: list(before.cards, now.cards, ({ id }) => id, sameCard),
    frames: list(before.frames, now.frames, ({ step }) => step, sameFrame),
    lines: list(before.lines, now.lines, ({ key }) => key, sameLine),
    ties: list(before.ties, now.ties, ({ a, b }) => `${a} ${b}`, sameTie),
  };
}

function list<Part>(
  before: readonly Part[],
  now: readonly Part[],
  keyOf: (part: Part) => string,
  same: (a: Part, b: Part) => boolean,
): readonly Part[] {
  const parts: Part[] = [];
  let known: Map<string, Part> | undefined;
  let all = before.length === now.length;
  let next = 0;
  for (const [index, part] of now.entries()) {
    const key = keyOf(part);
    const [there, after, following] = [before[next], before[next + 1], now[index + 1]];
    let was: Part | undefined;
    if (there !== undefined && keyOf(there) === key) {
      was = there;
      next += 1;
    } else if (after !== undefined && keyOf(after) === key) {
      // One has gone.
      was = after;
      next += 2;
    } else if (there === undefined || following === undefined || keyOf(there) !== keyOf(following)) {
      // Where more than one part has come, gone or moved, the others are looked up.
      known ??= new Map(before.map((one) => [keyOf(one), one]));
      was = known.get(key);
    }
    const kept = was !== undefined && same(was, part) ? was : part;
    if (kept !== there) all = false;
    parts.push(kept);
  }
  return all ? before : parts;
}

const sameBox = (a: Frame | PlacedCard | Ground, b: Frame | PlacedCard | Ground): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
const sameCard = (a: PlacedCard, b: PlacedCard): boolean =>
  a.id === b.id && a.face === b.face && a.parent === b.parent && a.level === b.level && sameBox(a, b);
const sameFrame = (a: Frame, b: Frame): boolean =>
  a.step === b.step && a.form === b.form && a.hue === b.hue && a.anchor === b.anchor && sameBox(a, b);
const sameLine = (a: Line, b: Line): boolean =>
  a.key === b.key &&
  a.x1 === b.x1 &&
  a.y1 === b.y1 &&
  a.x2 === b.x2 &&
  a.y2 === b.y2 &&
  a.colour === b.colour &&
  a.dashed === b.dashed &&
  a.strong === b.strong;
const sameTie = (a: TieLine, b: TieLine): boolean =>
  a.a === b.a && a.b === b.b && a.path === b.path && a.x === b.x && a.y === b.y;
const sameGround = (a: Ground, b: Ground): boolean =>
  a.key === b.key &&
  a.path === b.path &&
  a.title === b.title &&
  a.depth === b.depth &&
  a.label.text === b.label.text &&
  a.label.x === b.label.x &&
  a.label.y === b.label.y &&
  a.label.span === b.label.span &&
  sameBox(a, b);

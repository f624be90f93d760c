/** Parts of a picture that are the same as in the one before, as the same objects: whoever draws compares by identity. */
import type { Ground } from "./grounds.ts";
import type { Frame, PlacedCard } from "./layout.ts";
import type { Line } from "./lines.ts";
import type { Picture } from "./picture.ts";
import type { TieLine } from "./ties.ts";

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
  let known: Map<string, Part> | undefined;
  let all = before.length === now.length;
  const parts = now.map((part, index) => {
    const there = before[index];
    if (there !== undefined && same(there, part)) return there;
    all = false;
    // Most parts are where they were; only after the first that is not are the others looked up.
    known ??= new Map(before.map((one) => [keyOf(one), one]));
    const elsewhere = known.get(keyOf(part));
    return elsewhere !== undefined && same(elsewhere, part) ? elsewhere : part;
  });
  return all ? before : parts;
}

const sameBox = (a: Frame | PlacedCard | Ground, b: Frame | PlacedCard | Ground): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
const sameCard = (a: PlacedCard, b: PlacedCard): boolean =>
  a.id === b.id && a.face === b.face && a.parent === b.parent && a.level === b.level && sameBox(a, b);
const sameFrame = (a: Frame, b: Frame): boolean =>
  a.step === b.step && a.form === b.form && a.hue === b.hue && a.anchor === b.anchor && sameBox(a, b);
const sameLine = (a: Line, b: Line): boolean =>
  a.key === b.key && a.path === b.path && a.colour === b.colour && a.dashed === b.dashed && a.strong === b.strong;
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
  sameBox(a, b);

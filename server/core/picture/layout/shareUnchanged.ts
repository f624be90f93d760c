/** Reuses the unchanged parts of the previous picture, so that the page can detect changes by identity. */
import { isSameList } from "../../tree/isSameList.ts";
import type { Box } from "../geometry/box.ts";
import type { CrossLink, Edge, Frame, Picture, PlacedCard, SectionArea } from "../model.ts";

/** The picture `after`, in which each part that equals a part of `before` is that object, and each equal list that list. */
export function shareUnchanged(before: Picture, after: Picture): Picture {
  return {
    ...after,
    sectionAreas: shareList(before.sectionAreas, after.sectionAreas, ({ key }) => key, isSameSectionArea),
    cards: shareList(before.cards, after.cards, ({ id }) => id, isSameCard),
    frames: shareList(before.frames, after.frames, ({ step }) => step, isSameFrame),
    edges: shareList(before.edges, after.edges, ({ key }) => key, isSameEdge),
    crossLinks: shareList(before.crossLinks, after.crossLinks, ({ key }) => key, isSameCrossLink),
  };
}

function shareList<Part>(
  before: readonly Part[],
  after: readonly Part[],
  keyOf: (part: Part) => string,
  isSame: (a: Part, b: Part) => boolean,
): readonly Part[] {
  const parts: Part[] = [];
  let byKey: Map<string, Part> | undefined;
  let isAllShared = before.length === after.length;
  let next = 0;
  for (const [index, part] of after.entries()) {
    const key = keyOf(part);
    const [candidate, candidateAfter, nextPart] = [before[next], before[next + 1], after[index + 1]];
    let previous: Part | undefined;
    if (candidate !== undefined && keyOf(candidate) === key) {
      previous = candidate;
      next += 1;
    } else if (candidateAfter !== undefined && keyOf(candidateAfter) === key) {
      // The candidate was removed.
      previous = candidateAfter;
      next += 2;
    } else if (candidate === undefined || nextPart === undefined || keyOf(candidate) !== keyOf(nextPart)) {
      // More than one part was added, removed or moved: look the others up.
      byKey ??= new Map(before.map((one) => [keyOf(one), one]));
      previous = byKey.get(key);
    }
    const shared = previous !== undefined && isSame(previous, part) ? previous : part;
    if (shared !== candidate) isAllShared = false;
    parts.push(shared);
  }
  return isAllShared ? before : parts;
}

const isSameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
const isSameCard = (a: PlacedCard, b: PlacedCard): boolean =>
  a.id === b.id && a.layout === b.layout && a.parent === b.parent && a.level === b.level && isSameBox(a, b);
const isSameFrame = (a: Frame, b: Frame): boolean =>
  a.step === b.step && a.form === b.form && a.hue === b.hue && a.anchor === b.anchor && isSameBox(a, b);
const isSameEdge = (a: Edge, b: Edge): boolean =>
  a.key === b.key &&
  a.x1 === b.x1 &&
  a.y1 === b.y1 &&
  a.x2 === b.x2 &&
  a.y2 === b.y2 &&
  // A path follows from the ends, and from the box around the card that it goes around.
  (a.bounds === b.bounds || (a.bounds !== undefined && b.bounds !== undefined && isSameBox(a.bounds, b.bounds))) &&
  a.color === b.color &&
  a.isDashed === b.isDashed &&
  a.isStrong === b.isStrong;
const isSameCrossLink = (a: CrossLink, b: CrossLink): boolean =>
  a.key === b.key && a.title === b.title && a.path === b.path && a.x === b.x && a.y === b.y;
const isSameSectionArea = (a: SectionArea, b: SectionArea): boolean =>
  a.key === b.key &&
  a.path === b.path &&
  a.title === b.title &&
  a.depth === b.depth &&
  isSameList(a.labels, b.labels, (one, other) => one.text === other.text && one.x === other.x && one.y === other.y) &&
  isSameBox(a, b);

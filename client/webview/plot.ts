/** A picture with what the page looks up in it all the time. Made once for each picture. */
import type { CardId, Tree } from "../../server/language/tree.ts";
import type { Box, PlacedCard } from "../../server/picture/layout.ts";
import type { Line } from "../../server/picture/lines.ts";
import type { Picture } from "../../server/picture/picture.ts";

export interface Plot {
  readonly picture: Picture;
  readonly card: (id: CardId | undefined) => PlacedCard | undefined;
  /** Where a card stands among its siblings, from 1, and how many these are. */
  readonly rank: (id: CardId) => { readonly place: number; readonly of: number };
  readonly children: (id: CardId | undefined) => readonly CardId[];
  /** What the line covers, nearly: it leads from one card to another, or to the frame of its premises. */
  readonly around: (line: Line) => Box | undefined;
  /** What the picture covers, without its margin. */
  readonly extent: Box;
}

/** The margin of a picture's bounds. */
const margin = 16;

/** The plot of the picture of the tree that is shown. */
export function plot(picture: Picture, shown: Tree): Plot {
  const cards = new Map(picture.cards.map((card) => [card.id, card]));
  const siblings = new Map<CardId | undefined, CardId[]>();
  const ranks = new Map<CardId, number>();
  for (const { card, parent } of shown.places) {
    const row = siblings.get(parent);
    if (row) row.push(card);
    else siblings.set(parent, [card]);
    ranks.set(card, row?.length ?? 1);
  }
  const framed = new Map(picture.frames.map((frame) => [`${frame.step} premises`, frame]));
  // The keys of lines are identities of cards, but for those to frames and the guides of an outline.
  const ends = (line: Line): readonly [Box | undefined, Box | undefined] => {
    const frame = framed.get(line.key);
    if (frame !== undefined) return [frame, cards.get(frame.step)];
    const guide = line.key.endsWith(" guide") ? (line.key.slice(0, -" guide".length) as CardId) : undefined;
    if (guide !== undefined) return [cards.get(guide), cards.get(siblings.get(guide)?.at(-1) ?? guide)];
    const to = cards.get(line.key as CardId);
    return [to, to?.parent === undefined ? undefined : cards.get(to.parent)];
  };
  return {
    picture,
    card: (id) => (id === undefined ? undefined : cards.get(id)),
    rank: (id) => ({ place: ranks.get(id) ?? 1, of: siblings.get(cards.get(id)?.parent)?.length ?? 1 }),
    children: (id) => siblings.get(id) ?? [],
    around: (line) => {
      const [to, from] = ends(line);
      return to && from && union(to, from);
    },
    extent: grown(picture.bounds, { x: -margin, y: -margin }),
  };
}

/** The smallest box around two. */
export function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  return { x, y, width, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/** Whether two boxes have anything in common. */
export const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether the second box lies within the first. */
export const contains = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/** A box that reaches further on all sides. */
export const grown = ({ x, y, width, height }: Box, by: { readonly x: number; readonly y: number }): Box => ({
  x: x - by.x,
  y: y - by.y,
  width: width + 2 * by.x,
  height: height + 2 * by.y,
});

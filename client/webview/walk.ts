/** From card to card by the keyboard. */
import type { CardId } from "../../server/language/tree.ts";
import type { PlacedCard } from "../../server/picture/layout.ts";
import type { Picture } from "../../server/picture/picture.ts";

/** The card to which a key leads from another one; undefined where it leads nowhere. */
export function walk({ cards, direction }: Picture, from: CardId, key: string): PlacedCard | undefined {
  const index = cards.findIndex(({ id }) => id === from);
  const here = cards[index];
  if (here === undefined) return cards[0];
  const [deeper, back, next, previous] =
    direction === "right"
      ? ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]
      : ["ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"];
  const beside = ({ level }: PlacedCard): boolean => level === here.level;
  switch (key) {
    case deeper:
      return cards.find(({ parent }) => parent === here.id);
    case back:
      return cards.find(({ id }) => id === here.parent);
    case next:
      return cards.slice(index + 1).find(beside);
    case previous:
      return cards.slice(0, index).findLast(beside);
    case "Home":
      return cards[0];
    case "End":
      return cards.at(-1);
    default:
      return undefined;
  }
}

import { holdersOf } from "../../../core/picture/explore.ts";
import type { CardId, CardPosition, Tree } from "../../../core/tree/tree.ts";
import type { TreePart } from "./partition.ts";

/** Returns the part of a tree. Its root names the speakers that it inherits, as the cards above it are on another sheet. */
export function partTree(tree: Tree, part: TreePart): Tree {
  const shown = new Set<CardId>();
  const pending: TreePart[] = [part];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    shown.add(next.card);
    pending.push(...next.children);
  }
  const positions = tree.positions.flatMap((position): readonly CardPosition[] =>
    !shown.has(position.card) ? [] : [position.card === part.card ? { ...position, parent: undefined } : position],
  );
  const cards = tree.cards.flatMap((card) => {
    if (!shown.has(card.id)) return [];
    const speakers = card.id === part.card && card.speakers.length === 0 ? holdersOf(tree, card.id) : card.speakers;
    return [{ ...card, speakers }];
  });
  return { ...tree, cards, positions };
}

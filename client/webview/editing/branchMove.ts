/** Where a branch can be moved to, and what doing so would make of it. Pure. */

import { movesTo, type Step } from "../../../server/core/tree/cardRules.ts";
import type { Card, CardId, CardKind, Tree } from "../../../server/core/tree/tree.ts";
import type { EditAction } from "../../../server/protocol/tree.ts";

/** A branch that is being moved. */
export interface Moving {
  readonly card: Card;
  /** The cards that it can hang on, with the kinds as which it can, its own first. */
  readonly targets: ReadonlyMap<CardId, readonly CardKind[]>;
  /** The cards of the branch itself. */
  readonly branch: ReadonlySet<CardId>;
}

/** A branch that is to be moved; undefined where the card is gone. */
export function movingOf(tree: Tree, id: CardId): Moving | undefined {
  const card = tree.cards.find((one) => one.id === id);
  if (card === undefined) return undefined;
  const branch = new Set<CardId>([id]);
  for (const place of tree.places) if (place.parent !== undefined && branch.has(place.parent)) branch.add(place.card);
  const on = tree.places.find((place) => place.card === id)?.parent;
  const targets = new Map<CardId, readonly CardKind[]>();
  for (const target of tree.cards) {
    // A card that refers to another one stands for that.
    const full = target.shows ?? target.id;
    if (branch.has(full) || branch.has(target.id)) continue;
    const kinds = movesTo(card, target.kind).filter((kind) => full !== on || (isStep(kind) && kind !== card.kind));
    if (kinds.length > 0) targets.set(target.id, kinds);
  }
  return { card, targets, branch };
}

const isStep = (kind: CardKind): kind is Step => kind === "reason" || kind === "objection";

/** As what a branch comes to hang on a target; `other`: as the other kind of step, where it can. */
export function kindAt({ card, targets }: Moving, target: CardId, other: boolean): CardKind | undefined {
  const kinds = targets.get(target);
  return other ? (kinds?.find((kind) => kind !== card.kind && isStep(kind)) ?? kinds?.[0]) : kinds?.[0];
}

/** What moving to a target asks for; undefined where it cannot hang there. */
export function moveTo(moving: Moving, target: CardId, other: boolean): EditAction | undefined {
  const kind = kindAt(moving, target, other);
  return kind === undefined ? undefined : { do: "move", to: target, as: isStep(kind) ? kind : undefined };
}

/** What dropping a branch on a target would make of it, in words. */
export function hintFor(moving: Moving, target: Card | undefined, text: string, other: boolean): string {
  if (target === undefined)
    return isStep(moving.card.kind) ? "Drop it on what it speaks to" : "Drop it on another card";
  if (moving.branch.has(target.id)) return "";
  const said = `“${shortened(text)}”`;
  const kind = kindAt(moving, target.id, other);
  const also = moving.targets.get(target.id)?.find((one) => one !== kind);
  const more =
    also === undefined ? "" : ` · ${other ? "without Alt" : "Alt"}: ${relation(also, target.kind).toLowerCase()}`;
  return kind === undefined ? `Cannot hang on ${said}` : `${relation(kind, target.kind)} ${said}${more}`;
}

export const relation = (kind: CardKind, target: CardKind): string => {
  switch (kind) {
    case "reason":
      return "Reason for";
    case "objection":
      return "Objection to";
    case "premise":
      return "Premise of";
    case "assumption":
      return "Assumption of";
    case "claim":
      return "Answer to";
    case "question":
      return target === "question" ? "Part of" : "Question about";
    default:
      return kind satisfies never;
  }
};

const longest = 46;
export const shortened = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, "")} …`;

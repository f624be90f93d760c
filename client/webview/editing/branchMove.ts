/** Where a branch can be moved to, and what doing so would make of it. Pure. */

import { kindsAfterMove, type StepKind } from "../../../server/core/tree/cardRules.ts";
import type { Card, CardId, CardKind, Tree } from "../../../server/core/tree/tree.ts";
import type { EditAction } from "../../../server/protocol/tree.ts";

/** A branch that is being moved. */
export interface BranchMove {
  readonly card: Card;
  /** The cards that it can hang on, with the kinds as which it can, its own first. */
  readonly targets: ReadonlyMap<CardId, readonly CardKind[]>;
  /** The cards of the branch itself. */
  readonly branch: ReadonlySet<CardId>;
}

/** A branch that is to be moved; undefined where the card is gone. */
export function createBranchMove(tree: Tree, id: CardId): BranchMove | undefined {
  const card = tree.cards.find((one) => one.id === id);
  if (card === undefined) return undefined;
  const branch = new Set<CardId>([id]);
  for (const place of tree.places) if (place.parent !== undefined && branch.has(place.parent)) branch.add(place.card);
  const currentParent = tree.places.find((place) => place.card === id)?.parent;
  const targets = new Map<CardId, readonly CardKind[]>();
  for (const target of tree.cards) {
    // A card that refers to another one stands for that.
    const referenced = target.shows ?? target.id;
    if (branch.has(referenced) || branch.has(target.id)) continue;
    const kinds = kindsAfterMove(card, target.kind).filter(
      (kind) => referenced !== currentParent || (isStep(kind) && kind !== card.kind),
    );
    if (kinds.length > 0) targets.set(target.id, kinds);
  }
  return { card, targets, branch };
}

const isStep = (kind: CardKind): kind is StepKind => kind === "reason" || kind === "objection";

/** As what a branch comes to hang on a target; `other`: as the other kind of step, where it can. */
export function kindAtTarget(
  { card, targets }: BranchMove,
  target: CardId,
  asOtherKind: boolean,
): CardKind | undefined {
  const kinds = targets.get(target);
  return asOtherKind ? (kinds?.find((kind) => kind !== card.kind && isStep(kind)) ?? kinds?.[0]) : kinds?.[0];
}

/** What moving to a target asks for; undefined where it cannot hang there. */
export function moveAction(branchMove: BranchMove, target: CardId, asOtherKind: boolean): EditAction | undefined {
  const kind = kindAtTarget(branchMove, target, asOtherKind);
  return kind === undefined ? undefined : { do: "move", to: target, as: isStep(kind) ? kind : undefined };
}

/** What dropping a branch on a target would make of it, in words. */
export function dropHint(branchMove: BranchMove, target: Card | undefined, text: string, asOtherKind: boolean): string {
  if (target === undefined)
    return isStep(branchMove.card.kind) ? "Drop it on what it speaks to" : "Drop it on another card";
  if (branchMove.branch.has(target.id)) return "";
  const quoted = `“${truncateText(text)}”`;
  const kind = kindAtTarget(branchMove, target.id, asOtherKind);
  const alternative = branchMove.targets.get(target.id)?.find((one) => one !== kind);
  const alternativeHint =
    alternative === undefined
      ? ""
      : ` · ${asOtherKind ? "without Alt" : "Alt"}: ${relationLabel(alternative, target.kind).toLowerCase()}`;
  return kind === undefined
    ? `Cannot hang on ${quoted}`
    : `${relationLabel(kind, target.kind)} ${quoted}${alternativeHint}`;
}

export const relationLabel = (kind: CardKind, target: CardKind): string => {
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

const MAX_TEXT_LENGTH = 46;
export const truncateText = (text: string): string =>
  text.length <= MAX_TEXT_LENGTH ? text : `${text.slice(0, MAX_TEXT_LENGTH).replace(/\s+\S*$/, "")} …`;

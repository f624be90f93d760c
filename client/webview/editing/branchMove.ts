/** Moving a branch to another parent card, by drag and drop or by keyboard. */

import type { PlacedCard } from "../../../server/core/picture/model.ts";
import { truncate } from "../../../server/core/strings/truncate.ts";
import { kindsAfterMove, type StepKind } from "../../../server/core/tree/cardRules.ts";
import type { Card, CardId, CardKind, Tree } from "../../../server/core/tree/tree.ts";
import type { EditAction } from "../../../server/protocol/tree.ts";
import { messages } from "../messages/messages.ts";
import { originalCard } from "../state/fullCard.ts";
import type { PictureIndex } from "../state/pictureIndex.ts";

/** A branch that the user is moving. */
export interface BranchMove {
  /** The root of the branch. */
  readonly card: Card;
  /** The possible parents, each with the kinds that the card can have under it; its own kind comes first. */
  readonly targets: ReadonlyMap<CardId, readonly CardKind[]>;
  /** The cards of the branch. */
  readonly branch: ReadonlySet<CardId>;
}

/** Finds the possible targets for a branch; undefined if its card, or the card that it copies, is not in the tree. */
export function createBranchMove(tree: Tree, shownCard: CardId): BranchMove | undefined {
  const card = originalCard(tree, shownCard);
  if (card === undefined) return undefined;
  const { id } = card;
  const branch = new Set<CardId>([id]);
  for (const position of tree.positions)
    if (position.parent !== undefined && branch.has(position.parent)) branch.add(position.card);
  const currentParent = tree.positions.find((position) => position.card === id)?.parent;
  const targets = new Map<CardId, readonly CardKind[]>();
  for (const target of tree.cards) {
    const referenced = target.referencedCard ?? target.id;
    if (branch.has(referenced) || branch.has(target.id)) continue;
    // Under its current parent, a step can only become the opposite kind.
    const kinds = kindsAfterMove(card, target.kind).filter(
      (kind) => referenced !== currentParent || (isStep(kind) && kind !== card.kind),
    );
    if (kinds.length > 0) targets.set(target.id, kinds);
  }
  return { card, targets, branch };
}

const isStep = (kind: CardKind): kind is StepKind => kind === "reason" || kind === "objection";

/**
 * Returns the kind that the card gets under a target; undefined if it cannot be moved there. `asOtherKind` asks for the
 * opposite kind of step, and has no effect if that is not possible.
 */
export function kindAtTarget(
  { card, targets }: BranchMove,
  target: CardId,
  asOtherKind: boolean,
): CardKind | undefined {
  const kinds = targets.get(target);
  return asOtherKind ? (kinds?.find((kind) => kind !== card.kind && isStep(kind)) ?? kinds?.[0]) : kinds?.[0];
}

/** Returns the edit action that moves the branch under a target; undefined if it cannot be moved there. */
export function moveAction(branchMove: BranchMove, target: CardId, asOtherKind: boolean): EditAction | undefined {
  const kind = kindAtTarget(branchMove, target, asOtherKind);
  return kind === undefined ? undefined : { type: "move", parent: target, kind: isStep(kind) ? kind : undefined };
}

/** Returns the hint beside the pointer for dropping the branch on a target, whose text is `text`. Empty: no hint. */
export function dropHint(branchMove: BranchMove, target: Card | undefined, text: string, asOtherKind: boolean): string {
  const { moving } = messages;
  if (target === undefined) return moving.dropOnCard;
  if (branchMove.branch.has(target.id)) return "";
  const quoted = quoteText(text);
  const kind = kindAtTarget(branchMove, target.id, asOtherKind);
  if (kind === undefined) return moving.cannotDrop(quoted);
  const alternative = branchMove.targets.get(target.id)?.find((one) => one !== kind);
  const hint = moving.drop(roleUnder(kind, target.kind), quoted);
  if (alternative === undefined) return hint;
  const alternativeRole = roleUnder(alternative, target.kind);
  return `${hint}${asOtherKind ? moving.withoutAlt(alternativeRole) : moving.withAlt(alternativeRole)}`;
}

/** Returns the notice while the user moves a branch by keyboard. `target` is the selected card. */
export function moveInstructions(move: BranchMove, pictureIndex: PictureIndex, target: PlacedCard | undefined): string {
  const { moving } = messages;
  const moved = quoteText(cardText(pictureIndex.card(move.card.id), pictureIndex));
  if (target === undefined || move.branch.has(target.id)) return moving.selectTarget(moved);
  const quoted = quoteText(cardText(target, pictureIndex));
  const [kind, otherKind] = move.targets.get(target.id) ?? [];
  if (kind === undefined) return moving.cannotPlace(moved, quoted);
  const role = (one: CardKind): CardKind | "subquestion" => roleUnder(one, target.layout.card.kind);
  return `${moving.place(moved, role(kind), quoted)}${otherKind === undefined ? "" : moving.orElse(role(otherKind))}`;
}

/** Returns the kind of a card under a target; a question under a question is a part of it. */
const roleUnder = (kind: CardKind, target: CardKind): CardKind | "subquestion" =>
  kind === "question" && target === "question" ? "subquestion" : kind;

const MAX_TEXT_LENGTH = 46;
const quoteText = (text: string): string => messages.quoted(truncate(text, MAX_TEXT_LENGTH));

/** Returns the text of a card, or of the card that it refers to; if there is none, its name or kind. */
export function cardText(card: PlacedCard | undefined, pictureIndex: PictureIndex): string {
  if (card === undefined) return "";
  const { referencedCard, text, name, kind } = card.layout.card;
  return text || pictureIndex.card(referencedCard)?.layout.card.text || name || messages.kinds[kind];
}

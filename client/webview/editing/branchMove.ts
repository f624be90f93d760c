/** Moving a branch to another parent card, by drag and drop or by keyboard. */
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import { truncate } from "../../../server/core/strings/truncate.ts";
import { kindsAfterMove, type StepKind } from "../../../server/core/tree/cardRules.ts";
import type { Card, CardId, CardKind, Tree } from "../../../server/core/tree/tree.ts";
import type { EditAction } from "../../../server/protocol/tree.ts";
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

/** Finds the possible targets for a branch; undefined if its card is not in the tree. */
export function createBranchMove(tree: Tree, id: CardId): BranchMove | undefined {
  const card = tree.cards.find((one) => one.id === id);
  if (card === undefined) return undefined;
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
  if (target === undefined) return "Drop on another card";
  if (branchMove.branch.has(target.id)) return "";
  const quoted = quoteText(text);
  const kind = kindAtTarget(branchMove, target.id, asOtherKind);
  if (kind === undefined) return `Cannot be placed under ${quoted}`;
  const alternative = branchMove.targets.get(target.id)?.find((one) => one !== kind);
  const alternativeHint =
    alternative === undefined
      ? ""
      : ` · ${asOtherKind ? "without Alt" : "Alt"}: ${relationLabel(alternative, target.kind).toLowerCase()}`;
  return `${relationLabel(kind, target.kind)} ${quoted}${alternativeHint}`;
}

/** Returns the notice while the user moves a branch by keyboard. `target` is the selected card. */
export function moveInstructions(move: BranchMove, pictureIndex: PictureIndex, target: PlacedCard | undefined): string {
  const prefix = `Moving ${quoteText(cardText(pictureIndex.card(move.card.id), pictureIndex))}`;
  if (target === undefined || move.branch.has(target.id))
    return `${prefix} – select the card to place it under, or press Esc to cancel`;
  const quoted = quoteText(cardText(target, pictureIndex));
  const [kind, otherKind] = move.targets.get(target.id) ?? [];
  if (kind === undefined) return `${prefix} – cannot be placed under ${quoted}`;
  const labelOf = (one: CardKind): string => relationLabel(one, target.layout.card.kind).toLowerCase();
  const alternativeHint = otherKind === undefined ? "" : ` · Alt+Enter: ${labelOf(otherKind)} it`;
  return `${prefix} – Enter: ${labelOf(kind)} ${quoted}${alternativeHint}`;
}

function relationLabel(kind: CardKind, target: CardKind): string {
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
}

const MAX_TEXT_LENGTH = 46;
const quoteText = (text: string): string => `“${truncate(text, MAX_TEXT_LENGTH)}”`;

/** Returns the text of a card, or of the card that it refers to; if there is none, its name or kind. */
export function cardText(card: PlacedCard | undefined, pictureIndex: PictureIndex): string {
  if (card === undefined) return "";
  const { referencedCard, text, name, kind } = card.layout.card;
  return text || pictureIndex.card(referencedCard)?.layout.card.text || name || kind;
}

import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { mapUniqueCards } from "../state/cardKeys.ts";
import type { Draft } from "./draft.ts";
import type { EditingState } from "./editingState.ts";
import type { ConfirmableAction, EditRequest } from "./editRequest.ts";

/**
 * Moves the editing state to a tree of the same map whose cards may have new ids, because the server has restarted. Edits
 * of cards that are gone or ambiguous keep the old id, so that the server refuses them instead of editing another card.
 */
export function remapEditing(editing: EditingState, before: Tree, after: Tree): EditingState {
  const { draft, pending, queue, movingCard, confirmation } = editing;
  const successor = mapUniqueCards(before, after);
  const mapCard = (card: CardId): CardId => successor(card) ?? card;
  /** The draft of the state and that of the request which submits it must remain the same object. */
  const mappedDrafts = new Map<Draft, Draft>();
  const mapDraft = (original: Draft | undefined): Draft | undefined => {
    if (original === undefined) return undefined;
    const next = mappedDrafts.get(original) ?? remapDraft(original, mapCard);
    mappedDrafts.set(original, next);
    return next;
  };
  const mapRequest = <Request extends EditRequest>(request: Request): Request => ({
    ...request,
    card: mapCard(request.card),
    action: remapAction(request.action, mapCard),
    draft: mapDraft(request.draft),
  });
  return {
    ...editing,
    draft: mapDraft(draft),
    pending: pending && mapRequest(pending),
    queue: queue.map(mapRequest),
    movingCard: movingCard && mapCard(movingCard),
    // The new server counts versions from the start, so the old version says nothing about whether the question still holds.
    confirmation: confirmation && { ...confirmation, card: mapCard(confirmation.card), version: undefined },
  };
}

const remapDraft = (draft: Draft, mapCard: (card: CardId) => CardId): Draft =>
  draft.type === "new" ? { ...draft, parent: mapCard(draft.parent) } : { ...draft, card: mapCard(draft.card) };

function remapAction(action: ConfirmableAction, mapCard: (card: CardId) => CardId): ConfirmableAction {
  if (action.type === "move") return { ...action, parent: mapCard(action.parent) };
  if (action.type !== "delete" || action.confirmed === undefined) return action;
  return { ...action, confirmed: { ...action.confirmed, version: undefined } };
}

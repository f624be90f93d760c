/** What is being changed, for a tree of the same map whose cards may have other identities: of a server that has started anew. Pure. */
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { mapUniqueCards } from "../state/cardKeys.ts";
import type { Draft } from "./draft.ts";
import type { EditingState } from "./editingState.ts";
import type { ConfirmableAction, EditRequest } from "./editRequest.ts";

/** What is under way at cards that are gone, or are no longer told apart, keeps their identity: nobody finds that any more. */
export function remapEditing(editing: EditingState, before: Tree, after: Tree): EditingState {
  const { draft, pending, queue, movingCard, confirmation } = editing;
  const successor = mapUniqueCards(before, after);
  const mapCard = (card: CardId): CardId => successor(card) ?? card;
  /** What is written and what is handed in of it are the same. */
  const mappedDrafts = new Map<Draft, Draft>();
  const mapDraft = (original: Draft | undefined): Draft | undefined => {
    if (original === undefined) return undefined;
    const next = mappedDrafts.get(original) ?? remapDraft(original, mapCard);
    mappedDrafts.set(original, next);
    return next;
  };
  const mapRequest = <W extends EditRequest>(request: W): W => ({
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
    // Versions are counted anew: what the user agrees to has to be asked again.
    confirmation: confirmation && { ...confirmation, card: mapCard(confirmation.card), version: undefined },
  };
}

const remapDraft = (draft: Draft, mapCard: (card: CardId) => CardId): Draft =>
  draft.of === "new" ? { ...draft, under: mapCard(draft.under) } : { ...draft, card: mapCard(draft.card) };

function remapAction(action: ConfirmableAction, mapCard: (card: CardId) => CardId): ConfirmableAction {
  if (action.do === "move") return { ...action, to: mapCard(action.to) };
  if (action.do !== "delete" || action.agreed === undefined) return action;
  return { ...action, agreed: { ...action.agreed, version: undefined } };
}

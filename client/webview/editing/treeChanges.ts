/** How editing goes on when the map has changed: a submitted text arrives as a card, or a card is gone. */

import type { CardId, Tree, TreeChange } from "../../../server/core/tree/tree.ts";
import { messages } from "../messages/messages.ts";
import { writtenTextOf } from "./draft.ts";
import { withdrawDraft } from "./draftLifecycle.ts";
import type { EditingState, EditingTransition, MapSnapshot } from "./editingState.ts";
import type { PendingRequest } from "./editRequest.ts";
import { withFeedback } from "./feedback.ts";
import { finish, sendNext, sendNow } from "./requestQueue.ts";

/** Handles a new tree. `change` is undefined if the whole tree was replaced. */
export function handleTreeChange(
  editing: EditingState,
  snapshot: MapSnapshot,
  change: TreeChange | undefined,
): EditingTransition {
  const kept = dropRemovedCards(editing, snapshot.tree);
  const { pending, draft } = kept;
  if (pending === undefined) return sendNext(kept, snapshot);
  if (pending.version === undefined)
    return sendNow(kept, snapshot, { ...pending, version: snapshot.version, attempts: pending.attempts + 1 });
  if (pending.draft === undefined) return { editing: kept };
  const arrivedCard = findEditedCard(pending, change);
  if (arrivedCard === undefined && !pending.isApplied)
    return { editing: { ...kept, pending: { ...pending, hasTreeChanged: true } } };
  // A newer draft keeps the selection.
  const select =
    draft !== pending.draft ? undefined : (arrivedCard ?? (draft.type === "edit" ? draft.card : undefined));
  return { ...finish(kept, snapshot), ...(select !== undefined && { select }) };
}

/** Closes a draft and a move by keyboard whose card has been removed. */
function dropRemovedCards(editing: EditingState, tree: Tree | undefined): EditingState {
  const { draft, movingCard } = editing;
  const has = (card: CardId): boolean => tree?.cards.some(({ id }) => id === card) === true;
  const kept = movingCard !== undefined && !has(movingCard) ? { ...editing, movingCard: undefined } : editing;
  if (draft === undefined || has(draft.type === "new" ? draft.parent : draft.card)) return kept;
  const remaining = { ...withdrawDraft(kept, draft), draft: undefined };
  return draft.text.trim() === "" ? remaining : withFeedback(remaining, messages.edits.cardRemoved, draft);
}

/** Returns the card that the request has added or changed; undefined if the change does not contain it. */
function findEditedCard({ card, action }: PendingRequest, change: TreeChange | undefined): CardId | undefined {
  if (change === undefined || (action.type !== "setText" && action.type !== "add")) return undefined;
  const addedIds = new Set(change.moved.flatMap((move) => (move.parent === card ? [move.card] : [])));
  return change.changed.find(
    (changed) =>
      equalsIgnoringSpaces(writtenTextOf(changed), action.text) &&
      (action.type === "setText" ? changed.id === card : addedIds.has(changed.id) && changed.kind === action.kind),
  )?.id;
}

/** The server may write other white space than the draft has. */
const equalsIgnoringSpaces = (a: string, b: string): boolean => a.split(/\s+/).join(" ") === b.split(/\s+/).join(" ");

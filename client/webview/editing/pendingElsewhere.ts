/** Edits of a map that is no longer shown. */

import type { EditAnswer } from "../../../server/protocol/preview.ts";
import { messages } from "../messages/messages.ts";
import { draftToEdit } from "./draft.ts";
import { type EditingState, initialEditing } from "./editingState.ts";
import { withFeedback } from "./feedback.ts";

/**
 * Returns the editing state when another map is shown. A request that has been sent is kept until its answer arrives.
 * Everything else is dropped, with a message to the user.
 */
export function leaveMap({
  requestCount,
  draftKey,
  draft,
  pending,
  queue,
  confirmation,
  pendingElsewhere,
  unsavedTexts,
}: EditingState): EditingState {
  const isSent = pending?.version !== undefined;
  const unsent = pending === undefined || isSent ? queue : [pending, ...queue];
  const drafts = new Set([...unsent.map((editRequest) => editRequest.draft), draft]);
  if (isSent) drafts.delete(pending.draft);
  const unsavedDrafts = [...drafts].filter(
    (candidate) => candidate !== undefined && draftToEdit(candidate) !== undefined,
  );
  const count =
    unsent.filter((editRequest) => editRequest.draft === undefined).length + (confirmation === undefined ? 0 : 1);
  const next: EditingState = {
    ...initialEditing,
    requestCount,
    draftKey,
    unsavedTexts,
    pendingElsewhere: isSent ? [...pendingElsewhere, pending] : pendingElsewhere,
    notice: count === 0 ? undefined : messages.edits.changesOfOtherMap(count),
  };
  return unsavedDrafts.length === 0 ? next : withFeedback(next, messages.edits.textOfOtherMap, ...unsavedDrafts);
}

/** Handles the answer to an edit of a map that is no longer shown. Adds a message only if the edit was not applied. */
export function handleAnswerElsewhere(editing: EditingState, requestId: number, answer: EditAnswer): EditingState {
  const match = editing.pendingElsewhere.find((candidate) => candidate.requestId === requestId);
  if (match === undefined) return editing;
  const remaining = {
    ...editing,
    pendingElsewhere: editing.pendingElsewhere.filter((candidate) => candidate !== match),
  };
  if (answer.type === "applied") return remaining;
  const reason = match.draft === undefined ? messages.edits.changesOfOtherMap(1) : messages.edits.textOfOtherMap;
  return withFeedback(remaining, answer.type === "rejected" ? answer.message : reason, match.draft);
}

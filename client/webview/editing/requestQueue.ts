/** Sends the requests for edits to the panel, one after the other, and handles the answers. */

import type { EditAnswer } from "../../../server/protocol/preview.ts";
import { messages } from "../messages/messages.ts";
import { findConflictingText } from "./draft.ts";
import { clearTransient, type EditingState, type EditingTransition, type MapSnapshot } from "./editingState.ts";
import { confirmedQuestionOf, type EditRequest, type PendingRequest, toEditAction } from "./editRequest.ts";
import { withFeedback } from "./feedback.ts";

/** How many times a request is sent before the page gives up because the map keeps changing. */
const MAX_ATTEMPTS = 5;

/** Sends a request, or queues it while an earlier request or a question to the user is unanswered. */
export function requestEdit(editing: EditingState, snapshot: MapSnapshot, editRequest: EditRequest): EditingTransition {
  const { pending, confirmation } = editing;
  const cleared = clearTransient(editing);
  if (pending === undefined && confirmation === undefined) return sendNew(cleared, snapshot, editRequest);
  const queued = { ...cleared, queue: [...editing.queue, editRequest] };
  return pending?.isApplied ? finish(queued, snapshot) : { editing: queued };
}

function sendNew(editing: EditingState, snapshot: MapSnapshot, editRequest: EditRequest): EditingTransition {
  const requestId = editing.requestCount + 1;
  const pending: PendingRequest = {
    ...editRequest,
    requestId,
    version: snapshot.version,
    attempts: 1,
    isApplied: false,
    hasTreeChanged: false,
  };
  return sendNow({ ...editing, requestCount: requestId }, snapshot, pending);
}

/** Sends a request for the current tree, or drops it if it would overwrite a text that the user has not seen. */
export function sendNow(
  editing: EditingState,
  { map, version, tree }: MapSnapshot,
  pending: PendingRequest,
): EditingTransition {
  const { requestId, card, action, draft } = pending;
  if (findConflictingText(tree, draft) !== undefined) {
    // The editor of a draft that is still open shows the conflict itself.
    const notified = draft === editing.draft ? editing : withFeedback(editing, messages.edits.conflict, draft);
    return sendNext(notified, { map, version, tree });
  }
  const next = { ...editing, pending: { ...pending, version: map === undefined ? undefined : version } };
  if (map === undefined || version === undefined) return { editing: next };
  return {
    editing: next,
    outgoing: { type: "edit", map, requestId, card, version, action: toEditAction(action, version) },
  };
}

/** Drops the pending request and sends the next one of the queue, unless a question to the user is unanswered. */
export function sendNext(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  const [nextRequest, ...queue] = editing.queue;
  const released = { ...editing, pending: undefined };
  return nextRequest === undefined || editing.confirmation !== undefined
    ? { editing: released }
    : sendNew({ ...released, queue }, snapshot, nextRequest);
}

/** Ends the pending request, whose edit was made, and closes the draft that it submitted. */
export function finish(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  const { pending, draft } = editing;
  return sendNext(
    draft !== undefined && draft === pending?.draft ? { ...editing, draft: undefined } : editing,
    snapshot,
  );
}

/**
 * Ends the pending request, whose edit cannot be made. Its draft stays open; if another draft is open by now, the message
 * includes its text.
 */
function handleRejection(editing: EditingState, snapshot: MapSnapshot, reason: string): EditingTransition {
  const draft = editing.pending?.draft;
  return sendNext(withFeedback(editing, reason, ...(draft === editing.draft ? [] : [draft])), snapshot);
}

/** Handles the panel's answer to a request. */
export function handleAnswer(
  editing: EditingState,
  snapshot: MapSnapshot,
  requestId: number,
  answer: EditAnswer,
): EditingTransition {
  const { pending, draft, queue } = editing;
  if (pending === undefined || pending.requestId !== requestId) return { editing };
  switch (answer.type) {
    case "applied": {
      // The draft stays until its card arrives, unless the tree has already changed: a whole tree does not say what is new.
      const isAwaitingCard =
        draft !== undefined && pending.draft === draft && !pending.hasTreeChanged && queue.length === 0;
      return isAwaitingCard
        ? { editing: { ...editing, pending: { ...pending, isApplied: true } } }
        : finish(editing, snapshot);
    }
    case "rejected":
      return handleRejection(editing, snapshot, answer.message);
    case "needsConfirmation": {
      const { card, action, version, attempts } = pending;
      const { question, confirmLabel } = answer;
      const isConfirmed = question === confirmedQuestionOf(action)?.question && attempts < MAX_ATTEMPTS;
      if (!isConfirmed)
        return sendNext({ ...editing, confirmation: { requestId, card, question, confirmLabel, version } }, snapshot);
      // The same question about a newer tree: the user's answer still holds.
      const confirmedAction = { type: "delete", confirmed: { question, version } } as const;
      return sendNow(editing, snapshot, { ...pending, action: confirmedAction, attempts: attempts + 1 });
    }
    case "stale":
      if (pending.attempts >= MAX_ATTEMPTS) return handleRejection(editing, snapshot, messages.edits.tooManyChanges);
      // A change that the tree does not show, such as one in a comment, sends no new version: fetch the whole tree.
      if (snapshot.version === pending.version)
        return {
          editing: { ...editing, pending: { ...pending, version: undefined } },
          outgoing: { type: "requestTree" },
        };
      return sendNow(editing, snapshot, { ...pending, version: snapshot.version, attempts: pending.attempts + 1 });
    default:
      return { editing: answer satisfies never };
  }
}

/**
 * Sends the deletion that the user has confirmed, ahead of the queue. If the map has changed since the question, the server
 * decides again whether to ask.
 */
export function confirmDeletion(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  if (editing.confirmation === undefined) return { editing };
  const { card, question, version } = editing.confirmation;
  return sendNew({ ...clearTransient(editing), confirmation: undefined }, snapshot, {
    card,
    action: { type: "delete", confirmed: { question, version } },
  });
}

/** Closes the question without deleting anything, and sends the next request of the queue. */
export const declineConfirmation = (editing: EditingState, snapshot: MapSnapshot): EditingTransition =>
  editing.confirmation === undefined ? { editing } : sendNext({ ...editing, confirmation: undefined }, snapshot);

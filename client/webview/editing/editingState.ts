/** The state of editing from the preview: the draft, the requests to the panel, their answers, and messages to the user. */

import type { CardId, Tree, TreeChange } from "../../../server/core/tree/tree.ts";
import type { EditAnswer, ToPanel } from "../../../server/protocol/preview.ts";
import { messages } from "../messages/messages.ts";
import { type Draft, draftToEdit, findConflictingText, stripControlChars, writtenTextOf } from "./draft.ts";
import {
  type Confirmation,
  confirmedQuestionOf,
  type EditRequest,
  type PendingRequest,
  toEditAction,
} from "./editRequest.ts";
import { type Feedback, withFeedback } from "./feedback.ts";

export interface EditingState extends Feedback {
  /** How many requests have been sent; numbers them. */
  readonly requestCount: number;
  /** How many drafts have been started; tells them apart when the page is rendered. */
  readonly draftKey: number;
  readonly draft: Draft | undefined;
  readonly pending: PendingRequest | undefined;
  /** Requests that are sent after the pending one is finished. */
  readonly queue: readonly EditRequest[];
  /** Unanswered requests for maps that are no longer shown. */
  readonly pendingElsewhere: readonly PendingRequest[];
  /** The card whose branch the user is moving by keyboard. */
  readonly movingCard: CardId | undefined;
  /** A question to the user. No request is sent until it is answered, so that what it asks about does not change. */
  readonly confirmation: Confirmation | undefined;
}

/** No draft, no edits and no messages. */
export const initialEditing: EditingState = {
  requestCount: 0,
  draftKey: 0,
  draft: undefined,
  pending: undefined,
  queue: [],
  pendingElsewhere: [],
  movingCard: undefined,
  confirmation: undefined,
  notice: undefined,
  unsavedTexts: [],
};

/** The map as the page shows it. */
export interface MapSnapshot {
  readonly map: string | undefined;
  readonly version: number | undefined;
  readonly tree: Tree | undefined;
}

/** The result of an event: the next state, and its effects. */
export interface EditingTransition {
  readonly editing: EditingState;
  /** A message to send to the panel. */
  readonly outgoing?: ToPanel;
  /** A card to select. */
  readonly select?: CardId;
}

/** Changes the editing state and redraws the page. */
export type UpdateEditing = (change: (editing: EditingState, snapshot: MapSnapshot) => EditingTransition) => void;

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
function sendNow(
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
function sendNext(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  const [nextRequest, ...queue] = editing.queue;
  const released = { ...editing, pending: undefined };
  return nextRequest === undefined || editing.confirmation !== undefined
    ? { editing: released }
    : sendNew({ ...released, queue }, snapshot, nextRequest);
}

/** Ends the pending request, whose edit was made, and closes the draft that it submitted. */
function finish(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
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

/** Whether the open draft has been submitted and is not finished yet. */
export const isSubmitted = ({ draft, pending, queue }: EditingState): boolean =>
  draft !== undefined && (pending?.draft === draft || queue.some((queued) => queued.draft === draft));

/** Submits the open draft, or closes it if it changes nothing. Keeps it open if it conflicts with a newer text. */
export function commitDraft(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  const { draft } = editing;
  if (draft === undefined || isSubmitted(editing)) return { editing };
  const edit = draftToEdit(draft);
  if (edit === undefined) return { editing: { ...editing, draft: undefined } };
  return findConflictingText(snapshot.tree, draft) === undefined
    ? requestEdit(editing, snapshot, { ...edit, draft })
    : { editing };
}

/** Submits the open draft although it overwrites a newer text, which the user has seen. */
export function overwriteConflict(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  const { draft } = editing;
  const currentText = findConflictingText(snapshot.tree, draft);
  return draft?.type === "edit" && currentText !== undefined
    ? commitDraft({ ...editing, draft: { ...draft, originalText: currentText } }, snapshot)
    : { editing };
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

/** Opens a draft. Submits the one that is open. */
export function startDraft(editing: EditingState, snapshot: MapSnapshot, draft: Draft): EditingTransition {
  const { editing: committed, outgoing } = commitDraft(editing, snapshot);
  const hasConflict = committed.draft !== undefined && !isSubmitted(committed);
  const kept = hasConflict ? withFeedback(committed, messages.edits.conflict, committed.draft) : committed;
  const next = { ...kept, draft, draftKey: committed.draftKey + 1, movingCard: undefined, notice: undefined };
  return { editing: next, ...(outgoing && { outgoing }) };
}

/** Cancels a move by keyboard and clears the notice. */
export const clearTransient = (editing: EditingState): EditingState => ({
  ...editing,
  movingCard: undefined,
  notice: undefined,
});

/** Dismisses the messages with unsaved texts. */
export const dismissUnsavedTexts = (editing: EditingState): EditingState => ({ ...editing, unsavedTexts: [] });

/** Changes the text of the open draft. */
export const setDraftText = (editing: EditingState, text: string): EditingState =>
  editing.draft === undefined ? editing : { ...editing, draft: { ...editing.draft, text: stripControlChars(text) } };

/** Closes the open draft. A request that submits it is not sent, or not sent again. */
export function discardDraft(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  const { draft, pending } = editing;
  if (draft === undefined) return { editing };
  const remaining = { ...withdrawDraft(editing, draft), draft: undefined, notice: undefined };
  return pending !== undefined && remaining.pending === undefined
    ? sendNext(remaining, snapshot)
    : { editing: remaining };
}

/** Drops the requests that submit a draft. If one was sent and its edit is made, the change arrives like any other. */
const withdrawDraft = (editing: EditingState, draft: Draft): EditingState => ({
  ...editing,
  pending: editing.pending?.draft === draft ? undefined : editing.pending,
  queue: editing.queue.filter((editRequest) => editRequest.draft !== draft),
});

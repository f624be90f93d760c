/** What the user is changing, from the first gesture to the answer of whoever has the text. Pure. */
import type { CardId, Tree, TreeChange } from "../../../server/core/tree/tree.ts";
import type { EditAnswer, ToPanel } from "../../../server/protocol/preview.ts";
import { type Draft, draftToEdit, findConflictingText, stripControlChars } from "./draft.ts";
import {
  type Confirmation,
  confirmedQuestionOf,
  type EditRequest,
  type PendingRequest,
  toEditAction,
} from "./editRequest.ts";
import { type Feedback, withFeedback } from "./feedback.ts";

export interface EditingState extends Feedback {
  /** How many edits have been asked for. */
  readonly requestCount: number;
  /** How many times something has been begun to be written. */
  readonly draftKey: number;
  readonly draft: Draft | undefined;
  readonly pending: PendingRequest | undefined;
  /** What is asked for once it is known what has come of the one that is sent. */
  readonly queue: readonly EditRequest[];
  /** What has been asked for in a map that is no longer shown, and not been answered. */
  readonly pendingElsewhere: readonly PendingRequest[];
  /** The card whose branch the keys are about to move. */
  readonly movingCard: CardId | undefined;
  /** What is to be answered first. Nothing is asked for meanwhile, so that it does not change under the user's hand. */
  readonly confirmation: Confirmation | undefined;
}

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

/** What an edit is seen against. */
interface MapSnapshot {
  readonly map: string | undefined;
  readonly version: number | undefined;
  readonly tree: Tree | undefined;
}

export interface EditingTransition {
  readonly editing: EditingState;
  readonly outgoing?: ToPanel;
  /** The card that is to be selected. */
  readonly select?: CardId;
}

const MAX_ATTEMPTS = 5;

/** Asks for an edit; while the answer to an earlier one is awaited, be it the user's, after that. */
export function requestEdit(editing: EditingState, snapshot: MapSnapshot, editRequest: EditRequest): EditingTransition {
  const { pending, confirmation } = editing;
  const cleared = clearTransient(editing);
  if (pending === undefined && confirmation === undefined) return sendNew(cleared, snapshot, editRequest);
  const queued = { ...cleared, queue: [...editing.queue, editRequest] };
  return pending?.isDone ? finish(queued, snapshot) : { editing: queued };
}

function sendNew(editing: EditingState, snapshot: MapSnapshot, editRequest: EditRequest): EditingTransition {
  const request = editing.requestCount + 1;
  const pending: PendingRequest = {
    ...editRequest,
    request,
    version: snapshot.version,
    attempts: 1,
    isDone: false,
    hasTreeChanged: false,
  };
  return sendNow({ ...editing, requestCount: request }, snapshot, pending);
}

/** Asks for an edit of the tree as it is now. */
function sendNow(
  editing: EditingState,
  { map, version, tree }: MapSnapshot,
  pending: PendingRequest,
): EditingTransition {
  const { request, card, action, draft } = pending;
  if (findConflictingText(tree, draft) !== undefined) {
    // Whoever still writes there sees so at the field.
    const notified = draft === editing.draft ? editing : withFeedback(editing, CONFLICT_MESSAGE, draft);
    return sendNext(notified, { map, version, tree });
  }
  const next = { ...editing, pending: { ...pending, version: map === undefined ? undefined : version } };
  if (map === undefined || version === undefined) return { editing: next };
  return {
    editing: next,
    outgoing: { type: "edit", map, request, card, version, action: toEditAction(action, version) },
  };
}

const CONFLICT_MESSAGE = "The text has been changed meanwhile, and stays as it is.";

/** The edit that is sent is through: asks for the one that waits, but while the user is asked something. */
function sendNext(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  const [nextRequest, ...queue] = editing.queue;
  const released = { ...editing, pending: undefined };
  return nextRequest === undefined || editing.confirmation !== undefined
    ? { editing: released }
    : sendNew({ ...released, queue }, snapshot, nextRequest);
}

/** The edit that is sent is made: what was written for it is in the text now. */
function finish(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  const { pending, draft } = editing;
  return sendNext(
    draft !== undefined && draft === pending?.draft ? { ...editing, draft: undefined } : editing,
    snapshot,
  );
}

/** The edit that is sent cannot be made. What was written for it stays, or is told where something else is being written by now. */
function handleRefusal(editing: EditingState, snapshot: MapSnapshot, reason: string): EditingTransition {
  const draft = editing.pending?.draft;
  return sendNext(withFeedback(editing, reason, ...(draft === editing.draft ? [] : [draft])), snapshot);
}

/** Whether what is being written has been handed in, and what comes of it is still to be seen. */
export const isSubmitted = ({ draft, pending, queue }: EditingState): boolean =>
  draft !== undefined && (pending?.draft === draft || queue.some((queued) => queued.draft === draft));

/** Ends writing: asks for what has been written, or gives it up where that comes to nothing. */
export function commitDraft(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  const { draft } = editing;
  if (draft === undefined || isSubmitted(editing)) return { editing };
  const edit = draftToEdit(draft);
  if (edit === undefined) return { editing: { ...editing, draft: undefined } };
  // Nothing takes the place of a text that the user has not seen.
  return findConflictingText(snapshot.tree, draft) === undefined
    ? requestEdit(editing, snapshot, { ...edit, draft })
    : { editing };
}

/** Hands in what is written in place of the text that has come meanwhile, which the user has seen by now. */
export function overwriteConflict(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  const { draft } = editing;
  const before = findConflictingText(snapshot.tree, draft);
  return draft?.of === "text" && before !== undefined
    ? commitDraft({ ...editing, draft: { ...draft, before } }, snapshot)
    : { editing };
}

/** Deletes what the user has been asked about, before what waits; where more or less would go by now, that is asked first. */
export function confirmDeletion(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  if (editing.confirmation === undefined) return { editing };
  const { card, question, version } = editing.confirmation;
  return sendNew({ ...clearTransient(editing), confirmation: undefined }, snapshot, {
    card,
    action: { do: "delete", agreed: { question, version } },
  });
}

/** Leaves what the user has been asked about as it is. */
export const declineConfirmation = (editing: EditingState, snapshot: MapSnapshot): EditingTransition =>
  editing.confirmation === undefined ? { editing } : sendNext({ ...editing, confirmation: undefined }, snapshot);

/** What follows from an answer. */
export function handleAnswer(
  editing: EditingState,
  snapshot: MapSnapshot,
  request: number,
  answer: EditAnswer,
): EditingTransition {
  const { pending, draft, queue } = editing;
  if (pending === undefined || pending.request !== request) return { editing };
  switch (answer.is) {
    case "done": {
      // The change may have come before the answer, in a tree that does not say what of it is new.
      const isAwaitingCard =
        draft !== undefined && pending.draft === draft && !pending.hasTreeChanged && queue.length === 0;
      return isAwaitingCard
        ? { editing: { ...editing, pending: { ...pending, isDone: true } } }
        : finish(editing, snapshot);
    }
    case "refused":
      return handleRefusal(editing, snapshot, answer.why);
    case "unsure": {
      const { card, action, version, attempts } = pending;
      const { question, yes } = answer;
      const isConfirmed = question === confirmedQuestionOf(action)?.question && attempts < MAX_ATTEMPTS;
      if (!isConfirmed)
        return sendNext({ ...editing, confirmation: { request, card, question, yes, version } }, snapshot);
      const confirmedAction = { do: "delete", agreed: { question, version } } as const;
      return sendNow(editing, snapshot, { ...pending, action: confirmedAction, attempts: attempts + 1 });
    }
    case "stale":
      if (pending.attempts >= MAX_ATTEMPTS) return handleRefusal(editing, snapshot, RAPID_CHANGES_MESSAGE);
      // The text may have changed where the tree does not show it. The whole tree then tells what to ask of.
      if (snapshot.version === pending.version)
        return { editing: { ...editing, pending: { ...pending, version: undefined } }, outgoing: { type: "again" } };
      return sendNow(editing, snapshot, { ...pending, version: snapshot.version, attempts: pending.attempts + 1 });
    default:
      return { editing: answer satisfies never };
  }
}

const RAPID_CHANGES_MESSAGE = "The text is changing too fast just now. Try again.";

/** What follows from a new tree. `change`: what is new in it, where that is known. */
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
  if (arrivedCard === undefined && !pending.isDone)
    return { editing: { ...kept, pending: { ...pending, hasTreeChanged: true } } };
  // Whoever writes elsewhere by now is left there.
  const select = draft !== pending.draft ? undefined : (arrivedCard ?? (draft.of === "text" ? draft.card : undefined));
  return { ...finish(kept, snapshot), ...(select !== undefined && { select }) };
}

/** Lets go of what is being written, or moved, at a card that is no longer there. */
function dropRemovedCards(editing: EditingState, tree: Tree | undefined): EditingState {
  const { draft, movingCard } = editing;
  const has = (card: CardId): boolean => tree?.cards.some(({ id }) => id === card) === true;
  const kept = movingCard !== undefined && !has(movingCard) ? { ...editing, movingCard: undefined } : editing;
  if (draft === undefined || has(draft.of === "new" ? draft.under : draft.card)) return kept;
  const remaining = { ...withdrawDraft(kept, draft), draft: undefined };
  return draft.text.trim() === ""
    ? remaining
    : withFeedback(remaining, "What you were writing at is no longer there.", draft);
}

/** The card that an edit has brought or changed, where that has come. */
function findEditedCard({ card, action }: PendingRequest, change: TreeChange | undefined): CardId | undefined {
  if (change === undefined || (action.do !== "write" && action.do !== "add")) return undefined;
  const addedIds = new Set(change.moved.flatMap((move) => (move.parent === card ? [move.card] : [])));
  return change.changed.find(
    ({ id, kind, text }) =>
      equalsIgnoringSpaces(text, action.text) &&
      (action.do === "write" ? id === card : addedIds.has(id) && kind === action.what),
  )?.id;
}

/** Spaces are written as they suit the text. */
const equalsIgnoringSpaces = (a: string, b: string): boolean => a.split(/\s+/).join(" ") === b.split(/\s+/).join(" ");

/** Begins to write a new card, or other words for one. What was being written before is handed in. */
export function startDraft(editing: EditingState, snapshot: MapSnapshot, draft: Draft): EditingTransition {
  const { editing: committed, outgoing } = commitDraft(editing, snapshot);
  const hasConflict = committed.draft !== undefined && !isSubmitted(committed);
  const kept = hasConflict ? withFeedback(committed, CONFLICT_MESSAGE, committed.draft) : committed;
  const next = { ...kept, draft, draftKey: committed.draftKey + 1, movingCard: undefined, notice: undefined };
  return { editing: next, ...(outgoing && { outgoing }) };
}

/** Stops what the keys are about to do; what has been told goes. */
export const clearTransient = (editing: EditingState): EditingState => ({
  ...editing,
  movingCard: undefined,
  notice: undefined,
});

/** Puts away the words that are nowhere else any more. */
export const dismissUnsavedTexts = (editing: EditingState): EditingState => ({ ...editing, unsavedTexts: [] });

/** Other words for what is being written. */
export const setDraftText = (editing: EditingState, text: string): EditingState =>
  editing.draft === undefined ? editing : { ...editing, draft: { ...editing.draft, text: stripControlChars(text) } };

/** Gives up what is being written, also where it has been handed in: it is not asked for again. */
export function discardDraft(editing: EditingState, snapshot: MapSnapshot): EditingTransition {
  const { draft, pending } = editing;
  if (draft === undefined) return { editing };
  const remaining = { ...withdrawDraft(editing, draft), draft: undefined, notice: undefined };
  return pending !== undefined && remaining.pending === undefined
    ? sendNext(remaining, snapshot)
    : { editing: remaining };
}

/** Nothing more is done for what has been written; what whoever has the text makes of it all the same, comes as any change. */
const withdrawDraft = (editing: EditingState, draft: Draft): EditingState => ({
  ...editing,
  pending: editing.pending?.draft === draft ? undefined : editing.pending,
  queue: editing.queue.filter((editRequest) => editRequest.draft !== draft),
});

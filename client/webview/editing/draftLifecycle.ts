/** Opens, changes, submits and closes the draft of a text. */

import { messages } from "../messages/messages.ts";
import { type Draft, draftToEdit, findConflictingText, stripControlChars } from "./draft.ts";
import { type EditingState, type EditingTransition, isSubmitted, type MapSnapshot } from "./editingState.ts";
import { withFeedback } from "./feedback.ts";
import { requestEdit, sendNext } from "./requestQueue.ts";

/** Opens a draft. Submits the one that is open. */
export function startDraft(editing: EditingState, snapshot: MapSnapshot, draft: Draft): EditingTransition {
  const { editing: committed, outgoing } = commitDraft(editing, snapshot);
  const hasConflict = committed.draft !== undefined && !isSubmitted(committed);
  const kept = hasConflict ? withFeedback(committed, messages.edits.conflict, committed.draft) : committed;
  const next = { ...kept, draft, draftKey: committed.draftKey + 1, movingCard: undefined, notice: undefined };
  return { editing: next, ...(outgoing && { outgoing }) };
}

/** Changes the text of the open draft. */
export const setDraftText = (editing: EditingState, text: string): EditingState =>
  editing.draft === undefined ? editing : { ...editing, draft: { ...editing.draft, text: stripControlChars(text) } };

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
export const withdrawDraft = (editing: EditingState, draft: Draft): EditingState => ({
  ...editing,
  pending: editing.pending?.draft === draft ? undefined : editing.pending,
  queue: editing.queue.filter((editRequest) => editRequest.draft !== draft),
});

/** What becomes of edits when another map is shown. Pure. */
import type { EditAnswer } from "../../../server/protocol/preview.ts";
import { draftToEdit } from "./draft.ts";
import { type EditingState, initialEditing } from "./editingState.ts";
import { withFeedback } from "./feedback.ts";

const UNSAVED_TEXT_MESSAGE = "What you wrote in another map is not in its text.";
const pendingChangesMessage = (count: number): string =>
  count === 1
    ? "The last change that you asked for in another map has not been made."
    : `The last ${count} changes that you asked for in another map have not been made.`;

/** When another map is shown: what is under way in the one before. What has not been asked for is asked for no more, and told. */
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
    notice: count === 0 ? undefined : pendingChangesMessage(count),
  };
  return unsavedDrafts.length === 0 ? next : withFeedback(next, UNSAVED_TEXT_MESSAGE, ...unsavedDrafts);
}

/** What follows from an answer about a map that is no longer shown: only what has not been done is worth a word there. */
export function handleAnswerElsewhere(editing: EditingState, request: number, answer: EditAnswer): EditingState {
  const match = editing.pendingElsewhere.find((candidate) => candidate.request === request);
  if (match === undefined) return editing;
  const remaining = {
    ...editing,
    pendingElsewhere: editing.pendingElsewhere.filter((candidate) => candidate !== match),
  };
  if (answer.is === "done") return remaining;
  const reason = match.draft === undefined ? pendingChangesMessage(1) : UNSAVED_TEXT_MESSAGE;
  return withFeedback(remaining, answer.is === "refused" ? answer.why : reason, match.draft);
}

/** What becomes of edits when another map is shown. Pure. */
import type { EditAnswer } from "../../../server/protocol/preview.ts";
import { actionOf } from "./draft.ts";
import { type Editing, idle } from "./editingState.ts";
import { losing } from "./feedback.ts";

const unwritten = "What you wrote in another map is not in its text.";
const unmade = (count: number): string =>
  count === 1
    ? "The last change that you asked for in another map has not been made."
    : `The last ${count} changes that you asked for in another map have not been made.`;

/** When another map is shown: what is under way in the one before. What has not been asked for is asked for no more, and told. */
export function leaveMap({ requests, begun, draft, sent, waiting, question, inOtherMaps, lost }: Editing): Editing {
  const isAsked = sent?.version !== undefined;
  const unasked = sent === undefined || isAsked ? waiting : [sent, ...waiting];
  const drafts = new Set([...unasked.map((wish) => wish.draft), draft]);
  if (isAsked) drafts.delete(sent.draft);
  const written = [...drafts].filter((one) => one !== undefined && actionOf(one) !== undefined);
  const count = unasked.filter((wish) => wish.draft === undefined).length + (question === undefined ? 0 : 1);
  const left: Editing = {
    ...idle,
    requests,
    begun,
    lost,
    inOtherMaps: isAsked ? [...inOtherMaps, sent] : inOtherMaps,
    told: count === 0 ? undefined : unmade(count),
  };
  return written.length === 0 ? left : losing(left, unwritten, ...written);
}

/** What follows from an answer about a map that is no longer shown: only what has not been done is worth a word there. */
export function answeredElsewhere(editing: Editing, request: number, answer: EditAnswer): Editing {
  const one = editing.inOtherMaps.find((sent) => sent.request === request);
  if (one === undefined) return editing;
  const rest = { ...editing, inOtherMaps: editing.inOtherMaps.filter((sent) => sent !== one) };
  if (answer.is === "done") return rest;
  const why = one.draft === undefined ? unmade(1) : unwritten;
  return losing(rest, answer.is === "refused" ? answer.why : why, one.draft);
}

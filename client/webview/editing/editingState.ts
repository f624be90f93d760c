/** The state of editing from the preview: the draft, the requests to the panel, and messages to the user. */

import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import type { ToPanel } from "../../../server/protocol/preview.ts";
import type { Draft } from "./draft.ts";
import type { Confirmation, EditRequest, PendingRequest } from "./editRequest.ts";
import type { Feedback } from "./feedback.ts";

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

/** Whether the open draft has been submitted and is not finished yet. */
export const isSubmitted = ({ draft, pending, queue }: EditingState): boolean =>
  draft !== undefined && (pending?.draft === draft || queue.some((queued) => queued.draft === draft));

/** Cancels a move by keyboard and clears the notice. */
export const clearTransient = (editing: EditingState): EditingState => ({
  ...editing,
  movingCard: undefined,
  notice: undefined,
});

/** Dismisses the messages with unsaved texts. */
export const dismissUnsavedTexts = (editing: EditingState): EditingState => ({ ...editing, unsavedTexts: [] });

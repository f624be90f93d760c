import type { CardId } from "../../../server/core/tree/tree.ts";
import type { EditAction } from "../../../server/protocol/tree.ts";
import type { Draft } from "./draft.ts";

/** A question that the user has confirmed. */
export interface ConfirmedQuestion {
  readonly question: string;
  /** The version of the tree that the question was about. */
  readonly version: number | undefined;
}

/** An {@link EditAction} whose confirmation is bound to the question that the user has confirmed. */
export type ConfirmableAction =
  | Exclude<EditAction, { readonly type: "delete" }>
  | { readonly type: "delete"; readonly confirmed?: ConfirmedQuestion };

/** An edit that the user wants made to a card. */
export interface EditRequest {
  readonly card: CardId;
  readonly action: ConfirmableAction;
  /** The draft that the edit submits. It remains visible until its card arrives. */
  readonly draft?: Draft | undefined;
}

/** An edit request that has been sent, and whose answer or change has not arrived yet. */
export interface PendingRequest extends EditRequest {
  /** The number of the request in the messages. */
  readonly requestId: number;
  /** The version of the tree that it was sent for; undefined while the page waits for the tree, before sending it. */
  readonly version: number | undefined;
  /** How many times it has been sent. */
  readonly attempts: number;
  /** Whether the panel has answered that the edit is applied. */
  readonly isApplied: boolean;
  /** Whether the tree has changed since it was sent, by this edit or another one. */
  readonly hasTreeChanged: boolean;
}

/** A question that the user has to answer before any other edit is sent. */
export interface Confirmation {
  /** The number of the request that led to the question. */
  readonly requestId: number;
  readonly card: CardId;
  readonly question: string;
  /** The label of the button that confirms. */
  readonly confirmLabel: string;
  /** The version of the tree that the question is about. */
  readonly version: number | undefined;
}

/** Returns the question that the user has confirmed for an action; undefined if there is none. */
export const confirmedQuestionOf = (action: ConfirmableAction): ConfirmedQuestion | undefined =>
  action.type === "delete" ? action.confirmed : undefined;

/** Returns the action to send for a version of the tree. A confirmation counts only for the version it was given for. */
export const toEditAction = (action: ConfirmableAction, version: number): EditAction =>
  action.type === "delete" ? { type: "delete", isConfirmed: action.confirmed?.version === version } : action;

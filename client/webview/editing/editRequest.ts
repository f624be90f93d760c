/** What the user wants to be done to a card, and how it is asked for. Pure. */
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { EditAction } from "../../../server/protocol/tree.ts";
import type { Draft } from "./draft.ts";

/** The question that the user has said yes to, and of which version of the tree it was asked. */
export interface ConfirmedQuestion {
  readonly question: string;
  readonly version: number | undefined;
}

/** What is to be done to a card. */
export type ConfirmableAction =
  | Exclude<EditAction, { readonly do: "delete" }>
  | { readonly do: "delete"; readonly agreed?: ConfirmedQuestion };

export interface EditRequest {
  readonly card: CardId;
  readonly action: ConfirmableAction;
  /** The writing that has been handed in for it; it is to be seen until its card has come. */
  readonly draft?: Draft | undefined;
}

/** An edit that has been asked for and not been answered, or whose change has not come. */
export interface PendingRequest extends EditRequest {
  readonly request: number;
  /** The version of the tree that it was asked of; undefined where that is still to come. */
  readonly version: number | undefined;
  /** How often it has been asked for. */
  readonly attempts: number;
  readonly isDone: boolean;
  /** Whether the tree has changed since, be it for this edit or another one. */
  readonly hasTreeChanged: boolean;
}

/** What the user is to answer before anything else is done. */
export interface Confirmation {
  /** The request that it came of. */
  readonly request: number;
  readonly card: CardId;
  readonly question: string;
  /** What the button says that says yes. */
  readonly yes: string;
  /** The version of the tree that it was asked of. */
  readonly version: number | undefined;
}

export const confirmedQuestionOf = (action: ConfirmableAction): ConfirmedQuestion | undefined =>
  action.do === "delete" ? action.agreed : undefined;

/** The action as it is asked for of a version of the tree: the user's yes counts for the version of the question. */
export const toEditAction = (action: ConfirmableAction, version: number): EditAction =>
  action.do === "delete" ? { do: "delete", sure: action.agreed?.version === version } : action;

import type { CardId } from "../../../core/tree/tree.ts";
import type { EditAction, EditResult } from "../../../protocol/tree.ts";
import type { Trees } from "../../../workspace/trees.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { UserError } from "../../shared/userError.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import { addCard } from "./addCard.ts";
import { deleteCard } from "./deleteCard.ts";
import { type CardTarget, type EditPlan, locationAfterEdit, planEdits, rejectEdit } from "./editPlan.ts";
import { editText } from "./editText.ts";
import { invertStepCard } from "./invertStep.ts";
import { moveCard } from "./moveCard.ts";
import { objectToStepCard } from "./objectToStepCard.ts";
import { setProperty } from "./setProperty.ts";

/** An action on a card in the tree of the map `uri`. */
export interface CardEditRequest {
  readonly uri: string;
  readonly card: CardId;
  /** The version of the tree that the user sees. */
  readonly version: number;
  readonly action: EditAction;
}

/**
 * Returns the text edits for an action on a card, the reason why it is not possible, or a question that the user must
 * confirm.
 */
export function editCard(
  workspace: Workspace,
  trees: Trees,
  { uri, card, version, action }: CardEditRequest,
): EditResult {
  if (trees.versionOf(uri) !== version) return { type: "stale" };
  try {
    const cardTarget = resolveCardTarget(workspace, trees, uri, card);
    if (action.type === "delete") {
      const { plan, question } = deleteCard(cardTarget);
      return question === undefined || action.isConfirmed
        ? toEditResult(workspace, plan)
        : { type: "needsConfirmation", question, confirmLabel: "Delete" };
    }
    return toEditResult(
      workspace,
      planEdit(cardTarget, action, (parent) => resolveCardTarget(workspace, trees, uri, parent)),
    );
  } catch (error) {
    if (error instanceof UserError) return { type: "rejected", message: error.message };
    throw error;
  }
}

function planEdit(
  cardTarget: CardTarget,
  action: Exclude<EditAction, { readonly type: "delete" }>,
  resolveTarget: (card: CardId) => CardTarget & { readonly path: readonly CardId[] },
): EditPlan {
  switch (action.type) {
    case "add":
      return addCard(cardTarget, action.kind, action.text);
    case "setText":
      return editText(cardTarget, action.text);
    case "objectToStep":
      return objectToStepCard(cardTarget);
    case "convert":
      return invertStepCard(cardTarget);
    case "setProperty":
      return setProperty(cardTarget, action);
    case "move": {
      const target = resolveTarget(action.parent);
      return moveCard(cardTarget, target, target.path.includes(cardTarget.card.id), action.kind);
    }
    default:
      return action satisfies never;
  }
}

/** @throws {UserError} if the card no longer exists */
function resolveCardTarget(workspace: Workspace, trees: Trees, uri: string, id: CardId) {
  const found = trees.cardContext(uri, id);
  const map = workspace.get(uri)?.file;
  if (found === undefined || map === undefined) return rejectEdit("This card no longer exists.");
  const { cardEntry, path } = found;
  const [above] = path.slice(1);
  return {
    workspace,
    map,
    card: cardEntry.card,
    entry: cardEntry.entry,
    referringEntry: cardEntry.usedBy,
    parentEntry: above === undefined ? undefined : trees.cardContext(uri, above)?.cardEntry.entry,
    path,
  };
}

function toEditResult(workspace: Workspace, plan: EditPlan): EditResult {
  const { documentChanges = [] } = workspaceEdit(workspace, planEdits(plan));
  return {
    type: "edit",
    edit: {
      documentChanges: documentChanges.flatMap((change) =>
        "edits" in change
          ? [
              {
                textDocument: { uri: change.textDocument.uri, version: change.textDocument.version },
                edits: change.edits.flatMap((one) =>
                  "newText" in one ? [{ range: one.range, newText: one.newText }] : [],
                ),
              },
            ]
          : [],
      ),
    },
    location: locationAfterEdit(plan),
  };
}

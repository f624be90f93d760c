/** What an action on a card of the picture comes to in the texts. */
import type { CardId } from "../../../core/tree/tree.ts";
import type { EditAction, EditResult } from "../../../protocol/tree.ts";
import type { Trees } from "../../../workspace/trees.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { Refused } from "../../shared/userError.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import { adding } from "./addCard.ts";
import { deleting } from "./deleteCard.ts";
import { type Chosen, editsIn, type Plan, placeOf, refuse } from "./editPlan.ts";
import { writing } from "./editText.ts";
import { turning } from "./invertStep.ts";
import { moving } from "./moveCard.ts";

/** A card of the tree of `uri`, and what to do to it. */
export interface Asked {
  readonly uri: string;
  readonly card: CardId;
  /** Of the tree that the user sees. */
  readonly version: number;
  readonly action: EditAction;
}

/** The edit that an action asks for; or why it cannot be made, or what has to be asked first. */
export function edit(workspace: Workspace, trees: Trees, { uri, card, version, action }: Asked): EditResult {
  if (trees.versionOf(uri) !== version) return { is: "stale" };
  try {
    const chosen = chosenBy(workspace, trees, uri, card);
    if (action.do === "delete") {
      const { plan, question } = deleting(chosen);
      return question === undefined || action.sure
        ? result(workspace, plan)
        : { is: "unsure", question, yes: "Delete" };
    }
    return result(
      workspace,
      planOf(chosen, action, (to) => chosenBy(workspace, trees, uri, to)),
    );
  } catch (error) {
    if (error instanceof Refused) return { is: "refused", why: error.message };
    throw error;
  }
}

function planOf(
  chosen: Chosen,
  action: Exclude<EditAction, { readonly do: "delete" }>,
  choose: (card: CardId) => Chosen & { readonly path: readonly CardId[] },
): Plan {
  switch (action.do) {
    case "add":
      return adding(chosen, action.what, action.text);
    case "write":
      return writing(chosen, action.text);
    case "turn":
      return turning(chosen);
    case "move": {
      const target = choose(action.to);
      return moving(chosen, target, target.path.includes(chosen.card.id), action.as);
    }
    default:
      return action satisfies never;
  }
}

/** @throws Refused where the card is gone */
function chosenBy(workspace: Workspace, trees: Trees, uri: string, id: CardId) {
  const found = trees.cardWith(uri, id);
  const map = workspace.get(uri)?.file;
  if (found === undefined || map === undefined) return refuse("This is no longer there.");
  const { drawn, path } = found;
  const [above] = path.slice(1);
  return {
    workspace,
    map,
    card: drawn.card,
    entry: drawn.entry,
    through: drawn.through,
    above: above === undefined ? undefined : trees.cardWith(uri, above)?.drawn.entry,
    path,
  };
}

function result(workspace: Workspace, plan: Plan): EditResult {
  const { documentChanges = [] } = workspaceEdit(workspace, editsIn(plan));
  return {
    is: "edit",
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
    at: placeOf(plan),
  };
}

/** What the page knows of the map and what of it is chosen, and what follows from a message. Pure. */

import { revealing } from "../../../server/core/picture/explore.ts";
import { applyChange } from "../../../server/core/tree/applyChange.ts";
import type { CardId, Tree, TreeChange } from "../../../server/core/tree/tree.ts";
import type { CoverageCounts, Deed, ToPage, ToPanel } from "../../../server/protocol/preview.ts";
import { answered, changed, type Editing, idle } from "../editing/editingState.ts";
import { answeredElsewhere, leaveMap } from "../editing/pendingElsewhere.ts";
import { carried } from "../editing/remapEditing.ts";
import { successors } from "./cardKeys.ts";
import { carryOver, type Placement, resume } from "./savedView.ts";
import { type Choice, unchosen } from "./viewOptions.ts";

export interface Session {
  readonly tree: Tree | undefined;
  /** The version of the tree; undefined where a change was missed and the whole tree is on its way. */
  readonly version: number | undefined;
  /** The card under the editor's cursor. */
  readonly mark: CardId | undefined;
  /** The map on show; another one is seen from its beginning, or as it was left. */
  readonly map: string | undefined;
  readonly choice: Choice;
  /** Where the picture of the map was when it was last left. */
  readonly placement: Placement | undefined;
  readonly editing: Editing;
  /** What is cited of the articles of the map; undefined while that is not shown. */
  readonly coverage: CoverageCounts | undefined;
}

export const begun: Session = {
  tree: undefined,
  version: undefined,
  mark: undefined,
  map: undefined,
  choice: unchosen,
  placement: undefined,
  editing: idle,
  coverage: undefined,
};

export interface Heard {
  readonly session: Session;
  /** What to answer. */
  readonly say?: ToPanel;
  /** What to do with what is shown. */
  readonly deed?: Deed;
  /** With `foldToDepth`: how many levels stay open. */
  readonly depth?: number | undefined;
}

/** The session after a message, and what follows. `kept` gives how the page itself remembers to have left a map. */
export function hear(session: Session, message: ToPage, kept: (map: string) => unknown): Heard {
  switch (message.type) {
    case "tree": {
      const { tree, version, uri: map } = message;
      if (session.map === map && session.tree !== undefined) {
        const choice = carryOver(session.choice, successors(session.tree, tree));
        const editing = carried(session.editing, session.tree, tree);
        return edited({ ...session, tree, version, choice, editing }, undefined);
      }
      const { choice, placement } = resume(kept(map) ?? message.left, tree);
      return {
        session: {
          ...session,
          tree,
          version,
          map,
          choice,
          placement,
          coverage: undefined,
          editing: leaveMap(session.editing),
        },
      };
    }
    case "change": {
      if (session.tree === undefined || session.version === undefined) return { session };
      if (session.version !== message.from)
        return { session: { ...session, version: undefined }, say: { type: "again" } };
      const { removed, moved } = message.change;
      const tree = applyChange(session.tree, message.change);
      // Where no card comes or goes, all that is chosen is there as it was.
      const choice =
        removed.length + moved.length === 0
          ? session.choice
          : carryOver(session.choice, successors(session.tree, tree));
      return edited({ ...session, tree, choice, version: message.to }, message.change);
    }
    case "coverage":
      return { session: { ...session, coverage: message.counts ?? undefined } };
    case "mark":
      return { session: { ...session, mark: message.card ?? undefined } };
    case "export":
      // Asks what is shown, and changes nothing.
      return { session };
    case "do":
      return { session, deed: message.what, depth: message.depth };
    case "edited": {
      const { request, answer } = message;
      const { editing, say } = answered(answeredElsewhere(session.editing, request, answer), session, request, answer);
      return { session: { ...session, editing }, ...(say && { say }) };
    }
    default:
      return { session: message satisfies never };
  }
}

/** What the newest tree means to an edit that is on its way. */
function edited(session: Session, change: TreeChange | undefined): Heard {
  const { editing, say, select } = changed(session.editing, session, change);
  return { session: { ...session, editing, choice: selecting(session, select) }, ...(say && { say }) };
}

/** With a card that has just been written selected, and to be seen. */
function selecting({ choice, tree }: Session, card: CardId | undefined): Choice {
  if (card === undefined || tree === undefined) return choice;
  return { ...choice, selected: card, exploration: revealing(tree, choice.exploration, card) };
}

/** What the page knows of the map and what of it is chosen, and what follows from a message. Pure. */

import { withRevealedCard } from "../../../server/core/picture/explore.ts";
import { applyChange } from "../../../server/core/tree/applyChange.ts";
import type { CardId, Tree, TreeChange } from "../../../server/core/tree/tree.ts";
import type { CoverageCounts, PreviewCommand, ToPage, ToPanel } from "../../../server/protocol/preview.ts";
import { type EditingState, handleAnswer, handleTreeChange, initialEditing } from "../editing/editingState.ts";
import { handleAnswerElsewhere, leaveMap } from "../editing/pendingElsewhere.ts";
import { remapEditing } from "../editing/remapEditing.ts";
import { mapCards } from "./cardKeys.ts";
import { remapCards, restoreView, type ViewTransform } from "./savedView.ts";
import { defaultViewOptions, type ViewOptions } from "./viewOptions.ts";

export interface PageSession {
  readonly tree: Tree | undefined;
  /** The version of the tree; undefined where a change was missed and the whole tree is on its way. */
  readonly version: number | undefined;
  /** The card under the editor's cursor. */
  readonly cursorCard: CardId | undefined;
  /** The map on show; another one is seen from its beginning, or as it was left. */
  readonly map: string | undefined;
  readonly viewOptions: ViewOptions;
  /** Where the picture of the map was when it was last left. */
  readonly placement: ViewTransform | undefined;
  readonly editing: EditingState;
  /** What is cited of the articles of the map; undefined while that is not shown. */
  readonly coverage: CoverageCounts | undefined;
}

export const initialSession: PageSession = {
  tree: undefined,
  version: undefined,
  cursorCard: undefined,
  map: undefined,
  viewOptions: defaultViewOptions,
  placement: undefined,
  editing: initialEditing,
  coverage: undefined,
};

export interface MessageResult {
  readonly session: PageSession;
  /** What to answer. */
  readonly outgoing?: ToPanel;
  /** What to do with what is shown. */
  readonly command?: PreviewCommand;
  /** With `foldToDepth`: how many levels stay open. */
  readonly depth?: number | undefined;
}

/** The session after a message, and what follows. `kept` gives how the page itself remembers to have left a map. */
export function handleMessage(
  session: PageSession,
  message: ToPage,
  savedViewOf: (map: string) => unknown,
): MessageResult {
  switch (message.type) {
    case "tree": {
      const { tree, version, uri: map } = message;
      if (session.map === map && session.tree !== undefined) {
        const viewOptions = remapCards(session.viewOptions, mapCards(session.tree, tree));
        const editing = remapEditing(session.editing, session.tree, tree);
        return withTreeChange({ ...session, tree, version, viewOptions, editing }, undefined);
      }
      const { viewOptions, placement } = restoreView(savedViewOf(map) ?? message.left, tree);
      return {
        session: {
          ...session,
          tree,
          version,
          map,
          viewOptions,
          placement,
          coverage: undefined,
          editing: leaveMap(session.editing),
        },
      };
    }
    case "change": {
      if (session.tree === undefined || session.version === undefined) return { session };
      if (session.version !== message.from)
        return { session: { ...session, version: undefined }, outgoing: { type: "again" } };
      const { removed, moved } = message.change;
      const tree = applyChange(session.tree, message.change);
      // Where no card comes or goes, all that is chosen is there as it was.
      const viewOptions =
        removed.length + moved.length === 0
          ? session.viewOptions
          : remapCards(session.viewOptions, mapCards(session.tree, tree));
      return withTreeChange({ ...session, tree, viewOptions, version: message.to }, message.change);
    }
    case "coverage":
      return { session: { ...session, coverage: message.counts ?? undefined } };
    case "mark":
      return { session: { ...session, cursorCard: message.card ?? undefined } };
    case "export":
      // Asks what is shown, and changes nothing.
      return { session };
    case "do":
      return { session, command: message.what, depth: message.depth };
    case "edited": {
      const { request, answer } = message;
      const { editing, outgoing } = handleAnswer(
        handleAnswerElsewhere(session.editing, request, answer),
        session,
        request,
        answer,
      );
      return { session: { ...session, editing }, ...(outgoing && { outgoing }) };
    }
    default:
      return { session: message satisfies never };
  }
}

/** What the newest tree means to an edit that is on its way. */
function withTreeChange(session: PageSession, change: TreeChange | undefined): MessageResult {
  const { editing, outgoing, select } = handleTreeChange(session.editing, session, change);
  return {
    session: { ...session, editing, viewOptions: withSelection(session, select) },
    ...(outgoing && { outgoing }),
  };
}

/** With a card that has just been written selected, and to be seen. */
function withSelection({ viewOptions, tree }: PageSession, card: CardId | undefined): ViewOptions {
  if (card === undefined || tree === undefined) return viewOptions;
  return { ...viewOptions, selected: card, exploration: withRevealedCard(tree, viewOptions.exploration, card) };
}

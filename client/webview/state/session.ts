/** The state of the page, and how messages from the panel change it. */
import { withRevealedCard } from "../../../server/core/picture/explore.ts";
import { applyChange } from "../../../server/core/tree/applyChange.ts";
import type { CardId, Tree, TreeChange } from "../../../server/core/tree/tree.ts";
import type { CoverageCounts, PreviewCommand, ToPage, ToPanel } from "../../../server/protocol/preview.ts";
import { type EditingState, initialEditing } from "../editing/editingState.ts";
import { handleAnswerElsewhere, leaveMap } from "../editing/pendingElsewhere.ts";
import { remapEditing } from "../editing/remapEditing.ts";
import { handleAnswer, requestEdit } from "../editing/requestQueue.ts";
import { handleTreeChange } from "../editing/treeChanges.ts";
import { handleTables, type TablesQuery } from "../tables/tables.ts";
import { initialQuery, resetQuery } from "../weighing/serverQuery.ts";
import {
  forgetRevision,
  handleExplanation,
  handleWeights,
  initialWeighing,
  remapWeighing,
  resetWeighing,
  suppose,
  type WeighingState,
} from "../weighing/weighing.ts";
import { mapCards } from "./cardKeys.ts";
import { remapCards, restoreView, type ViewTransform } from "./savedView.ts";
import { defaultViewOptions, type ViewOptions } from "./viewOptions.ts";

export interface PageSession {
  readonly tree: Tree | undefined;
  /** The version of the tree; undefined while the page waits for the whole tree because it missed a change. */
  readonly version: number | undefined;
  /** The card under the editor's cursor. */
  readonly cursorCard: CardId | undefined;
  /** URI of the map that is shown. */
  readonly map: string | undefined;
  readonly viewOptions: ViewOptions;
  /** The transform of the picture when the map was last shown. */
  readonly transform: ViewTransform | undefined;
  readonly editing: EditingState;
  /** Citation coverage of the map's articles; undefined while it is not shown. */
  readonly coverage: CoverageCounts | undefined;
  readonly weighing: WeighingState;
  readonly tables: TablesQuery;
}

/** The state before the first message. */
export const initialSession: PageSession = {
  tree: undefined,
  version: undefined,
  cursorCard: undefined,
  map: undefined,
  viewOptions: defaultViewOptions,
  transform: undefined,
  editing: initialEditing,
  coverage: undefined,
  weighing: initialWeighing,
  tables: initialQuery,
};

/** The next session, and the effects of a message. */
export interface MessageResult {
  readonly session: PageSession;
  /** A message to send to the panel. */
  readonly outgoing?: ToPanel;
  /** A command to run on the picture. */
  readonly command?: PreviewCommand;
  /** For `foldToDepth`: the number of levels to show. */
  readonly depth?: number | undefined;
}

/** Applies a message to the session. `savedViewOf` returns the view that the page itself has stored for a map. */
export function handleMessage(
  session: PageSession,
  message: ToPage,
  savedViewOf: (map: string) => unknown,
): MessageResult {
  switch (message.type) {
    case "tree": {
      const { tree, version, uri: map } = message;
      if (session.map === map && session.tree !== undefined) {
        const mapCard = mapCards(session.tree, tree);
        const viewOptions = remapCards(session.viewOptions, mapCard);
        const weighing = forgetRevision(remapWeighing(session.weighing, mapCard));
        const editing = remapEditing(session.editing, session.tree, tree);
        return withTreeChange({ ...session, tree, version, viewOptions, editing, weighing }, undefined);
      }
      const { viewOptions, transform } = restoreView(savedViewOf(map) ?? message.savedView, tree);
      return {
        session: {
          ...session,
          tree,
          version,
          map,
          viewOptions,
          transform,
          coverage: undefined,
          editing: leaveMap(session.editing),
          weighing: resetWeighing(session.weighing),
          tables: resetQuery(session.tables),
        },
      };
    }
    case "change": {
      if (session.tree === undefined || session.version === undefined) return { session };
      if (session.version !== message.from)
        return { session: { ...session, version: undefined }, outgoing: { type: "requestTree" } };
      const { removed, moved } = message.change;
      const tree = applyChange(session.tree, message.change);
      // If no card is added, removed or moved, every card of the view still exists.
      if (removed.length + moved.length === 0)
        return withTreeChange({ ...session, tree, version: message.to }, message.change);
      const mapCard = mapCards(session.tree, tree);
      const viewOptions = remapCards(session.viewOptions, mapCard);
      const weighing = remapWeighing(session.weighing, mapCard);
      return withTreeChange({ ...session, tree, viewOptions, weighing, version: message.to }, message.change);
    }
    case "propertyPicked": {
      const { map, card, action } = message;
      if (map !== session.map) return { session };
      const { editing, outgoing } = requestEdit(session.editing, session, { card, action });
      return { session: { ...session, editing }, ...(outgoing && { outgoing }) };
    }
    case "coverage":
      return { session: { ...session, coverage: message.counts ?? undefined } };
    case "cursor":
      return { session: { ...session, cursorCard: message.card ?? undefined } };
    case "suppose":
      return { session: suppose(session, [[message.card, message.isTrue]]) };
    case "weights":
      return { session: handleWeights(session, message.requestId, message.result) };
    case "tables":
      return { session: handleTables(session, message.requestId, message.result) };
    case "standingExplanation":
      return { session: handleExplanation(session, message.requestId, message.explanation) };
    case "export":
    case "takeFocus":
      // `startApp` handles them; they do not change the session.
      return { session };
    case "command":
      return { session, command: message.command, depth: message.depth };
    case "editAnswer": {
      const { requestId, answer } = message;
      const { editing, outgoing } = handleAnswer(
        handleAnswerElsewhere(session.editing, requestId, answer),
        session,
        requestId,
        answer,
      );
      return { session: { ...session, editing }, ...(outgoing && { outgoing }) };
    }
    default:
      return { session: message satisfies never };
  }
}

/** Updates the pending edit for a new tree. `change` is undefined if the whole tree was replaced. */
function withTreeChange(session: PageSession, change: TreeChange | undefined): MessageResult {
  const { editing, outgoing, select } = handleTreeChange(session.editing, session, change);
  return {
    session: { ...session, editing, viewOptions: withSelection(session, select) },
    ...(outgoing && { outgoing }),
  };
}

/** Selects and reveals a card that the user has just written. */
function withSelection({ viewOptions, tree }: PageSession, card: CardId | undefined): ViewOptions {
  if (card === undefined || tree === undefined) return viewOptions;
  return { ...viewOptions, selected: card, exploration: withRevealedCard(tree, viewOptions.exploration, card) };
}

import { useMemo, useState } from "preact/hooks";
import type { PlacedCard } from "../../server/core/picture/model.ts";
import type { CardProperty } from "../../server/core/tree/cardRules.ts";
import type { CardId } from "../../server/core/tree/tree.ts";
import type { PreviewCommand } from "../../server/protocol/preview.ts";
import type { CardTable } from "../../server/protocol/tables.ts";
import type { UpdateEditing } from "./editing/editingState.ts";
import { type EditController, useEditing } from "./editing/useEditing.ts";
import { navigateByKey, typeAhead } from "./input/arrowNavigation.ts";
import { type CommandHandlers, createCommandHandlers } from "./input/commands.ts";
import type { UndoCommand } from "./input/keyBindings.ts";
import { type CardActions, useCardActions } from "./input/useCardActions.ts";
import { useKeyboard } from "./input/useKeyboard.ts";
import { type Panels, usePanels } from "./panels/usePanels.ts";
import { type CursorMark, visibleCursorCard } from "./state/cursorMark.ts";
import type { RenderedPicture } from "./state/pictureCache.ts";
import type { ViewTransform } from "./state/savedView.ts";
import type { PageSession } from "./state/session.ts";
import type { UpdateViewOptions, WeighingMode } from "./state/viewOptions.ts";
import { useViewport, type Viewport } from "./viewport/useViewport.ts";
import { type UpdateWeighing, useWeighing, type Weighing } from "./weighing/useWeighing.ts";

export interface PageProps {
  readonly session: PageSession;
  readonly rendered: RenderedPicture;
  /** Undefined if the map cannot be edited. */
  readonly updateEditing: UpdateEditing | undefined;
  /** The newer text of the card that the open draft would overwrite; undefined if there is no conflict. */
  readonly conflictingText: string | undefined;
  readonly undoRedo: (command: UndoCommand) => void;
  readonly updateViewOptions: UpdateViewOptions;
  /** Undefined if there is no server. */
  readonly updateWeighing: UpdateWeighing | undefined;
  /** How an exported page weighs; undefined if there is a server. */
  readonly exportedWeighing: Exclude<WeighingMode, "off"> | undefined;
  /** Called when pan and zoom have come to rest. */
  readonly onViewSettled: (transform: ViewTransform) => void;
  /** Shows the entry of a card in the editor, and moves the focus there unless it is preserved. */
  readonly onOpen: (card: CardId, preserveFocus: boolean) => void;
  /** Lets the user save tables as a file; undefined if there is no server, which makes them. */
  readonly onExportTables: ((tables: readonly CardTable[]) => void) | undefined;
  /** Shows the passage of a quote in its article; undefined if there is no editor. */
  readonly onShowPassage: ((link: string) => void) | undefined;
  /** Opens a link of a text. */
  readonly onOpenLink: (href: string) => void;
  /** Lets the user pick values for a property of a card's entry. */
  readonly onPickProperty: (card: CardId, property: CardProperty) => void;
  /** Shows the uncited paragraphs. */
  readonly onShowUncited: () => void;
  /** Called at each rendering with the function that runs VS Code's commands. */
  readonly onCommandsReady: (runCommand: (command: PreviewCommand, depth?: number) => void) => void;
}

/** The state of the page and the actions on it, which its components share. */
interface PageController {
  readonly viewport: Viewport;
  readonly cardActions: CardActions;
  readonly panels: Panels;
  readonly editController: EditController;
  readonly weighing: Weighing | undefined;
  readonly commandHandlers: CommandHandlers;
  readonly cursorMark: CursorMark;
  /** The card that keyboard commands act on. */
  readonly current: PlacedCard | undefined;
  /** The card that the last opened reference card refers to. */
  readonly referencedCard: CardId | undefined;
}

/** Connects viewport, card actions, panels, editing and keyboard, each of which needs some of those before it. */
export function usePageController({
  session,
  rendered,
  updateEditing,
  conflictingText,
  undoRedo,
  updateViewOptions,
  updateWeighing,
  exportedWeighing,
  onViewSettled,
  onOpen,
  onExportTables,
  onCommandsReady,
}: PageProps): PageController {
  const { viewOptions, tree } = session;
  const { pictureIndex, explored } = rendered;
  // If the focused card is gone, the page shows the whole map until the card reappears.
  const focus = explored.focusPath.length === 0 ? undefined : viewOptions.exploration.focus;
  const cursorMark = useMemo(() => visibleCursorCard(session, rendered), [session.cursorCard, rendered]);
  const current =
    pictureIndex.card(viewOptions.selected) ?? pictureIndex.card(cursorMark.card) ?? pictureIndex.picture.cards[0];
  const [referencedCard, setReferencedCard] = useState<CardId>();

  const viewport = useViewport({ session, rendered, markedCardId: cursorMark.card, onViewSettled });
  const cardActions = useCardActions({
    session,
    rendered,
    viewport,
    current: current?.id,
    updateViewOptions,
    onOpen,
    onReferenceFollowed: setReferencedCard,
  });
  const panels = usePanels({ tree: tree ?? explored.tree, pictureIndex, cardActions, current: current?.id });
  const editController = useEditing({
    session,
    rendered,
    viewport,
    cardActions,
    updateEditing,
    updateViewOptions,
    conflictingText,
  });
  const weighing = useWeighing(session, updateWeighing, exportedWeighing);
  const { isShown: isTableShown } = viewOptions.table;
  const commandHandlers = createCommandHandlers({
    rendered,
    viewport,
    cardActions,
    editController,
    panels,
    selected: viewOptions.selected,
    focus,
    isTableShown,
    isLegendShown: viewOptions.legend,
    updateViewOptions,
    weighing,
    canShowTables: onExportTables !== undefined,
  });
  useKeyboard({
    pageCommands: commandHandlers.page,
    cardCommands: commandHandlers.card,
    editCommands: editController.editCommands,
    undoRedo: updateEditing && undoRedo,
    abilities: { canEdit: updateEditing !== undefined, canWeigh: weighing !== undefined },
    foldToDepth: cardActions.foldToDepth,
    // Cards are not shown beside tables, so no key acts on one.
    current: () => (isTableShown ? undefined : current?.id),
    navigate(key, id) {
      const next = navigateByKey(pictureIndex, id, key, explored.hidden.has(id));
      if (next === undefined) return false;
      if ("to" in next) cardActions.selectCard(next.to);
      else cardActions.toggleFold(next.fold);
      return true;
    },
    goToTyped(typed, id) {
      const next = typeAhead(pictureIndex, id, typed);
      if (next) cardActions.selectCard(next);
    },
  });
  onCommandsReady((command, depth) => commandHandlers.preview[command](depth));

  return {
    viewport,
    cardActions,
    panels,
    editController,
    weighing,
    commandHandlers,
    cursorMark,
    current,
    referencedCard,
  };
}

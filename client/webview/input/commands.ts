import { automaticShape } from "../../../server/core/picture/panelLayout.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { PreviewCommand } from "../../../server/protocol/preview.ts";
import type { EditController } from "../editing/useEditing.ts";
import type { Panels } from "../panels/usePanels.ts";
import type { RenderedPicture } from "../state/pictureCache.ts";
import {
  layOutAutomatically,
  showShape,
  toggleDirection,
  toggleShape,
  type UpdateViewOptions,
  type ViewOptions,
  withTable,
} from "../state/viewOptions.ts";
import type { Viewport } from "../viewport/useViewport.ts";
import type { Weighing } from "../weighing/useWeighing.ts";
import type { CardClickHandlers } from "./cardClicks.ts";
import type { CardCommand, PageCommand } from "./keyBindings.ts";
import type { CardActions } from "./useCardActions.ts";

interface CommandHandlersOptions {
  readonly rendered: RenderedPicture;
  readonly viewport: Viewport;
  readonly cardActions: CardActions;
  readonly editController: EditController;
  readonly panels: Panels;
  readonly selected: CardId | undefined;
  /** The root of the focused branch. */
  readonly focus: CardId | undefined;
  readonly isTableShown: boolean;
  readonly isLegendShown: boolean;
  readonly updateViewOptions: UpdateViewOptions;
  /** Undefined if there is no server. */
  readonly weighing: Weighing | undefined;
  /** Whether there is a server, which makes tables. */
  readonly canShowTables: boolean;
}

/** The handlers of the page's keys and buttons, of keys and clicks that act on a card, and of VS Code's commands. */
export interface CommandHandlers {
  readonly page: Readonly<Record<PageCommand, () => void>>;
  readonly card: Readonly<Record<CardCommand, (card: CardId) => void>>;
  readonly clicks: CardClickHandlers;
  readonly preview: Readonly<Record<PreviewCommand, (depth?: number) => void>>;
}

/** The factor of one zoom step by button or key. */
const ZOOM_STEP = 1.25;

/** Returns the command handlers for the current state of the page. */
export function createCommandHandlers({
  rendered,
  viewport: { surface, zoomController },
  cardActions,
  editController,
  panels,
  selected,
  focus,
  isTableShown,
  isLegendShown,
  updateViewOptions,
  weighing,
  canShowTables,
}: CommandHandlersOptions): CommandHandlers {
  const { picture } = rendered.pictureIndex;
  /** Shows the picture, with the selected card in view. */
  function leaveTables(change: (viewOptions: ViewOptions) => ViewOptions): void {
    updateViewOptions(change);
    if (isTableShown) cardActions.revealCard(selected);
  }
  const showTables = (): void => {
    if (canShowTables) updateViewOptions((viewOptions) => withTable(viewOptions, { isShown: true }));
  };
  const hideLegend = (): boolean => {
    if (isLegendShown) updateViewOptions((viewOptions) => ({ ...viewOptions, legend: false }));
    return isLegendShown;
  };
  const page: CommandHandlers["page"] = {
    find: panels.find.open,
    next: () => panels.stepFind(1),
    previous: () => panels.stepFind(-1),
    filter: () => (panels.isFilterOpen ? panels.closeFilter() : panels.openFilter()),
    zoomIn: () => zoomController.current?.zoomBy(ZOOM_STEP),
    zoomOut: () => zoomController.current?.zoomBy(1 / ZOOM_STEP),
    fit: () => zoomController.current?.fit(picture.bounds),
    help: () => panels.setHelpOpen(!panels.isHelpOpen),
    shape() {
      const automatic = automaticShape(surface.current?.clientWidth ?? 0);
      leaveTables((viewOptions) => toggleShape(viewOptions, picture.shape, automatic));
    },
    table: () =>
      isTableShown ? leaveTables((viewOptions) => withTable(viewOptions, { isShown: false })) : showTables(),
    direction: () => updateViewOptions((viewOptions) => toggleDirection(viewOptions, picture)),
    automatic: () => updateViewOptions(layOutAutomatically),
    legend: () => updateViewOptions((viewOptions) => ({ ...viewOptions, legend: !viewOptions.legend })),
    weigh: () => weighing?.cycle(),
    unfoldAll: () => cardActions.foldToDepth(undefined),
    close() {
      if (editController.cancel() || panels.closeLast() || hideLegend() || weighing?.clear()) return;
      if (focus === undefined) return;
      cardActions.focusBranch(undefined);
    },
  };
  // While a branch is moved by keyboard, choosing a card drops the branch there.
  const open = (card: CardId): void => void (editController.dropAt(card, false) || cardActions.openInEditor(card));
  return {
    page,
    clicks: {
      select: (card) => void (editController.dropAt(card, false) || cardActions.revealInEditor(card)),
      open,
      doubleClick: editController.editCommands?.editText ?? cardActions.toggleFold,
      isSelected: (card) => card === selected,
    },
    card: {
      open,
      fold: cardActions.toggleFold,
      focus: (card) => cardActions.focusBranch(focus === card ? undefined : card),
      entry: panels.toggleEntry,
      quotes: panels.openQuotes,
      suppose: (card) => weighing?.cycleSupposition(card),
    },
    preview: {
      find: panels.find.open,
      filter: panels.openFilter,
      fit: page.fit,
      foldAll: () => cardActions.foldToDepth(1),
      foldToDepth: (depth) => cardActions.foldToDepth(depth ?? 1),
      unfoldAll: page.unfoldAll,
      tree: () => leaveTables((viewOptions) => showShape(viewOptions, "tree")),
      outline: () => leaveTables((viewOptions) => showShape(viewOptions, "outline")),
      table: showTables,
      toggleDirection: page.direction,
      automatic: page.automatic,
      legend: page.legend,
      weigh: page.weigh,
      help: () => panels.setHelpOpen(true),
    },
  };
}

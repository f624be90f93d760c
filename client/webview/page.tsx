/** The page: the picture with all that stands around it, or how to begin. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { isFiltering } from "../../server/core/picture/explore.ts";
import type { CardId } from "../../server/core/tree/tree.ts";
import type { PreviewCommand } from "../../server/protocol/preview.ts";
import { draftCardId } from "./editing/draft.ts";
import { EditingOverlay, type UpdateEditing, useEditing } from "./editing/useEditing.tsx";
import { navigateByKey, typeAhead } from "./input/arrowNavigation.ts";
import { createCommandHandlers } from "./input/commands.ts";
import type { UndoCommand } from "./input/keyBindings.ts";
import { useCardActions } from "./input/useCardActions.ts";
import { useKeyboard } from "./input/useKeyboard.ts";
import { Breadcrumbs } from "./panels/breadcrumbs.tsx";
import { CardPopovers } from "./panels/cardPopovers.tsx";
import { CoverageButton } from "./panels/coverage.tsx";
import { FilterPanel, NO_MATCHES_MESSAGE, NoMatches } from "./panels/filter.tsx";
import { FindBar } from "./panels/findBar.tsx";
import { Help } from "./panels/help.tsx";
import { Legend } from "./panels/legend.tsx";
import { PictureToolbar, ZoomToolbar } from "./panels/pictureToolbar.tsx";
import { usePanels } from "./panels/usePanels.ts";
import { Welcome } from "./panels/welcome.tsx";
import { cardIdAt } from "./picture/cardElements.ts";
import { Minimap } from "./picture/minimap.tsx";
import { Surface } from "./picture/surface.tsx";
import { themeColours } from "./picture/themeColours.ts";
import { visibleCursorCard } from "./state/cursorMark.ts";
import type { RenderedPicture } from "./state/pictureCache.ts";
import type { ViewTransform } from "./state/savedView.ts";
import type { PageSession } from "./state/session.ts";
import { clearFilter, setFilter, type ViewOptions } from "./state/viewOptions.ts";
import { LiveRegion } from "./ui/liveRegion.tsx";
import { useViewport } from "./viewport/useViewport.ts";

export interface PageProps {
  readonly session: PageSession;
  readonly rendered: RenderedPicture;
  /** Undefined where nobody takes edits. */
  readonly updateEditing: UpdateEditing | undefined;
  /** The text that has come meanwhile for the card whose words are being written; undefined where none has. */
  readonly conflictingText: string | undefined;
  readonly undoRedo: (command: UndoCommand) => void;
  /** Changes what is chosen to be seen, and draws that. */
  readonly updateViewOptions: (change: (viewOptions: ViewOptions) => ViewOptions) => void;
  readonly onViewSettled: (placement: ViewTransform) => void;
  readonly onOpen: (card: CardId) => void;
  /** Goes to the passage of a quote; undefined where there is no editor to show it. */
  readonly onShowPassage: ((link: string) => void) | undefined;
  /** Goes to what is not cited. */
  readonly onShowUncited: () => void;
  /** Takes what VS Code's commands are to be told to. */
  readonly onCommandsReady: (runCommand: (command: PreviewCommand, depth?: number) => void) => void;
}

export function Page({
  session,
  rendered,
  updateEditing,
  conflictingText,
  undoRedo,
  updateViewOptions,
  onViewSettled,
  onOpen,
  onShowPassage,
  onShowUncited,
  onCommandsReady,
}: PageProps) {
  const { viewOptions, tree } = session;
  const { pictureIndex, explored } = rendered;
  const { picture } = pictureIndex;
  const { filter } = viewOptions.exploration;
  // One that is away leaves the whole map to be seen, and waits to come back.
  const focus = explored.focusPath.length === 0 ? undefined : viewOptions.exploration.focus;
  const cursorMark = useMemo(() => visibleCursorCard(session, rendered), [session.cursorCard, rendered]);
  const current = pictureIndex.card(viewOptions.selected) ?? pictureIndex.card(cursorMark.card) ?? picture.cards[0];
  const viewport = useViewport({ session, rendered, markedCardId: cursorMark.card, onViewSettled });
  const { zoomController } = viewport;
  const [referencedCard, setReferencedCard] = useState<CardId>();
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
  const { find, entryPopover } = panels;
  const hits = useMemo(() => new Set(find.hits), [find.hits]);
  const editController = useEditing({
    session,
    rendered,
    viewport,
    cardActions,
    updateEditing,
    updateViewOptions,
    conflictingText,
  });
  // Nothing opens by itself while something is being changed.
  const isEditing =
    editController.menu !== undefined || editController.activeMove !== undefined || session.editing.draft !== undefined;
  const activePopover = isEditing
    ? { ...entryPopover, shownCard: undefined, onPointerOver: entryPopover.hide }
    : entryPopover;

  const commandHandlers = createCommandHandlers({
    rendered,
    viewport,
    cardActions,
    editController,
    panels,
    focus,
    updateViewOptions,
  });
  useKeyboard({
    pageCommands: commandHandlers.page,
    cardCommands: commandHandlers.card,
    editCommands: editController.editCommands,
    undoRedo: updateEditing && undoRedo,
    foldToDepth: cardActions.foldToDepth,
    current: () => current?.id,
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

  /**
   * A card that the Tab key leads to may be out of sight; one that the mouse leads to is not. Listened for around the
   * picture: Chromium lets the Tab key stop at an SVG that listens for focus itself.
   */
  function onFocusIn({ target }: FocusEvent): void {
    const focused = pictureIndex.card(cardIdAt(target));
    if (focused === undefined) return;
    updateViewOptions((previous) =>
      previous.selected === focused.id ? previous : { ...previous, selected: focused.id },
    );
    if (target instanceof Element && target.matches(":focus-visible")) zoomController.current?.reveal(focused);
  }

  // What has just opened may lie over the card where one is at work.
  useLayoutEffect(() => {
    const markedCard = pictureIndex.card(cursorMark.card);
    if (markedCard) zoomController.current?.clearOverlays(markedCard);
  }, [find.isOpen, panels.isFilterOpen, viewOptions.legend, session.coverage === undefined]);

  /** Whatever scrolls to a card, as a screen reader does that reads on, moves the picture and not the buttons over it. */
  function onScroll({ currentTarget: main }: { readonly currentTarget: HTMLElement }): void {
    const { scrollLeft, scrollTop } = main;
    if ((scrollLeft === 0 && scrollTop === 0) || !zoomController.current) return;
    main.scrollTo(0, 0);
    const { k } = zoomController.current.placement;
    zoomController.current.panBy(-scrollLeft / k, -scrollTop / k);
  }

  const colours = useRef<ReturnType<typeof themeColours>>(undefined);
  colours.current = undefined; // The theme may be another one now.
  const getPaintStyle = () => {
    colours.current ??= themeColours();
    return { colours: colours.current, dimmed: explored.dimmed, hits };
  };
  const isEmpty = tree === undefined || tree.cards.length === 0;
  const scene = {
    rendered,
    markedCardId: cursorMark.card,
    isInsideFolded: cursorMark.isInsideFolded,
    referencedCard,
    current: current?.id,
    activeMove: editController.activeMove,
    editedCard: session.editing.draft && draftCardId(session.editing.draft),
    canEdit: updateEditing !== undefined,
    hits,
    currentHit: find.currentHit,
  };
  return (
    <main
      class={`${isEmpty ? "empty" : "full"}${editController.activeMove ? " aiming" : ""}`}
      onFocusIn={onFocusIn}
      onScroll={onScroll}
    >
      <Surface
        viewport={viewport}
        scene={scene}
        cardActions={{ ...cardActions, openInEditor: commandHandlers.card.open }}
        entryPopover={activePopover}
        getPaintStyle={getPaintStyle}
        onOpenQuotes={panels.openQuotes}
        onOpenMenu={editController.openMenu}
      />
      {isEmpty ? (
        <Welcome />
      ) : (
        <>
          <div class="head">
            <div class="top">
              <Breadcrumbs
                cards={explored.focusPath}
                isCursorOutside={cursorMark.isOutsideFocus}
                onFocusBranch={cardActions.focusBranch}
              />
              {find.isOpen && <FindBar find={find} onStep={panels.stepFind} onClose={panels.closeFind} />}
              {explored.matchCount === 0 && <NoMatches onClearFilter={() => updateViewOptions(clearFilter)} />}
              {session.coverage && <CoverageButton counts={session.coverage} onShowUncited={onShowUncited} />}
            </div>
            <PictureToolbar
              viewOptions={viewOptions}
              isFindOpen={find.isOpen}
              isFiltering={isFiltering(filter)}
              isFilterOpen={panels.isFilterOpen}
              onToggleShape={commandHandlers.page.shape}
              onToggleDirection={commandHandlers.page.direction}
              onFoldToDepth={cardActions.foldToDepth}
              onToggleFind={() => (find.isOpen ? panels.closeFind() : find.open())}
              onToggleFilter={commandHandlers.page.filter}
              onToggleLegend={commandHandlers.page.legend}
              onShowHelp={commandHandlers.page.help}
            />
          </div>
          <div class="corner">
            <Minimap pictureIndex={pictureIndex} getPaintStyle={getPaintStyle} viewport={viewport} />
            <ZoomToolbar {...commandHandlers.page} />
          </div>
        </>
      )}
      {panels.isFilterOpen && tree && (
        <FilterPanel
          tree={tree}
          filter={filter}
          matchCount={explored.matchCount}
          onFilter={(next) => updateViewOptions((was) => setFilter(was, next))}
          onClose={panels.closeFilter}
        />
      )}
      {viewOptions.legend && !isEmpty && (
        <Legend
          pictureIndex={pictureIndex}
          viewport={viewport}
          measure={rendered.measure}
          onClose={commandHandlers.page.legend}
        />
      )}
      <CardPopovers
        session={session}
        pictureIndex={pictureIndex}
        viewport={viewport}
        entryPopover={activePopover}
        quotesCard={panels.quotesCard}
        onShowPassage={onShowPassage}
        onClose={panels.closeQuotes}
      />
      <LiveRegion words={explored.matchCount === 0 ? NO_MATCHES_MESSAGE : undefined} />
      <EditingOverlay controller={editController} current={current} />
      {panels.isHelpOpen && <Help canEdit={updateEditing !== undefined} onClose={() => panels.setHelpOpen(false)} />}
    </main>
  );
}

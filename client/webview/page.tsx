import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { isFiltering } from "../../server/core/picture/explore.ts";
import { NOT_WEIGHED } from "../../server/core/picture/render/weighing.ts";
import type { CardId } from "../../server/core/tree/tree.ts";
import { draftCardId } from "./editing/draft.ts";
import { EditingOverlay } from "./editing/editingOverlay.tsx";
import { messages } from "./messages/messages.ts";
import { Breadcrumbs } from "./panels/breadcrumbs.tsx";
import { CardPopovers } from "./panels/cardPopovers.tsx";
import { CountsPanel } from "./panels/counts.tsx";
import { CoverageButton } from "./panels/coverage.tsx";
import { FilterPanel, NoMatches } from "./panels/filter.tsx";
import { FindBar } from "./panels/findBar.tsx";
import { HeadingPanel } from "./panels/heading.tsx";
import { Help } from "./panels/help.tsx";
import { Legend } from "./panels/legend.tsx";
import { PictureToolbar, ZoomToolbar } from "./panels/pictureToolbar.tsx";
import { Welcome } from "./panels/welcome.tsx";
import { cardIdAt } from "./picture/cardElements.ts";
import { Minimap } from "./picture/minimap.tsx";
import { Surface } from "./picture/surface.tsx";
import { themeColors } from "./picture/themeColors.ts";
import { clearFilter, setFilter } from "./state/viewOptions.ts";
import { TableView } from "./tables/tableView.tsx";
import { LiveRegion } from "./ui/liveRegion.tsx";
import { type PageProps, usePageController } from "./usePageController.ts";
import { fallenCards, NO_MARKS, weighedCards } from "./weighing/standingMark.ts";
import { SuppositionBar } from "./weighing/suppositionBar.tsx";

/** The picture with toolbars, panels and popovers; for an empty map, the welcome text. */
export function Page(props: PageProps) {
  const { session, rendered, updateEditing, updateViewOptions } = props;
  const { viewOptions, tree } = session;
  const { pictureIndex, explored } = rendered;
  const { filter } = viewOptions.exploration;
  const {
    viewport,
    cardActions,
    panels,
    editController,
    weighing,
    commandHandlers,
    cursorMark,
    current,
    referencedCard,
  } = usePageController(props);
  const { zoomController } = viewport;
  const { find, entryPopover } = panels;
  const markOf = weighing?.markOf ?? NO_MARKS;
  const lineWeights = weighing?.lineWeights ?? NOT_WEIGHED.lineWeights;
  const fallen = useMemo(() => fallenCards(explored.tree.cards, markOf), [explored.tree, markOf]);
  const dimmed = useMemo(
    () => (fallen.size === 0 ? explored.dimmed : new Set([...explored.dimmed, ...fallen])),
    [explored.dimmed, fallen],
  );
  const hits = useMemo(() => new Set(find.hits), [find.hits]);
  // During an edit, hovering over a card opens nothing.
  const isEditing =
    editController.menu !== undefined || editController.activeMove !== undefined || session.editing.draft !== undefined;
  const activePopover = isEditing
    ? { ...entryPopover, shownCard: undefined, onPointerOver: entryPopover.hide }
    : entryPopover;

  /**
   * Selects the focused card, and brings it into view if the focus came from the keyboard. The listener is on `main`
   * because Chromium makes an SVG with a focus listener a tab stop.
   */
  function onFocusIn({ target }: FocusEvent): void {
    const focused = pictureIndex.card(cardIdAt(target));
    if (focused === undefined) return;
    updateViewOptions((previous) =>
      previous.selected === focused.id ? previous : { ...previous, selected: focused.id },
    );
    if (target instanceof Element && target.matches(":focus-visible")) zoomController.current?.reveal(focused);
  }

  /** Opens the link that was clicked, wherever its text is shown. The card under it is not clicked. */
  function openLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("[data-href]") : null;
    const href = link?.getAttribute("data-href") ?? "";
    if (href === "") return;
    event.stopPropagation();
    if (event.detail < 2) props.onOpenLink(href);
  }

  // A panel that has just opened can cover the marked card.
  useLayoutEffect(() => {
    const markedCard = pictureIndex.card(cursorMark.card);
    if (markedCard) zoomController.current?.clearOverlays(markedCard);
  }, [find.isOpen, panels.isFilterOpen, viewOptions.legend, session.coverage === undefined]);

  /** Brings a card that the details of an entry link to into view, and closes the details. */
  function showCard(card: CardId): void {
    entryPopover.hide();
    cardActions.revealCard(card);
    if (entryPopover.isOpenedByKey) cardActions.focusCard(card);
  }

  /** When a screen reader scrolls to a card, pans the picture instead, so that the toolbars stay in place. */
  function onScroll({ currentTarget: main }: { readonly currentTarget: HTMLElement }): void {
    const { scrollLeft, scrollTop } = main;
    if ((scrollLeft === 0 && scrollTop === 0) || !zoomController.current) return;
    main.scrollTo(0, 0);
    const { k } = zoomController.current.transform;
    zoomController.current.panBy(-scrollLeft / k, -scrollTop / k);
  }

  const colors = useRef<ReturnType<typeof themeColors>>(undefined);
  colors.current = undefined; // The theme may have changed since the last rendering.
  const getPaintStyle = () => {
    colors.current ??= themeColors();
    return { colors: colors.current, dimmed, hits };
  };
  const abilities = { canEdit: updateEditing !== undefined, canWeigh: weighing !== undefined };
  const isEmpty = tree === undefined || tree.cards.length === 0;
  const { onExportTables } = props;
  const isTableShown = viewOptions.table.isShown && onExportTables !== undefined && !isEmpty;
  const scene = {
    rendered,
    markedCardId: cursorMark.card,
    isInsideFolded: cursorMark.isInsideFolded,
    referencedCard,
    current: current?.id,
    activeMove: editController.activeMove,
    editedCard: session.editing.draft && draftCardId(session.editing.draft),
    canEdit: updateEditing !== undefined,
    markOf,
    lineWeights,
    hits,
    currentHit: find.currentHit,
  };
  return (
    <main
      class={[isEmpty && "is-empty", isTableShown && "is-table", editController.activeMove && "is-moving-branch"]
        .filter(Boolean)
        .join(" ")}
      onFocusIn={onFocusIn}
      onScroll={onScroll}
      onClickCapture={openLink}
    >
      <Surface
        viewport={viewport}
        scene={scene}
        cardActions={cardActions}
        cardClickHandlers={commandHandlers.clicks}
        entryPopover={activePopover}
        getPaintStyle={getPaintStyle}
        onOpenQuotes={panels.openQuotes}
        onOpenMenu={editController.openMenu}
      />
      {isEmpty ? (
        <Welcome tree={tree} />
      ) : (
        <>
          <div class="top-overlay">
            <div class="top-panels">
              <HeadingPanel tree={tree} />
              <Breadcrumbs
                cards={explored.focusPath}
                isCursorOutside={cursorMark.isOutsideFocus}
                onFocusBranch={cardActions.focusBranch}
              />
              {find.isOpen && <FindBar find={find} onStep={panels.stepFind} onClose={panels.closeFind} />}
              {explored.matchCount === 0 && <NoMatches onClearFilter={() => updateViewOptions(clearFilter)} />}
              {weighing?.canSuppose === false && viewOptions.weighing !== "off" && (
                <p class="panel weighing-note">{messages.weighing.exportedNote}</p>
              )}
              <SuppositionBar
                session={session}
                onReveal={cardActions.revealCard}
                onClear={weighing?.canSuppose ? () => weighing.clear() : undefined}
              />
              {session.coverage && <CoverageButton counts={session.coverage} onShowUncited={props.onShowUncited} />}
            </div>
            <PictureToolbar
              picture={pictureIndex.picture}
              viewOptions={viewOptions}
              isFindOpen={find.isOpen}
              isFiltering={isFiltering(filter)}
              isFilterOpen={panels.isFilterOpen}
              onToggleShape={commandHandlers.page.shape}
              onToggleTable={onExportTables && commandHandlers.page.table}
              onToggleDirection={commandHandlers.page.direction}
              onLayOutAutomatically={commandHandlers.page.automatic}
              onFoldToDepth={cardActions.foldToDepth}
              onToggleFind={() => (find.isOpen ? panels.closeFind() : find.open())}
              onToggleFilter={commandHandlers.page.filter}
              onToggleLegend={commandHandlers.page.legend}
              onWeigh={weighing?.cycle}
              weighLabel={messages.toolbar.weigh[weighing?.cycledMode ?? "off"]}
              onShowHelp={commandHandlers.page.help}
            />
          </div>
          {isTableShown ? (
            <TableView
              session={session}
              find={find}
              updateViewOptions={updateViewOptions}
              onOpen={props.onOpen}
              onExport={onExportTables}
            />
          ) : (
            <div class="bottom-right-overlay">
              <Minimap pictureIndex={pictureIndex} getPaintStyle={getPaintStyle} viewport={viewport} />
              <ZoomToolbar {...commandHandlers.page} />
            </div>
          )}
        </>
      )}
      {panels.isFilterOpen && tree && (
        <FilterPanel
          tree={tree}
          filter={filter}
          matchCount={explored.matchCount}
          onFilter={(next) => updateViewOptions((previous) => setFilter(previous, next))}
          onClose={panels.closeFilter}
        />
      )}
      {tree && !isEmpty && !isTableShown && (
        <CountsPanel
          tree={tree}
          filter={filter}
          onFilter={(next) => updateViewOptions((previous) => setFilter(previous, next))}
        />
      )}
      {viewOptions.legend && !isEmpty && !isTableShown && (
        <Legend
          pictureIndex={pictureIndex}
          viewport={viewport}
          measure={rendered.measure}
          weighed={weighedCards(explored.tree.cards, markOf, lineWeights)}
          onClose={commandHandlers.page.legend}
        />
      )}
      <CardPopovers
        session={session}
        pictureIndex={pictureIndex}
        viewport={viewport}
        entryPopover={activePopover}
        weighing={weighing}
        updateWeighing={props.updateWeighing}
        onRevealCard={showCard}
        quotesCard={panels.quotesCard}
        onShowPassage={props.onShowPassage}
        onClose={panels.closeQuotes}
      />
      <LiveRegion text={explored.matchCount === 0 ? messages.filter.noMatches : undefined} />
      <EditingOverlay
        controller={editController}
        weighing={weighing}
        onPickProperty={props.onPickProperty}
        current={current}
      />
      {panels.isHelpOpen && <Help abilities={abilities} onClose={() => panels.setHelpOpen(false)} />}
    </main>
  );
}

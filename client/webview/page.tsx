/** The page: the picture with all that stands around it, or how to begin. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { isFiltering } from "../../server/core/picture/explore.ts";
import type { CardId } from "../../server/core/tree/tree.ts";
import type { Deed } from "../../server/protocol/preview.ts";
import { cardOf } from "./editing/draft.ts";
import { Changes, type Edit, useChanging } from "./editing/useEditing.tsx";
import { typedTo, walk } from "./input/arrowNavigation.ts";
import { deeds } from "./input/commands.ts";
import type { TextKey } from "./input/keyBindings.ts";
import { useActing } from "./input/useCardActions.ts";
import { useKeys } from "./input/useKeyboard.ts";
import { Crumbs } from "./panels/breadcrumbs.tsx";
import { Notes } from "./panels/cardPopovers.tsx";
import { Coverage } from "./panels/coverage.tsx";
import { FilterPanel, NothingFits, nothingFits } from "./panels/filter.tsx";
import { FindBar } from "./panels/findBar.tsx";
import { Help } from "./panels/help.tsx";
import { Legend } from "./panels/legend.tsx";
import { Bar, Zoom } from "./panels/pictureToolbar.tsx";
import { useOpen } from "./panels/usePanels.ts";
import { Welcome } from "./panels/welcome.tsx";
import { cardIdAt } from "./picture/cardElements.ts";
import { Minimap } from "./picture/minimap.tsx";
import { Surface } from "./picture/surface.tsx";
import { themeColours } from "./picture/themeColours.ts";
import { shownMark } from "./state/cursorMark.ts";
import type { Drawing } from "./state/pictureCache.ts";
import type { Placement } from "./state/savedView.ts";
import type { Session } from "./state/session.ts";
import { type Choice, filterBy, withoutFilter } from "./state/viewOptions.ts";
import { Aloud } from "./ui/liveRegion.tsx";
import { useSight } from "./viewport/useViewport.ts";

export interface PageProps {
  readonly session: Session;
  readonly drawing: Drawing;
  /** Undefined where nobody takes edits. */
  readonly edit: Edit | undefined;
  /** The text that has come meanwhile for the card whose words are being written; undefined where none has. */
  readonly newer: string | undefined;
  readonly takeBack: (what: TextKey) => void;
  /** Changes what is chosen to be seen, and draws that. */
  readonly choose: (change: (choice: Choice) => Choice) => void;
  readonly onRest: (placement: Placement) => void;
  readonly onOpen: (card: CardId) => void;
  /** Goes to the passage of a quote; undefined where there is no editor to show it. */
  readonly onPassage: ((link: string) => void) | undefined;
  /** Goes to what is not cited. */
  readonly onUncited: () => void;
  /** Takes what VS Code's commands are to be told to. */
  readonly onDeeds: (does: (deed: Deed, depth?: number) => void) => void;
}

export function Page({
  session,
  drawing,
  edit,
  newer,
  takeBack,
  choose,
  onRest,
  onOpen,
  onPassage,
  onUncited,
  onDeeds,
}: PageProps) {
  const { choice, tree } = session;
  const { plot, explored } = drawing;
  const { picture } = plot;
  const { filter } = choice.exploration;
  // One that is away leaves the whole map to be seen, and waits to come back.
  const focus = explored.crumbs.length === 0 ? undefined : choice.exploration.focus;
  const mark = useMemo(() => shownMark(session, drawing), [session.mark, drawing]);
  const current = plot.card(choice.selected) ?? plot.card(mark.card) ?? picture.cards[0];
  const sight = useSight({ session, drawing, mark: mark.card, onRest });
  const { view } = sight;
  const [found, setFound] = useState<CardId>();
  const acting = useActing({ session, drawing, sight, current: current?.id, choose, onOpen, onFound: setFound });
  const open = useOpen({ tree: tree ?? explored.tree, plot, acting, current: current?.id });
  const { finding, hover } = open;
  const hits = useMemo(() => new Set(finding.hits), [finding.hits]);
  const changing = useChanging({ session, drawing, sight, acting, edit, choose, newer });
  // Nothing opens by itself while something is being changed.
  const isChanging = changing.menu !== undefined || changing.aim !== undefined || session.editing.draft !== undefined;
  const quiet = isChanging ? { ...hover, shown: undefined, over: hover.hide } : hover;

  const does = deeds({ drawing, sight, acting, changing, open, focus, choose });
  useKeys({
    pageDeeds: does.page,
    cardDeeds: does.card,
    editDeeds: changing.deeds,
    takeBack: edit && takeBack,
    foldTo: acting.foldTo,
    current: () => current?.id,
    walk(key, id) {
      const next = walk(plot, id, key, explored.hidden.has(id));
      if (next === undefined) return false;
      if ("to" in next) acting.goTo(next.to);
      else acting.fold(next.fold);
      return true;
    },
    type(typed, id) {
      const next = typedTo(plot, id, typed);
      if (next) acting.goTo(next);
    },
  });
  onDeeds((deed, depth) => does.commands[deed](depth));

  /**
   * A card that the Tab key leads to may be out of sight; one that the mouse leads to is not. Listened for around the
   * picture: Chromium lets the Tab key stop at an SVG that listens for focus itself.
   */
  function onFocusIn({ target }: FocusEvent): void {
    const focused = plot.card(cardIdAt(target));
    if (focused === undefined) return;
    choose((was) => (was.selected === focused.id ? was : { ...was, selected: focused.id }));
    if (target instanceof Element && target.matches(":focus-visible")) view.current?.reveal(focused);
  }

  // What has just opened may lie over the card where one is at work.
  useLayoutEffect(() => {
    const marked = plot.card(mark.card);
    if (marked) view.current?.uncover(marked);
  }, [finding.isOpen, open.filtering, choice.legend, session.coverage === undefined]);

  /** Whatever scrolls to a card, as a screen reader does that reads on, moves the picture and not the buttons over it. */
  function onScroll({ currentTarget: main }: { readonly currentTarget: HTMLElement }): void {
    const { scrollLeft, scrollTop } = main;
    if ((scrollLeft === 0 && scrollTop === 0) || !view.current) return;
    main.scrollTo(0, 0);
    const { k } = view.current.placement;
    view.current.shift(-scrollLeft / k, -scrollTop / k);
  }

  const colours = useRef<ReturnType<typeof themeColours>>(undefined);
  colours.current = undefined; // The theme may be another one now.
  const look = () => {
    colours.current ??= themeColours();
    return { colours: colours.current, dimmed: explored.dimmed, hits };
  };
  const empty = tree === undefined || tree.cards.length === 0;
  const scene = {
    drawing,
    mark: mark.card,
    within: mark.within,
    found,
    current: current?.id,
    aim: changing.aim,
    written: session.editing.draft && cardOf(session.editing.draft),
    edits: edit !== undefined,
    hits,
    hit: finding.hit,
  };
  return (
    <main
      class={`${empty ? "empty" : "full"}${changing.aim ? " aiming" : ""}`}
      onFocusIn={onFocusIn}
      onScroll={onScroll}
    >
      <Surface
        sight={sight}
        scene={scene}
        acting={{ ...acting, open: does.card.open }}
        hover={quiet}
        look={look}
        onQuotes={open.readQuotes}
        onMenu={changing.openMenu}
      />
      {empty ? (
        <Welcome />
      ) : (
        <>
          <div class="head">
            <div class="top">
              <Crumbs cards={explored.crumbs} cursorElsewhere={mark.elsewhere} onFocus={acting.focusAt} />
              {finding.isOpen && <FindBar finding={finding} onStep={open.findOn} onClose={open.closeFinding} />}
              {explored.fitting === 0 && <NothingFits onShowAll={() => choose(withoutFilter)} />}
              {session.coverage && <Coverage counts={session.coverage} onUncited={onUncited} />}
            </div>
            <Bar
              choice={choice}
              isFinding={finding.isOpen}
              isFiltering={isFiltering(filter)}
              isFilterOpen={open.filtering}
              onShape={does.page.shape}
              onDirection={does.page.direction}
              onFold={acting.foldTo}
              onFind={() => (finding.isOpen ? open.closeFinding() : finding.open())}
              onFilter={does.page.filter}
              onLegend={does.page.legend}
              onHelp={does.page.help}
            />
          </div>
          <div class="corner">
            <Minimap plot={plot} look={look} sight={sight} />
            <Zoom {...does.page} />
          </div>
        </>
      )}
      {open.filtering && tree && (
        <FilterPanel
          tree={tree}
          filter={filter}
          fitting={explored.fitting}
          onFilter={(next) => choose((was) => filterBy(was, next))}
          onClose={open.closeFilter}
        />
      )}
      {choice.legend && !empty && (
        <Legend plot={plot} sight={sight} measure={drawing.measure} onClose={does.page.legend} />
      )}
      <Notes
        session={session}
        plot={plot}
        sight={sight}
        hover={quiet}
        read={open.reading}
        onPassage={onPassage}
        onClose={open.closeQuotes}
      />
      <Aloud words={explored.fitting === 0 ? nothingFits : undefined} />
      <Changes changing={changing} current={current} />
      {open.helping && <Help edits={edit !== undefined} onClose={() => open.help(false)} />}
    </main>
  );
}

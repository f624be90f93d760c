/** The page: the picture with all that stands around it, or how to begin. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CardId } from "../../server/language/tree.ts";
import { isFiltering } from "../../server/picture/explore.ts";
import type { Deed } from "../preview/messages.ts";
import { useActing } from "./acting.ts";
import { Bar, Zoom } from "./bar.tsx";
import { Changes, type Edit, useChanging } from "./changing.tsx";
import { type Choice, filterBy, otherDirection, otherShape } from "./choice.ts";
import { themeColours } from "./colours.ts";
import { Coverage } from "./coverage.tsx";
import { Crumbs } from "./crumbs.tsx";
import { cardOf } from "./draft.ts";
import type { Drawing } from "./drawing.ts";
import { cardIdAt } from "./elements.ts";
import { FilterPanel } from "./filter.tsx";
import { FindBar } from "./findbar.tsx";
import { useFinding } from "./finding.ts";
import { Help } from "./help.tsx";
import { useHover } from "./hover.ts";
import type { CardKey, PageKey } from "./keys.ts";
import type { Placement } from "./left.ts";
import { Legend } from "./legend.tsx";
import { useKeys } from "./listening.ts";
import { Minimap } from "./minimap.tsx";
import { Notes } from "./notes.tsx";
import type { Session } from "./session.ts";
import { shownMark } from "./shown.ts";
import { useSight } from "./sight.ts";
import { Surface } from "./surface.tsx";
import { typedTo, walk } from "./walk.ts";
import { Welcome } from "./welcome.tsx";

export interface PageProps {
  readonly session: Session;
  readonly drawing: Drawing;
  /** Changes what is chosen to be seen, and draws that. */
  /** Undefined where nobody takes edits. */
  readonly edit: Edit | undefined;
  readonly takeBack: (what: "undo" | "redo") => void;
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

/** A step of zooming by button or key. */
const step = 1.25;

export function Page({
  session,
  drawing,
  edit,
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
  const { filter, focus } = choice.exploration;
  const mark = useMemo(() => shownMark(session, drawing), [session.mark, drawing]);
  const current = plot.card(choice.selected) ?? plot.card(mark.card) ?? picture.cards[0];
  const sight = useSight({ session, drawing, mark: mark.card, onRest });
  const { view } = sight;
  const finding = useFinding(tree ?? explored.tree);
  const hits = useMemo(() => new Set(finding.hits), [finding.hits]);
  const [found, setFound] = useState<CardId>();
  const [reading, setReading] = useState<CardId>();
  const [filtering, setFiltering] = useState(false);
  const [helping, setHelping] = useState(false);
  const hover = useHover();
  const acting = useActing({ session, drawing, sight, current: current?.id, choose, onOpen, onFound: setFound });

  const changing = useChanging({ session, drawing, sight, acting, edit, choose, takeBack });

  /** A branch that has been taken up goes to the card that is chosen next. */
  const openOrDrop = (id: CardId): void => void (changing.dropsAt(id, false) || acting.open(id));
  // Nothing opens by itself while something is being changed.
  const isChanging = changing.menu !== undefined || changing.aim !== undefined || session.editing.draft !== undefined;
  const quiet = isChanging ? { ...hover, shown: undefined, over: hover.hide } : hover;

  const findOn = (by: 1 | -1): void => {
    if (finding.isOpen) acting.uncover(finding.step(by, current?.id));
    else finding.open();
  };
  const closeFinding = (): void => {
    finding.close();
    acting.returnTo(current?.id);
  };
  const closeQuotes = (): void => {
    setReading(undefined);
    acting.returnTo(reading);
  };
  const closeFilter = (): void => {
    setFiltering(false);
    acting.returnTo(current?.id);
  };
  /** Closes what has been opened last, as far as one can tell. */
  const close = (): void => {
    if (changing.stop()) return;
    if (hover.shown !== undefined) hover.hide();
    else if (reading !== undefined) closeQuotes();
    else if (filtering) closeFilter();
    else if (finding.isOpen) closeFinding();
    else if (focus !== undefined) acting.focusAt(undefined);
  };

  const pageDeeds: Readonly<Record<PageKey, () => void>> = {
    find: finding.open,
    next: () => findOn(1),
    previous: () => findOn(-1),
    filter: () => (filtering ? closeFilter() : setFiltering(true)),
    zoomIn: () => view.current?.zoomBy(step),
    zoomOut: () => view.current?.zoomBy(1 / step),
    fit: () => view.current?.fit(picture.bounds),
    help: () => setHelping(!helping),
    shape: () => choose(otherShape),
    direction: () => choose(otherDirection),
    legend: () => choose((was) => ({ ...was, legend: !was.legend })),
    unfoldAll: () => acting.foldTo(undefined),
    close,
  };
  const cardDeeds: Readonly<Record<CardKey, (id: CardId) => void>> = {
    open: openOrDrop,
    fold: acting.fold,
    focus: (id) => acting.focusAt(focus === id ? undefined : id),
    entry: (id) => (hover.shown === id ? hover.hide() : hover.show(id)),
    quotes: (id) => plot.card(id)?.face.quotes && setReading(id),
  };
  useKeys({
    pageDeeds,
    cardDeeds,
    editDeeds: changing.deeds,
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
  const told: Readonly<Record<Deed, (depth?: number) => void>> = {
    find: finding.open,
    filter: () => setFiltering(true),
    fit: pageDeeds.fit,
    foldAll: () => acting.foldTo(1),
    foldToDepth: (depth) => acting.foldTo(depth ?? 1),
    unfoldAll: pageDeeds.unfoldAll,
    tree: () => choose((was) => ({ ...was, shape: "tree" })),
    outline: () => choose((was) => ({ ...was, shape: "outline" })),
    turn: pageDeeds.direction,
    legend: pageDeeds.legend,
    help: () => setHelping(true),
  };
  onDeeds((deed, depth) => told[deed](depth));

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
  }, [finding.isOpen, filtering, choice.legend, session.coverage === undefined]);

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
        acting={{ ...acting, open: openOrDrop }}
        hover={quiet}
        look={look}
        onQuotes={setReading}
        onMenu={changing.openMenu}
      />
      {empty ? (
        <Welcome />
      ) : (
        <>
          <div class="head">
            <div class="top">
              <Crumbs cards={explored.crumbs} cursorElsewhere={mark.elsewhere} onFocus={acting.focusAt} />
              {finding.isOpen && (
                <FindBar
                  finding={finding}
                  onStep={(by) => acting.uncover(finding.step(by, current?.id))}
                  onClose={closeFinding}
                />
              )}
              {session.coverage && <Coverage counts={session.coverage} onUncited={onUncited} />}
            </div>
            <Bar
              choice={choice}
              isFinding={finding.isOpen}
              isFiltering={isFiltering(filter)}
              isFilterOpen={filtering}
              onShape={pageDeeds.shape}
              onDirection={pageDeeds.direction}
              onFold={acting.foldTo}
              onFind={() => (finding.isOpen ? closeFinding() : finding.open())}
              onFilter={pageDeeds.filter}
              onLegend={pageDeeds.legend}
              onHelp={pageDeeds.help}
            />
          </div>
          <div class="corner">
            <Minimap plot={plot} look={look} sight={sight} />
            <Zoom {...pageDeeds} />
          </div>
        </>
      )}
      {filtering && tree && (
        <FilterPanel
          tree={tree}
          filter={filter}
          fitting={explored.fitting}
          onFilter={(next) => choose((was) => filterBy(was, next))}
          onClose={closeFilter}
        />
      )}
      {choice.legend && !empty && (
        <Legend plot={plot} sight={sight} measure={drawing.measure} onClose={pageDeeds.legend} />
      )}
      <Notes
        session={session}
        plot={plot}
        sight={sight}
        hovered={quiet.shown}
        read={reading}
        onPassage={onPassage}
        onClose={closeQuotes}
      />
      <Changes changing={changing} current={current} />
      {helping && <Help edits={edit !== undefined} onClose={() => setHelping(false)} />}
    </main>
  );
}

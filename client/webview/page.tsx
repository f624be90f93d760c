/** The page: the picture with all that stands around it, or how to begin. */
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CardId } from "../../server/language/tree.ts";
import { holdersOf, isFiltering, revealing } from "../../server/picture/explore.ts";
import type { PlacedCard } from "../../server/picture/layout.ts";
import type { Deed } from "../preview/messages.ts";
import { Bar, Zoom } from "./bar.tsx";
import { Beside } from "./beside.tsx";
import {
  type Choice,
  filterBy,
  focusOn,
  foldOrUnfold,
  foldTo,
  openOrCloseText,
  otherDirection,
  otherShape,
  unfoldAll,
} from "./choice.ts";
import { themeColours } from "./colours.ts";
import { Crumbs } from "./crumbs.tsx";
import type { Drawing } from "./drawing.ts";
import { cardIdAt, elementOf } from "./elements.ts";
import { Entry } from "./entry.tsx";
import { Far } from "./farcanvas.tsx";
import { FilterPanel } from "./filter.tsx";
import { FindBar } from "./findbar.tsx";
import { useFinding } from "./finding.ts";
import { Help } from "./help.tsx";
import { useHover } from "./hover.ts";
import type { CardKey, PageKey } from "./keys.ts";
import type { Placement } from "./left.ts";
import { useKeys } from "./listening.ts";
import { Minimap } from "./minimap.tsx";
import { Quotes } from "./quotes.tsx";
import { Scene } from "./scene.tsx";
import type { Session } from "./session.ts";
import { entryOf, shownMark, unfolded } from "./shown.ts";
import { useSight } from "./sight.ts";
import { typedTo, walk } from "./walk.ts";
import { Welcome } from "./welcome.tsx";

export interface PageProps {
  readonly session: Session;
  readonly drawing: Drawing;
  /** Changes what is chosen to be seen, and draws that. */
  readonly choose: (change: (choice: Choice) => Choice) => void;
  readonly onRest: (placement: Placement) => void;
  readonly onOpen: (card: CardId) => void;
  /** Takes what VS Code's commands are to be told to. */
  readonly onDeeds: (does: (deed: Deed, depth?: number) => void) => void;
}

/** A step of zooming by button or key. */
const step = 1.25;

export function Page({ session, drawing, choose, onRest, onOpen, onDeeds }: PageProps) {
  const { choice, tree } = session;
  const { plot, explored } = drawing;
  const { picture } = plot;
  const { exploration } = choice;
  const { folded, filter, focus } = exploration;
  const empty = tree === undefined || tree.cards.length === 0;
  const mark = useMemo(() => shownMark(session, drawing), [session.mark, drawing]);
  const sight = useSight({ session, drawing, mark: mark.card, onRest });
  const { svg, view, region, acted } = sight;
  const finding = useFinding(tree ?? explored.tree);
  const [found, setFound] = useState<CardId>();
  const [reading, setReading] = useState<CardId>();
  const [filtering, setFiltering] = useState(false);
  const [helping, setHelping] = useState(false);
  const hover = useHover();
  const hits = useMemo(() => new Set(finding.hits), [finding.hits]);
  const current = plot.card(choice.selected) ?? plot.card(mark.card) ?? picture.cards[0];
  const wanting = useRef(false);

  // A card that one goes to may have come into the document just now.
  useLayoutEffect(() => {
    if (!wanting.current || choice.selected === undefined) return;
    wanting.current = false;
    elementOf(svg.current, choice.selected)?.focus({ preventScroll: true });
  });

  function open(id: CardId): void {
    acted.current = id;
    choose((was) => ({ ...was, selected: id }));
    const full = plot.card(plot.card(id)?.face.card.shows);
    setFound(full?.id);
    if (full) view.current?.reveal(full);
    onOpen(id);
  }

  function goTo(next: PlacedCard): void {
    wanting.current = true;
    choose((was) => ({ ...was, selected: next.id }));
    view.current?.reveal(next);
  }

  /** Goes to a card wherever it is, unfolding what hides it; the focus stays where one types. */
  function uncover(id: CardId | undefined): void {
    if (id === undefined || tree === undefined) return;
    acted.current = undefined;
    toReveal.current = id;
    choose((was) => ({ ...was, selected: id, exploration: revealing(tree, was.exploration, id) }));
  }
  const toReveal = useRef<CardId>(undefined);
  useLayoutEffect(() => {
    const card = plot.card(toReveal.current);
    if (card === undefined) return;
    toReveal.current = undefined;
    view.current?.reveal(card);
  });

  const act = (id: CardId, change: (was: Choice) => Choice): void => {
    acted.current = id;
    hover.hide();
    choose((was) => ({ ...change(was), selected: id }));
  };
  const fold = (id: CardId): void => {
    if (plot.children(id).length > 0 || folded.has(id)) act(id, (was) => foldOrUnfold(was, id));
  };
  const focusAt = (id: CardId | undefined): void => {
    wanting.current = svg.current?.contains(document.activeElement) ?? false;
    if (id === undefined) choose((was) => focusOn(was, undefined));
    else act(id, (was) => focusOn(was, id));
  };
  const foldAllTo = (levels: number | undefined): void => {
    acted.current = current?.id;
    choose((was) => (levels === undefined ? unfoldAll(was) : foldTo(was, unfolded(session), levels)));
  };

  const pageDeeds: Readonly<Record<PageKey, () => void>> = {
    find: finding.open,
    next: () => (finding.isOpen ? uncover(finding.step(1, current?.id)) : finding.open()),
    previous: () => (finding.isOpen ? uncover(finding.step(-1, current?.id)) : finding.open()),
    filter: () => setFiltering(!filtering),
    zoomIn: () => view.current?.zoomBy(step),
    zoomOut: () => view.current?.zoomBy(1 / step),
    fit: () => view.current?.fit(picture.bounds),
    help: () => setHelping(!helping),
    shape: () => choose(otherShape),
    direction: () => choose(otherDirection),
    legend: () => choose((was) => ({ ...was, legend: !was.legend })),
    unfoldAll: () => foldAllTo(undefined),
    close,
  };

  function close(): void {
    if (hover.shown !== undefined) hover.hide();
    else if (reading !== undefined) closeQuotes();
    else if (filtering) setFiltering(false);
    else if (finding.isOpen) closeFinding();
    else if (focus !== undefined) focusAt(undefined);
  }
  function closeQuotes(): void {
    setReading(undefined);
    if (reading !== undefined) elementOf(svg.current, reading)?.focus({ preventScroll: true });
  }
  function closeFinding(): void {
    finding.close();
    if (current) elementOf(svg.current, current.id)?.focus({ preventScroll: true });
  }

  const cardDeeds: Readonly<Record<CardKey, (id: CardId) => void>> = {
    open,
    fold,
    focus: (id) => focusAt(focus === id ? undefined : id),
    entry: (id) => (hover.shown === id ? hover.hide() : hover.show(id)),
    quotes: (id) => plot.card(id)?.face.quotes && setReading(id),
  };

  useKeys({
    pageDeeds,
    cardDeeds,
    foldTo: foldAllTo,
    current: () => current?.id,
    walk(key, id) {
      const next = walk(plot, id, key, explored.hidden.has(id));
      if (next === undefined) return false;
      if ("to" in next) goTo(next.to);
      else fold(next.fold);
      return true;
    },
    type(typed, id) {
      const next = typedTo(plot, id, typed);
      if (next) goTo(next);
    },
  });
  onDeeds((deed, depth) => {
    const does: Readonly<Record<Deed, () => void>> = {
      find: finding.open,
      filter: () => setFiltering(true),
      fit: pageDeeds.fit,
      foldAll: () => foldAllTo(1),
      unfoldAll: () => foldAllTo(undefined),
      tree: () => choose((was) => ({ ...was, shape: "tree" })),
      outline: () => choose((was) => ({ ...was, shape: "outline" })),
      turn: pageDeeds.direction,
      legend: pageDeeds.legend,
      help: () => setHelping(true),
    };
    if (depth !== undefined) foldAllTo(depth);
    else does[deed]();
  });

  function onClick({ target, detail }: MouseEvent): void {
    const id = cardIdAt(target);
    if (id === undefined || !(target instanceof Element)) return;
    hover.hide();
    if (target.closest(".quotes")) setReading(id);
    else if (target.closest(".fold")) fold(id);
    else if (target.closest(".more")) act(id, (was) => openOrCloseText(was, id));
    // The second click of a double one folds.
    else if (detail < 2) open(id);
  }

  function onDblClick({ target }: MouseEvent): void {
    const id = cardIdAt(target);
    if (id !== undefined && target instanceof Element && !target.closest(".quotes, .fold, .more")) fold(id);
  }

  /**
   * A card that the Tab key leads to may be out of sight; one that the mouse leads to is not. Listened for around the
   * picture: Chromium lets the Tab key stop at an SVG that listens for focus itself.
   */
  function onFocusIn({ target }: FocusEvent): void {
    const focused = plot.card(cardIdAt(target));
    if (focused && target instanceof Element && target.matches(":focus-visible")) view.current?.reveal(focused);
  }

  const colours = useRef<ReturnType<typeof themeColours>>(undefined);
  colours.current = undefined; // The theme may be another one now.
  const look = () => {
    colours.current ??= themeColours();
    return { colours: colours.current, dimmed: explored.dimmed, hits };
  };
  const placement = (): Placement => view.current?.placement ?? { x: 0, y: 0, k: 1 };
  const read = plot.card(reading);
  const hovered = plot.card(hover.shown);
  return (
    <main class={empty ? "empty" : "full"} onFocusIn={onFocusIn}>
      {region.far && <Far plot={plot} placement={placement} look={look} onMove={sight.onMove} />}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are listened for wherever in the page the user is */}
      <svg
        ref={svg}
        class={region.far ? "picture far" : "picture"}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the picture is a tree of cards that the keys walk
        role="tree"
        aria-label={picture.title ?? "Argument map"}
        onClick={onClick}
        onDblClick={onDblClick}
        onPointerOver={({ target, pointerType, buttons }) =>
          pointerType === "mouse" && buttons === 0 && hover.over(cardIdAt(target))
        }
        onPointerDown={hover.hide}
        onPointerLeave={hover.hide}
        onWheel={hover.hide}
      >
        <g ref={sight.stage}>
          <Scene
            drawing={drawing}
            region={region}
            folded={folded}
            mark={mark.card}
            within={mark.within}
            found={found}
            current={current?.id}
            hits={hits}
            hit={finding.hit}
          />
        </g>
      </svg>
      {empty ? (
        <Welcome />
      ) : (
        <>
          <Bar
            choice={choice}
            isFinding={finding.isOpen}
            isFiltering={isFiltering(filter)}
            isFilterOpen={filtering}
            onShape={pageDeeds.shape}
            onDirection={pageDeeds.direction}
            onFold={foldAllTo}
            onFind={() => (finding.isOpen ? closeFinding() : finding.open())}
            onFilter={pageDeeds.filter}
            onLegend={pageDeeds.legend}
            onHelp={pageDeeds.help}
          />
          <div class="corner">
            <Minimap
              plot={plot}
              look={look}
              sight={() => view.current?.sight ?? picture.bounds}
              onMove={sight.onMove}
              onCentre={(x, y) => view.current?.centre(x, y)}
            />
            <Zoom {...pageDeeds} />
          </div>
          <div class="top">
            <Crumbs cards={explored.crumbs} cursorElsewhere={mark.elsewhere} onFocus={focusAt} />
            {finding.isOpen && (
              <FindBar
                words={finding.words}
                count={finding.hits.length}
                at={finding.hit === undefined ? 0 : finding.hits.indexOf(finding.hit) + 1}
                asked={finding.asked}
                onWords={finding.look}
                onStep={(by) => uncover(finding.step(by, current?.id))}
                onClose={closeFinding}
              />
            )}
          </div>
        </>
      )}
      {filtering && tree && (
        <FilterPanel
          tree={tree}
          filter={filter}
          fitting={explored.fitting}
          onFilter={(next) => choose((was) => filterBy(was, next))}
          onClose={() => setFiltering(false)}
        />
      )}
      {hovered && read === undefined && (
        <Beside card={hovered} placement={placement} onMove={sight.onMove}>
          <div class="hover" aria-live="polite">
            <Entry card={entryOf(session, hovered)} speakers={tree ? holdersOf(tree, hovered.id) : []} />
          </div>
        </Beside>
      )}
      {read && read.face.card.quotes.length > 0 && (
        <Beside card={read} placement={placement} onMove={sight.onMove}>
          <Quotes card={read.face.card} onClose={closeQuotes} />
        </Beside>
      )}
      {helping && <Help onClose={() => setHelping(false)} />}
    </main>
  );
}

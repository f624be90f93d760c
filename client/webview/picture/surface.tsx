/** The element that shows the picture, with its mouse handlers. */

import { useLayoutEffect, useMemo } from "preact/hooks";
import { intersects } from "../../../server/core/picture/geometry/box.ts";
import { pictureWords } from "../../../server/core/picture/words/languages.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { MenuPosition } from "../editing/contextMenu.tsx";
import { type CardClickHandlers, createCardClicks } from "../input/cardClicks.ts";
import type { CardActions } from "../input/useCardActions.ts";
import type { EntryPopoverState } from "../panels/useEntryPopover.ts";
import { rendersAllRows } from "../state/pictureIndex.ts";
import { useLatest } from "../ui/useLatest.ts";
import type { Viewport } from "../viewport/useViewport.ts";
import { cardIdAt, isOnCardControl } from "./cardElements.ts";
import { OverviewCanvas } from "./overviewCanvas.tsx";
import type { PaintStyle } from "./overviewPainter.ts";
import { Scene, type SceneProps } from "./scene.tsx";

interface SurfaceProps {
  readonly viewport: Viewport;
  readonly scene: Omit<SceneProps, "renderWindow">;
  readonly cardActions: CardActions;
  readonly cardClickHandlers: CardClickHandlers;
  readonly entryPopover: EntryPopoverState;
  readonly getPaintStyle: () => PaintStyle;
  readonly onOpenQuotes: (card: CardId) => void;
  /** Opens the context menu of a card at a position, by default at the card. */
  readonly onOpenMenu: (card: CardId, position?: MenuPosition) => void;
}

/** Renders the cards as a tree for assistive technology, and the canvas behind them when zoomed out to an overview. */
export function Surface({
  viewport,
  scene,
  cardActions,
  cardClickHandlers,
  entryPopover,
  getPaintStyle,
  onOpenQuotes,
  onOpenMenu,
}: SurfaceProps) {
  const { renderWindow, zoomController } = viewport;
  const { pictureIndex } = scene.rendered;
  const title = pictureIndex.picture.title ?? pictureWords(pictureIndex.picture.language).untitled;
  const latestClickHandlers = useLatest(cardClickHandlers);
  const cardClicks = useMemo(() => createCardClicks(() => latestClickHandlers.current), []);
  useLayoutEffect(() => {
    window.addEventListener("blur", cardClicks.reset);
    return () => window.removeEventListener("blur", cardClicks.reset);
  }, []);

  // Assistive technology scrolls to a row only when the SVG has a size.
  const { bounds } = pictureIndex.picture;
  const size = rendersAllRows(pictureIndex.picture)
    ? { width: bounds.x + bounds.width, height: bounds.y + bounds.height }
    : { width: 1, height: 1 };

  /** Returns the card under the mouse. In an overview, where cards are not elements, it searches by position. */
  function cardAt({ target, clientX, clientY }: MouseEvent): CardId | undefined {
    const id = cardIdAt(target);
    if (id !== undefined || !renderWindow.isOverview || !zoomController.current) return id;
    const { x, y, k } = zoomController.current.transform;
    const pointerBox = { x: (clientX - x) / k, y: (clientY - y) / k, width: 0, height: 0 };
    return pictureIndex.picture.cards.find((card) => intersects(card, pointerBox))?.id;
  }

  function onClick(event: MouseEvent): void {
    const { target, detail } = event;
    const id = cardAt(event);
    entryPopover.hide();
    if (id === undefined || !(target instanceof Element)) return;
    if (target.closest(".quotes-badge")) onOpenQuotes(id);
    else if (target.closest(".fold-handle")) cardActions.toggleFold(id);
    else if (target.closest(".more-lines")) cardActions.toggleText(id);
    else if (target.closest(".menu-handle")) onOpenMenu(id, { x: event.clientX, y: event.clientY });
    else cardClicks.click(id, detail);
  }

  function onDblClick(event: MouseEvent): void {
    const id = cardAt(event);
    if (id !== undefined && !isOnCardControl(event.target)) cardClicks.doubleClick(id);
  }

  function onContextMenu(event: MouseEvent): void {
    const id = cardAt(event);
    if (id === undefined || !scene.canEdit) return;
    event.preventDefault();
    entryPopover.hide();
    onOpenMenu(id, { x: event.clientX, y: event.clientY });
  }

  /** Keeps the focus on the focused card while the user drags the picture. */
  function keepFocus(event: MouseEvent): void {
    const isFocusInPicture = viewport.surface.current?.contains(document.activeElement) ?? false;
    if (isFocusInPicture && document.hasFocus()) event.preventDefault();
  }

  return (
    <>
      {renderWindow.isOverview && (
        <OverviewCanvas
          pictureIndex={pictureIndex}
          measure={scene.rendered.measure}
          viewport={viewport}
          getPaintStyle={getPaintStyle}
        />
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: useKeyboard handles keys for the whole page */}
      <div
        ref={viewport.surface}
        class={["picture", renderWindow.isOverview && "is-overview", scene.canEdit && "is-editable"]
          .filter(Boolean)
          .join(" ")}
        role="tree"
        lang={pictureIndex.picture.language}
        aria-label={title}
        onClick={onClick}
        onDblClick={onDblClick}
        onContextMenu={onContextMenu}
        onPointerOver={(event) =>
          event.pointerType === "mouse" && event.buttons === 0 && entryPopover.onPointerOver(cardAt(event))
        }
        onPointerDown={entryPopover.hide}
        onMouseDown={keepFocus}
        onPointerLeave={() => entryPopover.onPointerOver(undefined)}
        onWheel={() => entryPopover.isOpenedByKey || entryPopover.hide()}
      >
        {/* The transform is on this box: on a part of the SVG, each zoom would lay out all its text again. */}
        <div ref={viewport.stage} class="stage">
          <svg width={size.width} height={size.height} role="none">
            <Scene {...scene} renderWindow={renderWindow} />
          </svg>
        </div>
      </div>
    </>
  );
}

/** Where the picture is drawn, and what the mouse does to it. */

import { useRef } from "preact/hooks";
import { meet } from "../../../server/core/picture/geometry/box.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { MenuAt } from "../editing/contextMenu.tsx";
import type { Acting } from "../input/useCardActions.ts";
import type { Hover } from "../panels/useEntryPopover.ts";
import { isWhole } from "../state/pictureIndex.ts";
import type { Sight } from "../viewport/useViewport.ts";
import { cardIdAt, isOnPart } from "./cardElements.ts";
import { Far } from "./overviewCanvas.tsx";
import type { Look } from "./overviewPainter.ts";
import { Scene, type SceneProps } from "./scene.tsx";

interface SurfaceProps {
  readonly sight: Sight;
  readonly scene: Omit<SceneProps, "region">;
  readonly acting: Acting;
  readonly hover: Hover;
  readonly look: () => Look;
  readonly onQuotes: (card: CardId) => void;
  /** Opens the menu of a card where the mouse is; where no place is given, at the card. */
  readonly onMenu: (card: CardId, at?: MenuAt) => void;
}

export function Surface({ sight, scene, acting, hover, look, onQuotes, onMenu }: SurfaceProps) {
  const { region, view } = sight;
  const { plot } = scene.drawing;
  const title = plot.picture.title ?? "Argument map";
  /** The card that the first click of a double one was on. */
  const clicked = useRef<CardId>(undefined);

  // To what has no size nobody can scroll.
  const { bounds } = plot.picture;
  const size = isWhole(plot.picture)
    ? { width: bounds.x + bounds.width, height: bounds.y + bounds.height }
    : { width: 1, height: 1 };

  /** The card under the mouse, also where it is too small to be an element of the document. */
  function cardAt({ target, clientX, clientY }: MouseEvent): CardId | undefined {
    const id = cardIdAt(target);
    if (id !== undefined || !region.far || !view.current) return id;
    const { x, y, k } = view.current.placement;
    const spot = { x: (clientX - x) / k, y: (clientY - y) / k, width: 0, height: 0 };
    return plot.picture.cards.find((card) => meet(card, spot))?.id;
  }

  function onClick(event: MouseEvent): void {
    const { target, detail } = event;
    const id = cardAt(event);
    hover.hide();
    if (id === undefined || !(target instanceof Element)) return;
    if (detail < 2) clicked.current = id;
    if (target.closest(".quotes")) onQuotes(id);
    else if (target.closest(".fold")) acting.fold(id);
    else if (target.closest(".more")) acting.openText(id);
    else if (target.closest(".dots")) onMenu(id, { x: event.clientX, y: event.clientY });
    else if (detail < 2) acting.open(id);
  }

  function onDblClick(event: MouseEvent): void {
    const id = cardAt(event);
    if (id !== undefined && id === clicked.current && !isOnPart(event.target)) acting.fold(id);
  }

  function onContextMenu(event: MouseEvent): void {
    const id = cardAt(event);
    if (id === undefined || !scene.edits) return;
    event.preventDefault();
    hover.hide();
    onMenu(id, { x: event.clientX, y: event.clientY });
  }

  /** A drag of the picture does not take the keys from the card that has them. */
  function keepFocus(event: MouseEvent): void {
    const inPicture = sight.surface.current?.contains(document.activeElement) ?? false;
    if (inPicture && document.hasFocus()) event.preventDefault();
  }

  return (
    <>
      {region.far && <Far plot={plot} sight={sight} look={look} />}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are listened for wherever in the page the user is */}
      <div
        ref={sight.surface}
        class={["picture", region.far && "far", scene.edits && "edits"].filter(Boolean).join(" ")}
        role="tree"
        aria-label={title}
        onClick={onClick}
        onDblClick={onDblClick}
        onContextMenu={onContextMenu}
        onPointerOver={(event) => event.pointerType === "mouse" && event.buttons === 0 && hover.over(cardAt(event))}
        onPointerDown={hover.hide}
        onMouseDown={keepFocus}
        onPointerLeave={() => hover.over(undefined)}
        onWheel={() => hover.byKey || hover.hide()}
      >
        {/* It is this box that is moved and not a part of the SVG, which would have all its text laid out at each zoom. */}
        <div ref={sight.stage} class="stage">
          <svg width={size.width} height={size.height} role="none">
            <Scene {...scene} region={region} />
          </svg>
        </div>
      </div>
    </>
  );
}

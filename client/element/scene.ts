/** The elements of a picture: its lines and areas, and its cards as a tree for screen readers. */
import type { PlacedCard } from "../../server/core/picture/model.ts";
import {
  drawCrossLink,
  drawCrossLinkMark,
  drawEdge,
  drawFrame,
  drawSectionArea,
} from "../../server/core/picture/render/draw.ts";
import { drawCard } from "../../server/core/picture/render/drawCard.ts";
import type { CardId } from "../../server/core/tree/tree.ts";
import type { ShownPicture } from "./mapState.ts";
import { renderShape, svgElement } from "./renderShape.ts";

/** Returns the drawing of a picture. `current` is the one card in the tab order. */
export function renderScene(shown: ShownPicture, current: CardId | undefined): SVGElement {
  const { bounds, sectionAreas, frames, edges, crossLinks, cards } = shown.picture;
  const { width, height } = bounds;
  return svgElement("svg", { role: "none", width, height, viewBox: `${bounds.x} ${bounds.y} ${width} ${height}` }, [
    svgElement("g", { "aria-hidden": "true" }, [
      ...sectionAreas.map((area) => renderShape(drawSectionArea(area))),
      ...frames.map((frame) => renderShape(drawFrame(frame))),
      ...edges.map((edge) => renderShape(drawEdge(edge))),
      ...crossLinks.map((link) => renderShape(drawCrossLink(link))),
    ]),
    ...cards.map((card) => renderCard(shown, card, card.id === current)),
    svgElement(
      "g",
      { "aria-hidden": "true" },
      crossLinks.map((link) => renderShape(drawCrossLinkMark(link))),
    ),
  ]);
}

function renderCard({ siblingPosition, childrenOf, hidden }: ShownPicture, card: PlacedCard, isTabStop: boolean) {
  const { id, x, y, level, layout } = card;
  const { posInSet, setSize } = siblingPosition(id);
  const isFolded = hidden.has(id);
  const attributes = {
    class: layout.body === "row" ? "card is-row" : "card",
    role: "treeitem",
    tabindex: isTabStop ? 0 : -1,
    transform: `translate(${x} ${y})`,
    "data-card": id,
    "aria-label": layout.accessibleLabel,
    "aria-level": level,
    "aria-posinset": posInSet,
    "aria-setsize": setSize,
    "aria-selected": `${isTabStop}`,
    ...((isFolded || childrenOf(id).length > 0) && { "aria-expanded": `${!isFolded}` }),
  };
  // Spaces between the lines, so that programs that read the visible text do not join their words.
  const shapes = drawCard(layout).flatMap((shape) => [renderShape(shape), " "]);
  return svgElement("g", attributes, shapes);
}

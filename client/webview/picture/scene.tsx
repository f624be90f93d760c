/** The SVG content: the parts of the picture within the render window. Only parts that have changed render again. */

import { useMemo } from "preact/hooks";
import { visibleParts } from "../../../server/core/picture/geometry/visibleParts.ts";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import { dimmedParts } from "../../../server/core/picture/render/dimmedParts.ts";
import {
  drawCrossLink,
  drawCrossLinkMark,
  drawEdge,
  drawFrame,
  drawSectionArea,
  weighedEdge,
} from "../../../server/core/picture/render/draw.ts";
import { edgeWeight, type WeighedCards } from "../../../server/core/picture/render/weighing.ts";
import { originalCardId } from "../../../server/core/picture/unfoldReferences.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { BranchMove } from "../editing/branchMove.ts";
import { NEW_CARD_ID } from "../editing/draft.ts";
import type { RenderedPicture } from "../state/pictureCache.ts";
import { rendersAllRows } from "../state/pictureIndex.ts";
import type { MarkOf } from "../weighing/standingMark.ts";
import { CardItem } from "./cardItem.tsx";
import { clipCrossLink, clipEdge } from "./clipDashes.ts";
import { MemoShape } from "./renderShape.tsx";
import type { RenderWindow } from "./renderWindow.ts";

export interface SceneProps {
  readonly rendered: RenderedPicture;
  readonly renderWindow: RenderWindow;
  /** The card of the entry at the editor's cursor, or the visible card whose folded branch contains it. */
  readonly markedCardId: CardId | undefined;
  /** Whether the cursor's own card is folded away below `markedCardId`. */
  readonly isInsideFolded: boolean;
  /** The card that the user has reached by following a reference. */
  readonly referencedCard: CardId | undefined;
  /** The one card in the tab order; the arrow keys move from it. It is always rendered. */
  readonly current: CardId | undefined;
  /** The move of a branch that is in progress. */
  readonly activeMove: BranchMove | undefined;
  /** The card whose text is being edited. */
  readonly editedCard: CardId | undefined;
  readonly canEdit: boolean;
  /** Returns how a card shows what stands. */
  readonly markOf: MarkOf;
  /** How much conclusions depend on each card, which the lines show; empty if they do not. */
  readonly lineWeights: WeighedCards["lineWeights"];
  /** The cards that match the search. */
  readonly hits: ReadonlySet<CardId>;
  /** The hit that the user has stepped to. */
  readonly currentHit: CardId | undefined;
}

const NO_PARTS = { sectionAreas: [], cards: [], frames: [], edges: [], crossLinks: [] } as const;

/** Renders edges and frames below the cards. Also renders cards out of view that have the focus or a mark. */
export function Scene(props: SceneProps) {
  const {
    rendered,
    renderWindow,
    markedCardId,
    isInsideFolded,
    referencedCard,
    current,
    activeMove,
    editedCard,
    canEdit,
    markOf,
    lineWeights,
    hits,
    currentHit,
  } = props;
  const { pictureIndex, explored } = rendered;
  const visible = renderWindow.isOverview ? NO_PARTS : visibleParts(pictureIndex.picture, renderWindow.box);
  const isFullyRendered = rendersAllRows(pictureIndex.picture);
  // In a fully rendered outline, rows out of view have only a label for screen readers, and no drawing.
  const visibleCards = isFullyRendered ? new Set(visible.cards) : undefined;
  const isExpanded = (id: CardId): boolean | undefined =>
    explored.hidden.has(id) ? false : pictureIndex.childrenOf(id).length > 0 || undefined;
  const isDimmed = (id: CardId): boolean =>
    explored.dimmed.has(id) || (activeMove !== undefined && !activeMove.branch.has(id) && !activeMove.targets.has(id));
  const dimmed = useMemo(
    () => dimmedParts(pictureIndex.picture, explored.dimmed),
    [pictureIndex.picture, explored.dimmed],
  );
  return (
    <>
      <g>
        {visible.sectionAreas.map((area) => (
          <MemoShape key={area.key} partName={`area ${area.key}`} part={area} draw={drawSectionArea} />
        ))}
        {visible.frames.map((frame) => (
          <MemoShape
            key={frame.step}
            partName={`frame ${frame.step}`}
            part={frame}
            draw={drawFrame}
            isDimmed={dimmed.frames.has(frame.step)}
          />
        ))}
        {visible.edges.map((edge) => (
          <MemoShape
            key={edge.key}
            partName={`edge ${edge.key}`}
            part={weighedEdge(clipEdge(edge, renderWindow.box), edgeWeight(edge, lineWeights))}
            draw={drawEdge}
            isDimmed={dimmed.edges.has(edge.key)}
          />
        ))}
        {visible.crossLinks.map((crossLink) => (
          <MemoShape
            key={crossLink.key}
            partName={`cross-link ${crossLink.key}`}
            part={clipCrossLink(crossLink, renderWindow.box)}
            draw={drawCrossLink}
            isDimmed={dimmed.crossLinks.has(crossLink.key)}
          />
        ))}
      </g>
      <g>
        {(isFullyRendered
          ? pictureIndex.picture.cards
          : withPinned(visible.cards, [current, markedCardId, referencedCard, editedCard].map(pictureIndex.card))
        ).map((card) => (
          <CardItem
            key={card.id}
            card={card}
            {...pictureIndex.siblingPosition(card.id)}
            isExpanded={isExpanded(card.id)}
            isTabStop={card.id === current}
            cursorMark={card.id !== markedCardId ? undefined : isInsideFolded ? "inside-folded" : "own"}
            isReferenceTarget={card.id === referencedCard}
            findHit={card.id === currentHit ? "current" : hits.has(card.id) ? "other" : undefined}
            isDimmed={isDimmed(card.id)}
            moveRole={
              activeMove?.branch.has(card.id) ? "branch" : activeMove?.targets.has(card.id) ? "target" : undefined
            }
            isEdited={card.id === editedCard}
            hasMenuHandle={canEdit && originalCardId(card.id) !== NEW_CARD_ID}
            mark={markOf(card.layout.card)}
            measure={rendered.measure}
            textSize={card.id === editedCard ? undefined : renderWindow.textSize}
            isPlaceholder={renderWindow.isOverview || visibleCards?.has(card) === false}
          />
        ))}
      </g>
      <g>
        {visible.crossLinks.map((crossLink) => (
          <MemoShape
            key={crossLink.key}
            partName={`mark ${crossLink.key}`}
            part={crossLink}
            draw={drawCrossLinkMark}
            isDimmed={dimmed.crossLinks.has(crossLink.key)}
          />
        ))}
      </g>
    </>
  );
}

/** Returns the visible cards with the pinned ones, which are rendered wherever they are. */
function withPinned(
  cards: readonly PlacedCard[],
  pinnedCards: readonly (PlacedCard | undefined)[],
): readonly PlacedCard[] {
  const cardsOutside = new Set(pinnedCards.flatMap((card) => (card && !cards.includes(card) ? [card] : [])));
  return [...cards, ...cardsOutside];
}

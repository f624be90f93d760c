/**
 * The picture as it stands in the page, as far as it is in sight: what moves is moved, what changed is drawn anew, all
 * else is left alone.
 */

import { visibleParts } from "../../../server/core/picture/geometry/visibleParts.ts";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import {
  drawContradiction,
  drawContradictionMark,
  drawEdge,
  drawFrame,
  drawSectionArea,
} from "../../../server/core/picture/render/draw.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { BranchMove } from "../editing/branchMove.ts";
import { NEW_CARD_ID } from "../editing/draft.ts";
import type { RenderedPicture } from "../state/pictureCache.ts";
import { rendersAllRows } from "../state/pictureIndex.ts";
import { CardItem } from "./cardItem.tsx";
import { clipContradiction, clipEdge } from "./clipDashes.ts";
import { MemoShape } from "./renderShape.tsx";
import type { RenderWindow } from "./renderWindow.ts";

export interface SceneProps {
  readonly rendered: RenderedPicture;
  readonly renderWindow: RenderWindow;
  /** The card under the editor's cursor, or the one into whose branch it is folded. */
  readonly markedCardId: CardId | undefined;
  /** Whether the cursor's own card is folded away below `mark`. */
  readonly isInsideFolded: boolean;
  /** The card to which a reference has led. */
  readonly referencedCard: CardId | undefined;
  /** The one card that the Tab key reaches; from it the arrow keys lead on. It is always in the document. */
  readonly current: CardId | undefined;
  /** A branch that is being moved. */
  readonly activeMove: BranchMove | undefined;
  /** The card whose words are being written. */
  readonly editedCard: CardId | undefined;
  /** Whether cards can be edited. */
  readonly canEdit: boolean;
  /** What a search has found. */
  readonly hits: ReadonlySet<CardId>;
  /** The one of these at which the user is. */
  readonly currentHit: CardId | undefined;
}

const NO_PARTS = { sectionAreas: [], cards: [], frames: [], edges: [], contradictions: [] } as const;

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
    hits,
    currentHit,
  } = props;
  const { pictureIndex, explored } = rendered;
  const visible = renderWindow.isOverview ? NO_PARTS : visibleParts(pictureIndex.picture, renderWindow.box);
  const isFullyRendered = rendersAllRows(pictureIndex.picture);
  // Out of sight only their words are there, and nothing is drawn.
  const visibleCards = isFullyRendered ? new Set(visible.cards) : undefined;
  const isExpanded = (id: CardId): boolean | undefined =>
    explored.hidden.has(id) ? false : pictureIndex.childrenOf(id).length > 0 || undefined;
  const isDimmed = (id: CardId): boolean =>
    explored.dimmed.has(id) || (activeMove !== undefined && !activeMove.branch.has(id) && !activeMove.targets.has(id));
  return (
    <>
      <g>
        {visible.sectionAreas.map((area) => (
          <MemoShape key={area.key} partName={`ground ${area.key}`} part={area} draw={drawSectionArea} />
        ))}
        {visible.frames.map((frame) => (
          <MemoShape key={frame.step} partName={`frame ${frame.step}`} part={frame} draw={drawFrame} />
        ))}
        {visible.edges.map((edge) => (
          <MemoShape
            key={edge.key}
            partName={`line ${edge.key}`}
            part={clipEdge(edge, renderWindow.box)}
            draw={drawEdge}
          />
        ))}
        {visible.contradictions.map((contradiction) => (
          <MemoShape
            key={`${contradiction.a} ${contradiction.b}`}
            partName={`tie ${contradiction.a} ${contradiction.b}`}
            part={clipContradiction(contradiction, renderWindow.box)}
            draw={drawContradiction}
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
            cursorMark={card.id !== markedCardId ? undefined : isInsideFolded ? "within" : "mark"}
            isReferenceTarget={card.id === referencedCard}
            findHit={card.id === currentHit ? "current" : hits.has(card.id) ? "other" : undefined}
            isDimmed={isDimmed(card.id)}
            moveRole={
              activeMove?.branch.has(card.id) ? "branch" : activeMove?.targets.has(card.id) ? "target" : undefined
            }
            isEdited={card.id === editedCard}
            hasMenuHandle={canEdit && card.id !== NEW_CARD_ID}
            isPlaceholder={renderWindow.isOverview || visibleCards?.has(card) === false}
          />
        ))}
      </g>
      <g>
        {visible.contradictions.map((contradiction) => (
          <MemoShape
            key={`${contradiction.a} ${contradiction.b}`}
            partName={`mark ${contradiction.a} ${contradiction.b}`}
            part={contradiction}
            draw={drawContradictionMark}
          />
        ))}
      </g>
    </>
  );
}

/** The cards in sight with those that are in the document wherever they are. */
function withPinned(
  cards: readonly PlacedCard[],
  pinnedCards: readonly (PlacedCard | undefined)[],
): readonly PlacedCard[] {
  const outsideCards = new Set(pinnedCards.filter((card) => card !== undefined && !cards.includes(card)));
  return [...cards, ...[...outsideCards].flatMap((card) => card ?? [])];
}

/**
 * The picture as it stands in the page, as far as it is in sight: what moves is moved, what changed is drawn anew, all
 * else is left alone.
 */

import { inView } from "../../../server/core/picture/geometry/visibleParts.ts";
import type { PlacedCard } from "../../../server/core/picture/layout/treeLayout.ts";
import { drawFrame, drawGround, drawLine, drawMark, drawTie } from "../../../server/core/picture/render/draw.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import type { Moving } from "../editing/branchMove.ts";
import { newCard } from "../editing/draft.ts";
import type { Drawing } from "../state/pictureCache.ts";
import { isWhole } from "../state/pictureIndex.ts";
import { CardAt } from "./cardItem.tsx";
import { lineIn, tieIn } from "./clipDashes.ts";
import { Drawn } from "./renderShape.tsx";
import type { Region } from "./renderWindow.ts";

export interface SceneProps {
  readonly drawing: Drawing;
  readonly region: Region;
  /** The card under the editor's cursor, or the one into whose branch it is folded. */
  readonly mark: CardId | undefined;
  /** Whether the cursor's own card is folded away below `mark`. */
  readonly within: boolean;
  /** The card to which a reference has led. */
  readonly found: CardId | undefined;
  /** The one card that the Tab key reaches; from it the arrow keys lead on. It is always in the document. */
  readonly current: CardId | undefined;
  /** A branch that is being moved. */
  readonly aim: Moving | undefined;
  /** The card whose words are being written. */
  readonly written: CardId | undefined;
  /** Whether cards can be edited. */
  readonly edits: boolean;
  /** What a search has found. */
  readonly hits: ReadonlySet<CardId>;
  /** The one of these at which the user is. */
  readonly hit: CardId | undefined;
}

const nothing = { grounds: [], cards: [], frames: [], lines: [], ties: [] } as const;

export function Scene(props: SceneProps) {
  const { drawing, region, mark, within, found, current, aim, written, edits, hits, hit } = props;
  const { plot, explored } = drawing;
  const seen = region.far ? nothing : inView(plot.picture, region.box);
  const whole = isWhole(plot.picture);
  // Out of sight only their words are there, and nothing is drawn.
  const drawn = whole ? new Set(seen.cards) : undefined;
  const expanded = (id: CardId): boolean | undefined =>
    explored.hidden.has(id) ? false : plot.children(id).length > 0 || undefined;
  const dimmed = (id: CardId): boolean =>
    explored.dimmed.has(id) || (aim !== undefined && !aim.branch.has(id) && !aim.targets.has(id));
  return (
    <>
      <g>
        {seen.grounds.map((ground) => (
          <Drawn key={ground.key} name={`ground ${ground.key}`} of={ground} as={drawGround} />
        ))}
        {seen.frames.map((frame) => (
          <Drawn key={frame.step} name={`frame ${frame.step}`} of={frame} as={drawFrame} />
        ))}
        {seen.lines.map((line) => (
          <Drawn key={line.key} name={`line ${line.key}`} of={lineIn(line, region.box)} as={drawLine} />
        ))}
        {seen.ties.map((tie) => (
          <Drawn key={`${tie.a} ${tie.b}`} name={`tie ${tie.a} ${tie.b}`} of={tieIn(tie, region.box)} as={drawTie} />
        ))}
      </g>
      <g>
        {(whole ? plot.picture.cards : pinned(seen.cards, [current, mark, found, written].map(plot.card))).map(
          (card) => (
            <CardAt
              key={card.id}
              card={card}
              {...plot.rank(card.id)}
              expanded={expanded(card.id)}
              reachable={card.id === current}
              mark={card.id !== mark ? undefined : within ? "within" : "mark"}
              found={card.id === found}
              hit={card.id === hit ? "current" : hits.has(card.id) ? "other" : undefined}
              dimmed={dimmed(card.id)}
              aim={aim?.branch.has(card.id) ? "branch" : aim?.targets.has(card.id) ? "target" : undefined}
              written={card.id === written}
              dots={edits && card.id !== newCard}
              hollow={region.far || drawn?.has(card) === false}
            />
          ),
        )}
      </g>
      <g>
        {seen.ties.map((tie) => (
          <Drawn key={`${tie.a} ${tie.b}`} name={`mark ${tie.a} ${tie.b}`} of={tie} as={drawMark} />
        ))}
      </g>
    </>
  );
}

/** The cards in sight with those that are in the document wherever they are. */
function pinned(cards: readonly PlacedCard[], others: readonly (PlacedCard | undefined)[]): readonly PlacedCard[] {
  const more = new Set(others.filter((card) => card !== undefined && !cards.includes(card)));
  return [...cards, ...[...more].flatMap((card) => card ?? [])];
}

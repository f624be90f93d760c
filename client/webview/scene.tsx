/**
 * The picture as it stands in the page, as far as it is in sight: what moves is moved, what changed is drawn anew, all
 * else is left alone.
 */
import type { CardId } from "../../server/language/tree.ts";
import { drawFrame, drawGround, drawLine, drawMark, drawTie } from "../../server/picture/draw.ts";
import type { PlacedCard } from "../../server/picture/layout.ts";
import { CardAt } from "./card.tsx";
import { newCard } from "./draft.ts";
import type { Drawing } from "./drawing.ts";
import type { Moving } from "./moving.ts";
import { meet, union } from "./plot.ts";
import type { Region } from "./region.ts";
import { Drawn } from "./shapes.tsx";

export interface SceneProps {
  readonly drawing: Drawing;
  readonly region: Region;
  readonly folded: ReadonlySet<CardId>;
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

export function Scene({
  drawing,
  region,
  folded,
  mark,
  within,
  found,
  current,
  aim,
  written,
  edits,
  hits,
  hit,
}: SceneProps) {
  const { plot, explored } = drawing;
  const { picture } = plot;
  const { box, far } = region;
  const pinned = (id: CardId): boolean => id === current || id === mark || id === found || id === written;
  const cards = picture.cards.filter((card) => pinned(card.id) || (!far && meet(card, box)));
  const around = picture.ties.filter(({ a, b }) => {
    const [one, other] = [plot.card(a), plot.card(b)];
    return one && other && meet(union(one, other), box);
  });
  const dimmed = (id: CardId): boolean =>
    explored.dimmed.has(id) || (aim !== undefined && !aim.branch.has(id) && !aim.targets.has(id));
  return (
    <>
      {!far && (
        <g>
          {picture.grounds.map((ground) =>
            meet(ground, box) ? (
              <Drawn key={ground.key} name={`ground ${ground.key}`} of={ground} as={drawGround} />
            ) : null,
          )}
          {picture.frames.map((frame) =>
            meet(frame, box) ? <Drawn key={frame.step} name={`frame ${frame.step}`} of={frame} as={drawFrame} /> : null,
          )}
          {picture.lines.map((line) => {
            const about = plot.around(line);
            return about === undefined || meet(about, box) ? (
              <Drawn key={line.key} name={`line ${line.key}`} of={line} as={drawLine} />
            ) : null;
          })}
          {around.map((tie) => (
            <Drawn key={`${tie.a} ${tie.b}`} name={`tie ${tie.a} ${tie.b}`} of={tie} as={drawTie} />
          ))}
        </g>
      )}
      <g>
        {cards.map((card: PlacedCard) => {
          const { place, of } = plot.rank(card.id);
          return (
            <CardAt
              key={card.id}
              card={card}
              place={place}
              of={of}
              expanded={
                folded.has(card.id) && explored.hidden.has(card.id)
                  ? false
                  : plot.children(card.id).length > 0 || undefined
              }
              reachable={card.id === current}
              mark={card.id !== mark ? undefined : within ? "within" : "mark"}
              found={card.id === found}
              hit={card.id === hit ? "current" : hits.has(card.id) ? "other" : undefined}
              dimmed={dimmed(card.id)}
              aim={aim?.branch.has(card.id) ? "branch" : aim?.targets.has(card.id) ? "target" : undefined}
              written={card.id === written}
              dots={edits && card.id !== newCard}
              hollow={far}
            />
          );
        })}
      </g>
      {!far && (
        <g>
          {around.map((tie) => (
            <Drawn key={`${tie.a} ${tie.b}`} name={`mark ${tie.a} ${tie.b}`} of={tie} as={drawMark} />
          ))}
        </g>
      )}
    </>
  );
}

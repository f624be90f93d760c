/** The picture as it stands in the page: what moves is moved, what changed is drawn anew, all else is left alone. */
import { Component, type ComponentChild } from "preact";
import type { CardId } from "../../server/language/tree.ts";
import { drawFrame, drawLine, drawMark, drawTie } from "../../server/picture/draw.ts";
import type { PlacedCard } from "../../server/picture/layout.ts";
import type { Picture } from "../../server/picture/picture.ts";
import { Drawn, FaceOf } from "./shapes.tsx";

export interface SceneProps {
  readonly picture: Picture;
  /** The card under the editor's cursor. */
  readonly mark: CardId | undefined;
  /** The card to which a reference has led. */
  readonly found: CardId | undefined;
  /** The one card that the Tab key reaches; from it the arrow keys lead on. */
  readonly current: CardId | undefined;
}

export const Scene = ({ picture, mark, found, current }: SceneProps) => (
  <>
    <g>
      {picture.frames.map((frame) => (
        <Drawn key={frame.step} of={frame} as={drawFrame} />
      ))}
      {picture.lines.map((line) => (
        <Drawn key={line.key} of={line} as={drawLine} />
      ))}
      {picture.ties.map((tie) => (
        <Drawn key={`${tie.a} ${tie.b}`} of={tie} as={drawTie} />
      ))}
    </g>
    <g>
      {picture.cards.map((card) => (
        <CardAt key={card.id} card={card} reachable={card.id === current} />
      ))}
    </g>
    <g>
      {picture.ties.map((tie) => (
        <Drawn key={`${tie.a} ${tie.b}`} of={tie} as={drawMark} />
      ))}
    </g>
    <Ring card={picture.cards.find(({ id }) => id === found)} name="found" />
    <Ring card={picture.cards.find(({ id }) => id === mark)} name="mark" />
  </>
);

interface CardProps {
  readonly card: PlacedCard;
  readonly reachable: boolean;
}

class CardAt extends Component<CardProps> {
  override shouldComponentUpdate({ card, reachable }: CardProps): boolean {
    const was = this.props.card;
    return (
      card.face !== was.face ||
      card.x !== was.x ||
      card.y !== was.y ||
      card.level !== was.level ||
      reachable !== this.props.reachable
    );
  }

  override render({ card: { id, x, y, face, level }, reachable }: CardProps): ComponentChild {
    return (
      <g
        class={`card ${face.form}`}
        data-card={id}
        role="treeitem"
        tabindex={reachable ? 0 : -1}
        aria-level={level}
        aria-label={face.description}
        aria-keyshortcuts={face.quotes === undefined ? undefined : "q"}
        transform={`translate(${x} ${y})`}
      >
        <FaceOf face={face} />
      </g>
    );
  }
}

/** A ring around a card. It is made anew for another card, so that what it does on appearing is seen again. */
const Ring = ({ card, name }: { readonly card: PlacedCard | undefined; readonly name: string }) =>
  card && (
    <rect
      key={card.id}
      class={`ring ${name}`}
      x={card.x - 3}
      y={card.y - 3}
      width={card.width + 6}
      height={card.height + 6}
      rx={card.face.form === "pill" ? card.height / 2 + 3 : 9}
    />
  );

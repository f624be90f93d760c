/** A card in the page: an item of the tree that a screen reader reads, with what is to be seen of it. */
import { Component, type ComponentChild } from "preact";
import type { PlacedCard } from "../../../server/core/picture/layout/treeLayout.ts";
import { FaceOf } from "./renderShape.tsx";

export interface CardProps {
  readonly card: PlacedCard;
  /** Where it stands among its siblings, from 1. */
  readonly place: number;
  /** How many these are. */
  readonly of: number;
  /** Whether its branch is unfolded; undefined where it has none. */
  readonly expanded: boolean | undefined;
  readonly reachable: boolean;
  /** The editor's cursor is in its entry, or in one that is folded away below it. */
  readonly mark: "mark" | "within" | undefined;
  /** A reference has led here. */
  readonly found: boolean;
  /** A search has found it; `current`: the user is at it. */
  readonly hit: "current" | "other" | undefined;
  readonly dimmed: boolean;
  /** What it is to a branch that is being moved: of it, or a card that it can hang on. */
  readonly aim: "branch" | "target" | undefined;
  /** Its words are being written. */
  readonly written: boolean;
  /** Whether it has a sign that opens its menu. */
  readonly dots: boolean;
  /** Too small to be read: only its place is in the document, what is seen of it is painted elsewhere. */
  readonly hollow: boolean;
}

export class CardAt extends Component<CardProps> {
  override shouldComponentUpdate(next: CardProps): boolean {
    const was = this.props;
    const names = Object.keys(next) as (keyof CardProps)[]; // The names of its own properties.
    // A part of the picture that did not change is the same object as before.
    return names.some((name) => next[name] !== was[name]);
  }

  override render({
    card,
    place,
    of,
    expanded,
    reachable,
    mark,
    hit,
    dimmed,
    hollow,
    found,
    aim,
    written,
    dots,
  }: CardProps): ComponentChild {
    const { id, x, y, width, height, face, level } = card;
    const classes = [
      "card",
      face.form,
      dimmed && "dimmed",
      hit && `hit-${hit}`,
      hollow && "hollow",
      aim === "branch" && "taken",
      aim === "target" && "target",
      written && "written",
    ];
    return (
      <g
        class={classes.filter(Boolean).join(" ")}
        data-card={id}
        role="treeitem"
        tabindex={reachable ? 0 : -1}
        aria-level={level}
        aria-posinset={place}
        aria-setsize={of}
        aria-expanded={expanded}
        aria-selected={reachable}
        aria-current={mark === "mark" ? "location" : undefined}
        aria-label={face.description}
        transform={`translate(${x} ${y})`}
      >
        {hollow ? <rect class="box fill-none" width={width} height={height} /> : <FaceOf face={face} />}
        {hit && <Ring card={card} name={`hit ${hit}`} reach={1} />}
        {found && <Ring card={card} name="found" reach={3} />}
        {mark && <Ring card={card} name={mark === "within" ? "mark within" : "mark"} reach={3} />}
        {dots && !hollow && <Dots card={card} />}
        {mark === "within" && <circle class="badge" cx={width - 2} cy={2} r={6} />}
      </g>
    );
  }
}

/** What opens the menu, on the upper edge: above the words and the count of quotes, which it would cover. */
function Dots({ card: { width, face } }: { readonly card: PlacedCard }) {
  const x = face.body === "row" ? width - 34 : width - 40;
  return (
    <g class="dots" transform={`translate(${x} -12)`}>
      <rect width={28} height={18} rx={9} />
      {[8, 14, 20].map((at) => (
        <circle key={at} cx={at} cy={9} r={1.5} />
      ))}
    </g>
  );
}

/** A ring around a card. */
const Ring = ({ card, name, reach }: { readonly card: PlacedCard; readonly name: string; readonly reach: number }) => (
  <rect
    class={`ring ${name}`}
    x={-reach}
    y={-reach}
    width={card.width + 2 * reach}
    height={card.height + 2 * reach}
    rx={card.face.body === "pill" ? card.height / 2 + reach : 6 + reach}
  />
);

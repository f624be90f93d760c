/** A card in the page: an item of the tree that a screen reader reads, with what is to be seen of it. */
import { Component, type ComponentChild } from "preact";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import { CardShape } from "./renderShape.tsx";

export interface CardItemProps {
  readonly card: PlacedCard;
  /** Where it stands among its siblings, from 1. */
  readonly posInSet: number;
  /** How many these are. */
  readonly setSize: number;
  /** Whether its branch is unfolded; undefined where it has none. */
  readonly isExpanded: boolean | undefined;
  readonly isTabStop: boolean;
  /** The editor's cursor is in its entry, or in one that is folded away below it. */
  readonly cursorMark: "mark" | "within" | undefined;
  /** A reference has led here. */
  readonly isReferenceTarget: boolean;
  /** A search has found it; `current`: the user is at it. */
  readonly findHit: "current" | "other" | undefined;
  readonly isDimmed: boolean;
  /** What it is to a branch that is being moved: of it, or a card that it can hang on. */
  readonly moveRole: "branch" | "target" | undefined;
  /** Its words are being written. */
  readonly isEdited: boolean;
  /** Whether it has a sign that opens its menu. */
  readonly hasMenuHandle: boolean;
  /** Too small to be read: only its place is in the document, what is seen of it is painted elsewhere. */
  readonly isPlaceholder: boolean;
}

export class CardItem extends Component<CardItemProps> {
  override shouldComponentUpdate(next: CardItemProps): boolean {
    const previous = this.props;
    const propNames = Object.keys(next) as (keyof CardItemProps)[]; // The names of its own properties.
    // A part of the picture that did not change is the same object as before.
    return propNames.some((name) => next[name] !== previous[name]);
  }

  override render({
    card,
    posInSet,
    setSize,
    isExpanded,
    isTabStop,
    cursorMark,
    findHit,
    isDimmed,
    isPlaceholder,
    isReferenceTarget,
    moveRole,
    isEdited,
    hasMenuHandle,
  }: CardItemProps): ComponentChild {
    const { id, x, y, width, height, layout, level } = card;
    const classes = [
      "card",
      layout.form,
      isDimmed && "dimmed",
      findHit && `hit-${findHit}`,
      isPlaceholder && "hollow",
      moveRole === "branch" && "taken",
      moveRole === "target" && "target",
      isEdited && "written",
    ];
    return (
      <g
        class={classes.filter(Boolean).join(" ")}
        data-card={id}
        role="treeitem"
        tabindex={isTabStop ? 0 : -1}
        aria-level={level}
        aria-posinset={posInSet}
        aria-setsize={setSize}
        aria-expanded={isExpanded}
        aria-selected={isTabStop}
        aria-current={cursorMark === "mark" ? "location" : undefined}
        aria-label={layout.accessibleLabel}
        transform={`translate(${x} ${y})`}
      >
        {isPlaceholder ? <rect class="box fill-none" width={width} height={height} /> : <CardShape face={layout} />}
        {findHit && <Ring card={card} name={`hit ${findHit}`} reach={1} />}
        {isReferenceTarget && <Ring card={card} name="found" reach={3} />}
        {cursorMark && <Ring card={card} name={cursorMark === "within" ? "mark within" : "mark"} reach={3} />}
        {hasMenuHandle && !isPlaceholder && <MenuHandle card={card} />}
        {cursorMark === "within" && <circle class="badge" cx={width - 2} cy={2} r={6} />}
      </g>
    );
  }
}

/** What opens the menu, on the upper edge: above the words and the count of quotes, which it would cover. */
function MenuHandle({ card: { width, layout } }: { readonly card: PlacedCard }) {
  const x = layout.body === "row" ? width - 34 : width - 40;
  return (
    <g class="dots" transform={`translate(${x} -12)`}>
      <rect width={28} height={18} rx={9} />
      {[8, 14, 20].map((dotX) => (
        <circle key={dotX} cx={dotX} cy={9} r={1.5} />
      ))}
    </g>
  );
}

/** A ring around a card. */
const Ring = ({
  card,
  name: className,
  reach: offset,
}: {
  readonly card: PlacedCard;
  readonly name: string;
  readonly reach: number;
}) => (
  <rect
    class={`ring ${className}`}
    x={-offset}
    y={-offset}
    width={card.width + 2 * offset}
    height={card.height + 2 * offset}
    rx={card.layout.body === "pill" ? card.height / 2 + offset : 6 + offset}
  />
);

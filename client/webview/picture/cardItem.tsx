/** A rendered card: a tree item for screen readers, with its drawing. */
import type { ComponentChild } from "preact";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import type { TextMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import { Hatching, StandingBadge } from "../weighing/standingBadge.tsx";
import type { StandingMark } from "../weighing/standingMark.ts";
import { cachedDistantLayout } from "./distantLayouts.ts";
import { memo } from "./memo.ts";
import { CardShape } from "./renderShape.tsx";

interface CardItemProps {
  /** The same object as in the previous picture when the card has not changed. */
  readonly card: PlacedCard;
  /** Its position among its siblings, from 1. */
  readonly posInSet: number;
  /** The number of siblings, itself included. */
  readonly setSize: number;
  /** Whether its branch is unfolded. Undefined for a card without a branch. */
  readonly isExpanded: boolean | undefined;
  readonly isTabStop: boolean;
  /** `own`: the editor's cursor is in the card's entry. `inside-folded`: it is in an entry folded away below the card. */
  readonly cursorMark: "own" | "inside-folded" | undefined;
  /** Whether the user has reached it by following a reference. */
  readonly isReferenceTarget: boolean;
  /** Whether the search has found it. `current` is the hit that the user has stepped to. */
  readonly findHit: "current" | "other" | undefined;
  readonly isDimmed: boolean;
  /** Its role while a branch is being moved: in that branch, or a card that the branch can move to. */
  readonly moveRole: "branch" | "target" | undefined;
  /** Whether its text is being edited. */
  readonly isEdited: boolean;
  readonly hasMenuHandle: boolean;
  /** How it shows what stands; undefined while nothing is weighed. */
  readonly mark: StandingMark | undefined;
  readonly measure: TextMeasure;
  /** The size of its letters when it is seen from afar; undefined if it is drawn as it is laid out. */
  readonly textSize: number | undefined;
  /** Whether it renders only its outline: it is out of view, or `OverviewCanvas` paints it. */
  readonly isPlaceholder: boolean;
}

/** Renders again only if a property changes. */
export const CardItem = memo(
  ({
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
    mark,
    measure,
    textSize,
  }: CardItemProps): ComponentChild => {
    const { id, x, y, width, height, layout, level } = card;
    const shownLayout = textSize === undefined ? layout : cachedDistantLayout(layout, textSize, measure);
    const classes = [
      "card",
      layout.form,
      layout.body === "row" && "is-row",
      isDimmed && "is-dimmed",
      findHit && (findHit === "current" ? "is-current-find-match" : "is-find-match"),
      isPlaceholder && "is-placeholder",
      moveRole === "branch" && "is-dragging",
      moveRole === "target" && "is-drop-target",
      isEdited && "is-editing",
      mark?.standing === "falls" && "is-fallen",
      mark?.standing === "undecided" && "is-undecided",
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
        aria-current={cursorMark === "own" ? "location" : undefined}
        aria-label={mark ? `${layout.accessibleLabel} (${mark.description})` : layout.accessibleLabel}
        transform={`translate(${x} ${y})`}
      >
        {isPlaceholder ? (
          <rect class="box fill-none" width={width} height={height} />
        ) : (
          <CardShape layout={shownLayout} />
        )}
        {mark?.standing === "undecided" && !isPlaceholder && <Hatching card={card} />}
        {findHit && (
          <Ring card={card} className={findHit === "current" ? "find-match is-current" : "find-match"} offset={1} />
        )}
        {mark?.isChanged && <Ring card={card} className="changed" offset={2} />}
        {mark && !isPlaceholder && <StandingBadge card={card} mark={mark} measure={measure} />}
        {isReferenceTarget && <Ring card={card} className="reference-target" offset={3} />}
        {cursorMark && (
          <Ring
            card={card}
            className={cursorMark === "inside-folded" ? "cursor-mark is-inside-folded" : "cursor-mark"}
            offset={3}
          />
        )}
        {hasMenuHandle && !isPlaceholder && <MenuHandle card={card} />}
        {cursorMark === "inside-folded" && <circle class="cursor-badge" cx={width - 2} cy={2} r={6} />}
      </g>
    );
  },
);

/** The handle that opens the context menu. It lies on the upper edge, where it covers neither text nor quotes badge. */
function MenuHandle({ card: { width, layout } }: { readonly card: PlacedCard }) {
  const x = layout.body === "row" ? width - 34 : width - 40;
  return (
    <g class="menu-handle" transform={`translate(${x} -12)`}>
      <rect width={28} height={18} rx={9} />
      {[8, 14, 20].map((dotX) => (
        <circle key={dotX} cx={dotX} cy={9} r={1.5} />
      ))}
    </g>
  );
}

interface RingProps {
  readonly card: PlacedCard;
  readonly className: string;
  /** The distance from the card's edge, in pixels. */
  readonly offset: number;
}

const Ring = ({ card, className, offset }: RingProps) => (
  <rect
    class={`ring ${className}`}
    x={-offset}
    y={-offset}
    width={card.width + 2 * offset}
    height={card.height + 2 * offset}
    rx={card.layout.body === "pill" ? card.height / 2 + offset : 6 + offset}
  />
);

/** What the weighing draws on a card: the badge on its lower edge, and the hatching of an undecided card's bar. */
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import type { TextMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import { markTooltip, type StandingMark } from "./standingMark.ts";

interface StandingBadgeProps {
  readonly card: PlacedCard;
  readonly mark: StandingMark;
  readonly measure: TextMeasure;
}

const FONT_SIZE = 10.5;
const PADDING = 6;
const HEIGHT = 14;
/** The distance from the side of the card. */
const INSET = 14;
/** How far it reaches below the body: far enough to clear the last line of a card, less below a row, which is close to the next one. */
const OVERHANG = { card: 8, pill: 7, row: 2 } as const;

/** The badge, in the text color: its words say it all. */
export function StandingBadge({ card: { width, height, layout }, mark, measure }: StandingBadgeProps) {
  if (mark.badge === undefined) return null;
  const weight = mark.isChanged || mark.isSupposed ? 600 : 400;
  const badgeWidth = measure.width(mark.badge, FONT_SIZE, weight) + 2 * PADDING;
  // In an outline, the start of the lower edge is close to the text of the next row.
  const x = layout.body === "card" ? INSET : layout.body === "row" ? width - badgeWidth - INSET : width / 2;
  const className = [
    "standing-badge",
    mark.standing,
    mark.isLikelihood && "is-likelihood",
    mark.isSupposed && "is-supposed",
    mark.isChanged && "is-changed",
  ];
  return (
    <g
      class={className.filter(Boolean).join(" ")}
      transform={`translate(${layout.body === "pill" ? x - badgeWidth / 2 : x} ${height - HEIGHT + OVERHANG[layout.body]})`}
    >
      <title>{markTooltip(mark)}</title>
      <rect width={badgeWidth} height={HEIGHT} rx={HEIGHT / 2} />
      <text x={PADDING} y={HEIGHT - 3.5} font-size={FONT_SIZE} font-weight={weight}>
        {mark.badge}
      </text>
    </g>
  );
}

/** The distance between the lines of the hatching. */
const HATCH_STEP = 6;

/** Lines in the color of the card across its bar. A pill has no bar; its border is dashed instead. */
export function Hatching({ card: { height, layout } }: { readonly card: PlacedCard }) {
  if (layout.body === "pill") return null;
  const [left, right] = layout.body === "row" ? [0, 4] : [3, 9];
  const lines = Array.from(
    { length: Math.max(0, Math.floor((height - 12) / HATCH_STEP)) },
    (_, index) => `M${left} ${12 + index * HATCH_STEP}L${right} ${8 + index * HATCH_STEP}`,
  );
  return <path class="hatching" d={lines.join("")} />;
}

/** The marks of the weighing on a card: the badge on its lower edge, and the hatching of an undecided card's bar. */
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import { badgeLayout, badgeStart, hatchingPath } from "../../../server/core/picture/render/weighing.ts";
import type { TextMeasure } from "../../../server/core/picture/typesetting/measure.ts";
import { markTooltip, type StandingMark } from "./standingMark.ts";

interface StandingBadgeProps {
  readonly card: PlacedCard;
  readonly mark: StandingMark;
  readonly measure: TextMeasure;
}

/** The badge, in the text color: its words say it all. */
export function StandingBadge({ card: { width, height, layout }, mark, measure }: StandingBadgeProps) {
  if (mark.badge === undefined) return null;
  const weight = mark.isChanged || mark.isSupposed ? 600 : 400;
  const { fontSize, padding, height: badgeHeight, baseline, overhang } = badgeLayout;
  const badgeWidth = measure.width(mark.badge, fontSize, weight) + 2 * padding;
  const x = badgeStart(layout.body, width, badgeWidth);
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
      transform={`translate(${x} ${height - badgeHeight + overhang[layout.body]})`}
    >
      <title>{markTooltip(mark)}</title>
      <rect width={badgeWidth} height={badgeHeight} rx={badgeHeight / 2} />
      <text x={padding} y={baseline} font-size={fontSize} font-weight={weight}>
        {mark.badge}
      </text>
    </g>
  );
}

/** Lines in the color of the card across its bar. A pill has no bar; its border is dashed instead. */
export const Hatching = ({ card: { height, layout } }: { readonly card: PlacedCard }) =>
  layout.body === "pill" ? null : <path class="hatching" d={hatchingPath(height, layout.body)} />;

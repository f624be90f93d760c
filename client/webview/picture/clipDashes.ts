/** What is drawn of lines that are dashed and long: the pieces in what is in the document, as the browser dashes all of a path. */
import { type Box, grown } from "../../../server/core/picture/geometry/box.ts";
import { isLong, pathOf, piecesIn, pointOf } from "../../../server/core/picture/geometry/curve.ts";
import type { TieLine } from "../../../server/core/picture/layout/contradictionEdges.ts";
import type { Line } from "../../../server/core/picture/layout/edges.ts";

/** How far a stroke may reach beyond its path, in pixels. */
const beyond = { x: 24, y: 24 };

/** Whether all of a line's path is drawn, wherever it leads. */
export const isWhole = ({ dashed, curve }: Pick<Line, "dashed" | "curve">): boolean =>
  !dashed || curve === undefined || !isLong(curve);

/** A line as far as it is drawn in a box; itself where that is all of it. */
export function lineIn(line: Line, box: Box): Pick<Line, "path" | "colour" | "dashed" | "strong"> {
  const { curve, colour, dashed, strong, x2, y2 } = line;
  if (curve === undefined || isWhole(line)) return line;
  const last = `M${pointOf(curve.end)}L${pointOf({ x: x2, y: y2 })}`;
  return { path: pathIn(curve, box) + last, colour, dashed, strong };
}

/** The same of a tie. */
export function tieIn(tie: TieLine, box: Box): TieLine {
  const { curve } = tie;
  return isLong(curve) ? { ...tie, path: pathIn(curve, box) } : tie;
}

const pathIn = (curve: Parameters<typeof pathOf>[0], box: Box): string =>
  piecesIn(curve, grown(box, beyond)).map(pathOf).join("");

/** Clips long dashed paths to the rendered box: browsers dash the whole path, which is slow for long ones. */
import { type Box, inflate } from "../../../server/core/picture/geometry/box.ts";
import { isLong, piecesInBox, svgPath, svgPoint } from "../../../server/core/picture/geometry/curve.ts";
import type { CrossLink, Edge } from "../../../server/core/picture/model.ts";

/** How far a stroke may reach beyond its path, in pixels. */
const STROKE_OVERHANG = { x: 24, y: 24 };

/** Whether the whole path of an edge is drawn, wherever it leads. */
export const isDrawnWhole = ({ isDashed, curve }: Pick<Edge, "isDashed" | "curve">): boolean =>
  !isDashed || curve === undefined || !isLong(curve);

/** Returns an edge with its path clipped to a box, or the edge itself when it needs no clipping. */
export function clipEdge(edge: Edge, box: Box): Pick<Edge, "path" | "color" | "isDashed" | "isStrong"> {
  const { curve, color, isDashed, isStrong, x2, y2 } = edge;
  if (curve === undefined || isDrawnWhole(edge)) return edge;
  const lastSegment = `M${svgPoint(curve.end)}L${svgPoint({ x: x2, y: y2 })}`;
  return { path: clippedPath(curve, box) + lastSegment, color, isDashed, isStrong };
}

/** Returns a cross-link with its path clipped to a box, or the cross-link itself when it needs no clipping. */
export function clipCrossLink(crossLink: CrossLink, box: Box): CrossLink {
  const { curve } = crossLink;
  return isLong(curve) ? { ...crossLink, path: clippedPath(curve, box) } : crossLink;
}

const clippedPath = (curve: Parameters<typeof svgPath>[0], box: Box): string =>
  piecesInBox(curve, inflate(box, STROKE_OVERHANG)).map(svgPath).join("");

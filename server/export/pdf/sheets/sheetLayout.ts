import type { Box, Point } from "../../../core/picture/geometry/box.ts";
import type { PlacedCard } from "../../../core/picture/model.ts";
import type { Shape } from "../../../core/picture/render/shape.ts";
import type { PageReference } from "../pageReferences.ts";
import type { Paper } from "./paper.ts";

/** A piece of a picture on a sheet. Lengths are in pixels. */
export interface SheetPiece {
  readonly shapes: readonly Shape[];
  /** The cards that the piece shows. */
  readonly cards: readonly PlacedCard[];
  /** The part of the picture that is shown. Its corner is drawn at `at`. */
  readonly box: Box;
  readonly at: Point;
  /** Whether shapes that extend beyond the box are cut off. */
  readonly isClipped: boolean;
  readonly references: readonly PageReference[];
}

/** The content of all sheets of a document. */
export interface SheetLayout {
  readonly paper: Paper;
  /** In points for each pixel. */
  readonly scale: number;
  readonly sheets: readonly (readonly SheetPiece[])[];
}

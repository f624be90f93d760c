import type { Size } from "../../../core/picture/geometry/box.ts";

/** The paper sizes to choose from. */
export type PaperSize = "a4" | "letter";

/** A sheet of paper in portrait or landscape. Lengths are in points. */
export interface Paper extends Size {
  /** The area for the picture, between the header and the margins. */
  readonly room: Size;
}

/** The short and the long side of sheets. */
const sheetSides = { a4: [595.28, 841.89], letter: [612, 792] } as const;
export const paperMargin = 34;
/** The height of the header with its distance from the picture. */
export const headerHeight = 34;

const paperOf = (width: number, height: number): Paper => ({
  width,
  height,
  room: { width: width - 2 * paperMargin, height: height - 2 * paperMargin - headerHeight },
});

/** Returns a sheet in both orientations. */
export function papersOf(size: PaperSize): { readonly landscape: Paper; readonly portrait: Paper } {
  const [short, long] = sheetSides[size];
  return { landscape: paperOf(long, short), portrait: paperOf(short, long) };
}

import type { Box } from "../../core/picture/geometry/box.ts";
import type { Tile } from "./paginate.ts";

/** The distribution of a picture over the sheets of a document, one tile on each. */
export interface SheetLayout {
  readonly title: string;
  readonly tiles: readonly Tile[];
}

/** Returns the page, counted from 0, of the top left corner of a box, and its distance from the top of that page in points. */
export type PageLocator = (box: Box) => { readonly page: number; readonly top: number } | undefined;

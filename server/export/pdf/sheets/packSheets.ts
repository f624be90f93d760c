/** Distributes boxes over sheets. */
import type { Point, Size } from "../../../core/picture/geometry/box.ts";
import { packColumns, packRows } from "../../../core/picture/geometry/packColumns.ts";

/** A box at its place on a sheet. */
export interface PackedBox extends Point {
  /** The index of the box. */
  readonly index: number;
}

/** The gaps between boxes, in pixels. */
const GAPS = { x: 36, y: 28 } as const;
/** A box goes back at most this many sheets, so that a reader finds it near the others. */
const MAX_SHEETS_BACK = 8;

/** Returns the boxes of each sheet. Each box goes to the first sheet that has room for it; a larger one gets its own. */
export function packSheets(boxes: readonly Size[], room: Size): readonly (readonly PackedBox[])[] {
  const sheets: (readonly PackedBox[])[] = [];
  for (const index of boxes.keys()) {
    const first = Math.max(0, sheets.length - MAX_SHEETS_BACK);
    let packed: readonly PackedBox[] | undefined;
    for (let sheet = first; sheet < sheets.length && packed === undefined; sheet++) {
      packed = packOne([...(sheets[sheet] ?? []).map((box) => box.index), index], boxes, room);
      if (packed !== undefined) sheets[sheet] = packed;
    }
    if (packed === undefined) sheets.push([{ index, x: 0, y: 0 }]);
  }
  return sheets;
}

/** Packs boxes on one sheet, in columns or in rows; undefined if they do not fit. */
function packOne(indexes: readonly number[], boxes: readonly Size[], room: Size): readonly PackedBox[] | undefined {
  const sizes = indexes.flatMap((index) => boxes[index] ?? []);
  const place = (positions: readonly Point[]): readonly PackedBox[] =>
    indexes.map((index, at) => ({ index, x: positions[at]?.x ?? 0, y: positions[at]?.y ?? 0 }));
  const area = sizes.reduce((sum, { width, height }) => sum + width * height, 0);
  if (area > room.width * room.height) return undefined;
  const columns = packColumns(sizes, room, GAPS);
  if (columns.width <= room.width && columns.height <= room.height) return place(columns.positions);
  const rows = packRows(sizes, room, GAPS);
  return rows.width <= room.width && rows.height <= room.height ? place(rows.positions) : undefined;
}

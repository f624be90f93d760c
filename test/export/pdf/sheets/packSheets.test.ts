import fc from "fast-check";
import { expect, test } from "vitest";
import { packSheets } from "../../../../server/export/pdf/sheets/packSheets.ts";

const room = { width: 1000, height: 600 };
const box = fc.record({ width: fc.integer({ min: 50, max: 1000 }), height: fc.integer({ min: 20, max: 600 }) });

test("each box is once on a sheet, within the room, and clear of the others", () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 30 }), (boxes) => {
      const sheets = packSheets(boxes, room);
      const indexes = sheets.flatMap((sheet) => sheet.map(({ index }) => index));
      expect(indexes.toSorted((a, b) => a - b)).toEqual([...boxes.keys()]);
      for (const sheet of sheets) {
        const placed = sheet.map(({ index, x, y }) => ({ x, y, ...(boxes[index] ?? { width: 0, height: 0 }) }));
        for (const [at, one] of placed.entries()) {
          expect(one.x + one.width).toBeLessThanOrEqual(room.width);
          expect(one.y + one.height).toBeLessThanOrEqual(room.height);
          for (const other of placed.slice(at + 1)) {
            const isClear =
              one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y ||
              other.y + other.height <= one.y;
            expect(isClear).toBe(true);
          }
        }
      }
    }),
  );
});

test("small boxes share a sheet, in columns or rows", () => {
  const small = { width: 280, height: 150 };
  expect(
    packSheets(
      Array.from({ length: 9 }, () => small),
      room,
    ),
  ).toHaveLength(1);
  expect(packSheets([{ width: 900, height: 200 }, small, small], room)).toHaveLength(1);
});

test("a box goes to an earlier sheet that still has room", () => {
  const [tall, small] = [
    { width: 700, height: 590 },
    { width: 200, height: 100 },
  ];
  expect(packSheets([tall, tall, small], room).map((sheet) => sheet.map(({ index }) => index))).toEqual([[0, 2], [1]]);
});

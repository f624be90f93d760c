import fc from "fast-check";
import { expect, test } from "vitest";
import type { Box } from "../../../../server/core/picture/geometry/box.ts";
import { cutOutline } from "../../../../server/export/pdf/sheets/outlineSheets.ts";

const ROOM = 500;
const row = fc.record({
  x: fc.integer({ min: 0, max: 100 }),
  y: fc.integer({ min: 0, max: 6000 }),
  width: fc.integer({ min: 60, max: 250 }),
  height: fc.integer({ min: 26, max: 200 }),
});
const boundsOf = (rows: readonly Box[]): Box => {
  const y = Math.min(...rows.map((one) => one.y)) - 16;
  return { x: -16, y, width: 400, height: Math.max(...rows.map((one) => one.y + one.height)) + 16 - y };
};

test("covers the outline with sheets that follow each other and are not too tall", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
      const bounds = boundsOf(rows);
      let end = bounds.y;
      for (const { y, height } of cutOutline(bounds, rows, ROOM)) {
        expect(y).toBe(end);
        expect(height).toBeLessThanOrEqual(ROOM);
        end = y + height;
      }
      expect(end).toBe(bounds.y + bounds.height);
    }),
  );
});

test("cuts between rows if possible", () => {
  const rows = Array.from({ length: 30 }, (_, index) => ({ x: 0, y: index * 90, width: 250, height: 70 }));
  const sheets = cutOutline(boundsOf(rows), rows, ROOM);
  expect(sheets.length).toBeGreaterThan(1);
  const isOn = (sheet: Box, { y, height }: Box): boolean => y < sheet.y + sheet.height && y + height > sheet.y;
  for (const one of rows) expect(sheets.filter((sheet) => isOn(sheet, one))).toHaveLength(1);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { PassageIndex } from "../../../server/workspace/sources/passageIndex.ts";

test("finds the same passages as a linear search, in order", () => {
  const item = fc.record({ start: fc.nat(60), length: fc.nat(20) }).map(({ start, length }) => ({
    passage: { start, end: start + length },
  }));
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), fc.nat(80), fc.nat(10), (items, start, length) => {
      const end = start + length;
      const found = new PassageIndex(items).touching({ start, end });
      expect(new Set(found)).toEqual(
        new Set(items.filter(({ passage }) => passage.start <= end && passage.end >= start)),
      );
      const starts = found.map(({ passage }) => passage.start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { commonPrefixLength, commonSuffixLength } from "../../../server/core/strings/commonEnds.ts";

test("the common ends of two texts do not overlap, and are as long as possible", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const start = commonPrefixLength(a, b);
      const end = commonSuffixLength(a, b, start);
      const [restOfA, restOfB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
      expect(a.slice(0, start) + restOfA + a.slice(a.length - end)).toBe(a);
      expect(a.slice(0, start) + restOfB + a.slice(a.length - end)).toBe(b);
      if (restOfA === "" || restOfB === "") return;
      expect(restOfA[0]).not.toBe(restOfB[0]);
      expect(restOfA.at(-1)).not.toBe(restOfB.at(-1));
    }),
  );
});

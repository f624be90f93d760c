import fc from "fast-check";
import { expect, test } from "vitest";
import { parseTimes, timeLabel } from "../../../server/core/strings/times.ts";

test("the label of a time is parsed as its whole seconds", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (seconds) => {
      const whole = Math.floor(seconds);
      expect(parseTimes(timeLabel(seconds))).toEqual({ from: whole, to: whole });
    }),
  );
});

test("reads a range, and nothing that is no time", () => {
  expect(parseTimes("12:31 – 1:00:00")).toEqual({ from: 751, to: 3600 });
  for (const other of ["12", "12:60", "1:60:00", "00:10–00:09", "12:3", "12:31:"])
    expect(parseTimes(other)).toBeUndefined();
});

import { describe, expect, test } from "vitest";
import { cachedMeasure, tableMeasure } from "../../../../server/core/picture/typesetting/measure.ts";

describe("the table measure", () => {
  const width = (text: string): number => tableMeasure.width(text, 100, 400) / 1.06;

  test("has the widths of Latin letters, with or without diacritics", () => {
    expect(width("il")).toBeCloseTo(44.4);
    expect(width("é")).toBeCloseTo(55.6);
    expect(width("e\u0301")).toBeCloseTo(55.6);
    expect(tableMeasure.width("b", 100, 600)).toBeGreaterThan(tableMeasure.width("b", 100, 400));
  });

  test("gives Chinese, Japanese and Korean the full width, and combining marks and joiners none", () => {
    expect(width("旧、カ각")).toBeCloseTo(400);
    expect(width("ｶ")).toBeCloseTo(50);
    expect(width("\u200d\ufe0f\u0301")).toBe(0);
    expect(width("👩‍👩‍👧")).toBeCloseTo(130);
    expect(width("🇫🇮")).toBeCloseTo(130);
  });
});

test("a cached measure measures each text, size and weight once", () => {
  let callCount = 0;
  const measure = cachedMeasure({ width: () => ++callCount });
  const first = measure.width("word", 13, 400);
  expect(measure.width("word", 13, 400)).toBe(first);
  expect(callCount).toBe(1);
  measure.width("word", 13, 600);
  expect(callCount).toBe(2);
});

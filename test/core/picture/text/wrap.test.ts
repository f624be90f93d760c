import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cachedMeasure, tableMeasure } from "../../../../server/core/picture/text/measure.ts";
import { isRightToLeft, wrap } from "../../../../server/core/picture/text/wrap.ts";

/** Ten pixels for each character that takes room. */
const ten = (text: string): number =>
  10 * Array.from(new Intl.Segmenter().segment(text)).filter(({ segment }) => !/^\p{M}+$/u.test(segment)).length;
const lines = (text: string, limit: number): string[] => wrap(text, limit, ten).map(({ text }) => text);

describe("lines break", () => {
  test("between words, as late as they can", () => {
    expect(lines("one two three", 80)).toEqual(["one two", "three"]);
  });

  test("after hyphens and dashes within words, not within numbers", () => {
    expect(lines("well-known −3 of-ten", 50)).toEqual(["well-", "known", "−3", "of-", "ten"]);
    expect(lines("1990-1995", 90)).toEqual(["1990-1995"]);
  });

  test("within a word only where it is longer than a line, and never within what is read as one character", () => {
    expect(lines("a Donaudampfschiff", 60)).toEqual(["a", "Donaud", "ampfsc", "hiff"]);
    expect(lines("e\u0301".repeat(4), 20)).toEqual(["e\u0301e\u0301", "e\u0301e\u0301"]);
    expect(lines("👩‍👩‍👧👩‍👩‍👧🇫🇮🇫🇮", 20)).toEqual(["👩‍👩‍👧👩‍👩‍👧", "🇫🇮🇫🇮"]);
  });

  test("within a word as wide as its letters are together, not each alone", () => {
    const kerned = (text: string): number => 10 * text.length + 2 * (text.match(/A(?=A)/g)?.length ?? 0);
    const broken = wrap("AAAAAAAAAA", 50, kerned);
    expect(broken.map(({ text }) => text)).toEqual(["AAAA", "AAAA", "AA"]);
    for (const { text, width } of broken) expect(width).toBe(kerned(text));
  });

  test("at any Chinese or Japanese character", () => {
    expect(lines("旧城区应不应该征收", 40)).toEqual(["旧城区应", "不应该征", "收"]);
    expect(lines("使用 Ohm 库", 40)).toEqual(["使用", "Ohm", "库"]);
    expect(lines("使用Ohm库", 40)).toEqual(["使用", "Ohm库"]);
  });

  test("not before what closes, lengthens or repeats, nor after what opens", () => {
    expect(lines("旧城区应。不", 40)).toEqual(["旧城区", "应。不"]);
    expect(lines("他说：“好”了", 40)).toEqual(["他说：", "“好”了"]);
    expect(lines("データベース", 30)).toEqual(["データ", "ベース"]);
    expect(lines("サーバー", 20)).toEqual(["サー", "バー"]);
    expect(lines("好的——坏", 30)).toEqual(["好的", "——坏"]);
  });

  test("between words that only a dictionary parts", () => {
    expect(lines("ภาษาไทยง่าย", 70)).toEqual(["ภาษาไทย", "ง่าย"]);
  });

  test("between paragraphs", () => {
    expect(wrap("one\ntwo\n\nthree", 100, ten)).toMatchObject([
      { text: "one two", startsNewParagraph: false },
      { text: "three", startsNewParagraph: true },
    ]);
  });
});

test("the first letter decides which way a paragraph runs", () => {
  expect(isRightToLeft("كلمة and more")).toBe(true);
  expect(isRightToLeft("1. “עברית”")).toBe(true);
  expect(isRightToLeft("Word كلمة")).toBe(false);
  expect(isRightToLeft("123")).toBe(false);
  expect(wrap("one\n\nكلمة", 100, ten).map(({ rtl }) => rtl)).toEqual([false, true]);
});

test("nothing is lost, and no line is too long", () => {
  const text = fc.array(
    fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("旧城，区", "كلمة", "well-known", "\n\n", " ", "ภาษา"),
    ),
  );
  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 200 }), (parts, limit) => {
      const whole = parts.join("");
      const wrapped = wrap(whole, limit, ten);
      const bare = (words: string): string => words.replaceAll(/\s/gu, "");
      expect(bare(wrapped.map(({ text }) => text).join(""))).toBe(bare(whole));
      for (const line of wrapped) expect(line.width).toBeLessThanOrEqual(limit);
    }),
    { numRuns: 300 },
  );
});

describe("the table", () => {
  const width = (text: string): number => tableMeasure.width(text, 100, 400) / 1.06;

  test("knows Latin letters, with marks or without", () => {
    expect(width("il")).toBeCloseTo(44.4);
    expect(width("é")).toBeCloseTo(55.6);
    expect(width("e\u0301")).toBeCloseTo(55.6);
    expect(tableMeasure.width("b", 100, 600)).toBeGreaterThan(tableMeasure.width("b", 100, 400));
  });

  test("gives Chinese, Japanese and Korean the full width, and marks and joiners none", () => {
    expect(width("旧、カ각")).toBeCloseTo(400);
    expect(width("ｶ")).toBeCloseTo(50);
    expect(width("\u200d\ufe0f\u0301")).toBe(0);
    expect(width("👩‍👩‍👧")).toBeCloseTo(130);
    expect(width("🇫🇮")).toBeCloseTo(130);
  });
});

test("a cached measure is asked once for each word, size and weight", () => {
  let asked = 0;
  const measure = cachedMeasure({ width: (text) => (asked += text.length) });
  const first = measure.width("word", 13, 400);
  expect(measure.width("word", 13, 400)).toBe(first);
  expect(asked).toBe(4);
  measure.width("word", 13, 600);
  expect(asked).toBe(8);
});

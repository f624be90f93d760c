import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRightToLeft, wrap } from "../../../../server/core/picture/typesetting/wrap.ts";

/** Ten pixels for each grapheme cluster. */
const ten = (text: string): number =>
  10 * Array.from(new Intl.Segmenter().segment(text)).filter(({ segment }) => !/^\p{M}+$/u.test(segment)).length;
const lines = (text: string, limit: number): string[] => wrap(text, limit, ten).map(({ text }) => text);

describe("lines break", () => {
  test("between words, as late as possible", () => {
    expect(lines("one two three", 80)).toEqual(["one two", "three"]);
  });

  test("after hyphens and dashes within words, but not within numbers", () => {
    expect(lines("well-known −3 of-ten", 50)).toEqual(["well-", "known", "−3", "of-", "ten"]);
    expect(lines("1990-1995", 90)).toEqual(["1990-1995"]);
  });

  test("within a word only if it is longer than a line, and never within a grapheme cluster", () => {
    expect(lines("a Donaudampfschiff", 60)).toEqual(["a", "Donaud", "ampfsc", "hiff"]);
    expect(lines("e\u0301".repeat(4), 20)).toEqual(["e\u0301e\u0301", "e\u0301e\u0301"]);
    expect(lines("👩‍👩‍👧👩‍👩‍👧🇫🇮🇫🇮", 20)).toEqual(["👩‍👩‍👧👩‍👩‍👧", "🇫🇮🇫🇮"]);
  });

  test("within a long word by the width of the line with kerning", () => {
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

  test("neither before closing punctuation and iteration marks nor after opening punctuation", () => {
    expect(lines("旧城区应。不", 40)).toEqual(["旧城区", "应。不"]);
    expect(lines("他说：“好”了", 40)).toEqual(["他说：", "“好”了"]);
    expect(lines("データベース", 30)).toEqual(["データ", "ベース"]);
    expect(lines("サーバー", 20)).toEqual(["サー", "バー"]);
    expect(lines("好的——坏", 30)).toEqual(["好的", "——坏"]);
  });

  test("between Thai words, which have no spaces", () => {
    expect(lines("ภาษาไทยง่าย", 70)).toEqual(["ภาษาไทย", "ง่าย"]);
  });

  test("between paragraphs", () => {
    expect(wrap("one\ntwo\n\nthree", 100, ten)).toMatchObject([
      { text: "one two", startsNewParagraph: false },
      { text: "three", startsNewParagraph: true },
    ]);
  });
});

test("the first letter decides the direction of a paragraph", () => {
  expect(isRightToLeft("كلمة and more")).toBe(true);
  expect(isRightToLeft("1. “עברית”")).toBe(true);
  expect(isRightToLeft("Word كلمة")).toBe(false);
  expect(isRightToLeft("123")).toBe(false);
  expect(wrap("one\n\nكلمة", 100, ten).map(({ rtl }) => rtl)).toEqual([false, true]);
});

test("wrapping loses no characters and exceeds no limit", () => {
  const text = fc.array(
    fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("旧城，区", "كلمة", "well-known", "\n\n", " ", "ภาษา"),
    ),
  );
  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 200 }), (parts, limit) => {
      const original = parts.join("");
      const wrapped = wrap(original, limit, ten);
      const withoutSpaces = (words: string): string => words.replaceAll(/\s/gu, "");
      expect(withoutSpaces(wrapped.map(({ text }) => text).join(""))).toBe(withoutSpaces(original));
      for (const line of wrapped) expect(line.width).toBeLessThanOrEqual(limit);
    }),
    { numRuns: 300 },
  );
});

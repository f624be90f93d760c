/** The normalized text, in which spacing, typesetting and the shapes of marks do not matter. */
import { describe, expect, test } from "vitest";
import {
  collapseWhiteSpace,
  firstDashIndex,
  normalize,
  normalOffsetOf,
  toOriginalRange,
} from "../../../../server/core/articles/quotes/normalize.ts";

test.each([
  ["  The \n air ", "The air"],
  ["f ( x ) and { y }", "f(x)and{y}"],
  ["see [12] now", "see [12] now"],
  ["空 气\n变", "空气变"],
  ["空 air", "空air"],
  ["well-known — yes", "wellknownyes"],
  ["so … on", "so ... on"],
  ["ﬁne oﬃce aﬀect ﬂow baﬄe ﬅ ﬆ", "fine office affect flow baffle st st"],
  ["di\u00adoxide zero\u200bwidth\ufeff", "dioxide zerowidth"],
  ["Cafe\u0301s", "Caf\u00e9s"],
  ["\u1112\u1161\u11ab", "\ud55c"],
  ["“yes” «no» ‘so’ `it´ 「好」", "'yes' 'no' 'so' 'it' '好'"],
  ["6' 2\" or 12” but 112” and x”", "6' 2\" or 12\" but 112' and x'"],
  ["", ""],
])("of %j is %j", (original, text) => expect(normalize(original).text).toBe(text));

describe("characters that look alike", () => {
  const nextTo = (mark: string): string => normalize(`a${mark}b 12${mark} 123${mark}`).text;
  test.each([..."'‘’‚‛′ʼ`´‹›"])("%s is a single quotation mark everywhere", (mark) => {
    expect(nextTo(mark)).toBe("a'b 12' 123'");
  });
  test.each([...'"“”„‟″«»〝〞「」『』＂'])("%s is one, too, but inches or seconds after one or two digits", (mark) => {
    expect(nextTo(mark)).toBe("a'b 12\" 123'");
    expect(normalize(`7${mark}`).text).toBe('7"');
  });
  test.each([..."-‐‑‒–—―−﹘﹣－"])("%s is a dash", (mark) => {
    expect(normalize(`a ${mark}b`)).toMatchObject({ text: "ab", dashes: [{ at: 1, isSoft: false }] });
  });
  test.each([..."‒–—―−﹘﹣－"])("%s does not break a word at a line end", (mark) => {
    expect(normalize(`a${mark}\nb`).dashes).toEqual([{ at: 1, isSoft: false }]);
  });
  test.each([..."-‐‑"])("%s may break a word at a line end", (mark) => {
    expect(normalize(`a${mark}\nb`).dashes).toEqual([{ at: 1, isSoft: true }]);
  });
  test.each([..." \t\n\r\f\v\u00a0\u2003\u2028\u3000"])("%j is a space", (space) => {
    expect(normalize(`${space}a${space}${space}b${space}`).text).toBe("a b");
  });
  test.each([..."(){}"])("%s needs no space beside it", (bracket) => {
    expect(normalize(`a ${bracket} b`).text).toBe(`a${bracket}b`);
  });
  test.each([..."!#$%&*+,./:;<=>?@[\\]^_|~0189AZaz"])("%s is always itself", (character) => {
    const text = `a ${character} b${character}c ${character}`;
    expect(normalize(text)).toMatchObject({ text, dashes: [] });
  });
});

test("marks stay with their letter in a run of other letters", () => {
  expect(normalize("resume\u0301s e\u0301\u0323").text).toBe("resumés ẹ́".normalize("NFC"));
  expect(normalize("中\u0301文").text).toBe("中\u0301文".normalize("NFC"));
  expect(normalize("\u0301a").text).toBe("\u0301a");
  expect(normalize("\ud800a\udc00").text).toBe("\ud800a\udc00");
});

test("a long text keeps each offset", () => {
  const words = `${"a".repeat(2500)} ${"ab ".repeat(300)}${"变".repeat(2500)}`;
  const { text, offsets } = normalize(words);
  // No space before Chinese.
  expect(text).toBe(words.replace(" 变", "变"));
  expect([...offsets].every((at, index) => index === text.length || words[at] === text[index])).toBe(true);
  expect(offsets.at(-1)).toBe(words.length);
});

describe("dashes are kept apart from the text", () => {
  test.each([
    ["a-b", [{ at: 1, isSoft: false }]],
    ["a - b", [{ at: 1, isSoft: false }]],
    ["a--b", [{ at: 1, isSoft: false }]],
    ["a-\nb", [{ at: 1, isSoft: true }]],
    ["a- b", [{ at: 1, isSoft: true }]],
    ["1-\n2", [{ at: 1, isSoft: false }]],
    ["–a", [{ at: 0, isSoft: false }]],
    [
      "a-b–c",
      [
        { at: 1, isSoft: false },
        { at: 2, isSoft: false },
      ],
    ],
    ["ab", []],
  ])("in %j", (original, dashes) => expect(normalize(original).dashes).toEqual(dashes));
  test("and are found by offset", () => {
    const { dashes } = normalize("a-b–c");
    expect([0, 1, 2, 3].map((at) => firstDashIndex(dashes, at))).toEqual([0, 0, 1, 2]);
  });
});

describe("a passage of the normalized text", () => {
  test.each([
    ["  The\n\nair", "The air", "The\n\nair"],
    ["the o\ufb03ce said", "office", "o\ufb03ce"],
    ["the o\ufb03ce said", "off", "o\ufb03"],
    ["so … on", "...", "…"],
    ["Cafe\u0301s", "Café".normalize("NFC"), "Cafe\u0301"],
    ["di\u00adoxide fell", "dioxide", "di\u00adoxide"],
    ["a well-known fact", "wellknown", "well-known"],
  ])("of %j: %j stands for %j", (original, words, expected) => {
    const normal = normalize(original);
    const start = normal.text.indexOf(words);
    const range = toOriginalRange(normal, { start, end: start + words.length });
    expect(original.slice(range.start, range.end)).toBe(expected);
  });
  test("has the offsets of the original text, however many ligatures make it longer", () => {
    const normal = normalize("ﬃ".repeat(40));
    expect(normal.text).toBe("ffi".repeat(40));
    expect(normal.offsets.length).toBe(121);
    expect([0, 3, 119, 120].map((at) => normal.offsets[at])).toEqual([0, 1, 39, 40]);
    expect(normalOffsetOf(normal.offsets, 39)).toBe(117);
  });
  test("is empty at the start of an empty text", () => {
    expect(toOriginalRange(normalize(""), { start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
  });
});

test("a text on one line has single spaces and no invisible characters", () => {
  expect(collapseWhiteSpace(" The \u00adair\r\n\tgot\u200b cleaner \n")).toBe("The air got cleaner");
});

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

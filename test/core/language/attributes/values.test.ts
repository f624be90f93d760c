import { describe, expect, test } from "vitest";
import {
  isValidValue,
  likelihoodRange,
  scaleValue,
  valueForms,
  writtenRange,
} from "../../../../server/core/language/attributes/values.ts";

const correctionsOf = (key: string, value: string): readonly string[] => valueForms.get(key)?.corrections(value) ?? [];

describe("valid values", () => {
  test.each([
    ["likelihood", ["likely", "0%", "100%", "7%", "72,5 %", "55-80%", "55% – 80 %", "0.5–1.25%"]],
    ["strength", ["weak", "conclusive", "80%"]],
    ["tags", ["air", "air, old-town", " air ,\t空气", "a_1"]],
    ["date", ["2024", "2024-05", "2024-12-31", "2024-02-29", "2000-02-29", "0044-03-15"]],
    ["url", ["https://a.org", "HTTP://a.org/b?c#d", "https://a.org?b", "https://a.org#b"]],
    ["file", ["report.txt", "../texts/report 1.txt"]],
    ["section", ["Results", "2.1 The air"]],
    ["occurrence", ["first", "last", "1", "2", "120"]],
    ["page", ["1", "12-14", "12 – 14", "xii", "ix–14", "7—7", "XII", "00:12:31", "12:31", "1:02:03 – 1:02:09"]],
    ["language", ["en", "de-AT", "zh-Hans", "yue"]],
    ["title", ["anything: at all"]],
    ["author", ["", "a key without a form"]],
  ])("of %s", (key, values) => {
    expect(values.filter((value) => !isValidValue(key, value))).toEqual([]);
  });
});

describe("invalid values", () => {
  test.each([
    [
      "likelihood",
      ["", "often", "101%", "72", "80-55%", "55-55%", "55-101%", "1000%", "x5%", "5%x", "55-80", "x55-80%", "55-80%x"],
    ],
    ["strength", ["55-80%", "101%", "likely"]],
    ["confidence", ["50%", "mid"]],
    ["tags", ["", "air,", "old town", "air,,town", "?", "air?", "!air"]],
    [
      "date",
      [
        "24",
        "2024-5",
        "2024-00",
        "2024-13",
        "2024-01-00",
        "2024-04-31",
        "2023-02-29",
        "1900-02-29",
        "x2024",
        "2024-01-01x",
      ],
    ],
    [
      "url",
      ["a.org", "ftp://a.org", "https://", "https:///a", "https://a b", "see https://a.org", "https://a.org/b c"],
    ],
    ["file", ["", "/report.txt", "\\report.txt", "texts\\report.txt", "file:report.txt", "c+d-e.1:report.txt"]],
    ["section", [""]],
    ["occurrence", ["", "0", "-1", "second", "2nd", "1.5"]],
    ["page", ["", "twelve", "14-12", "12, 14", "1-2-3", "p1", "1p", "12:61", "00:10-00:09", "1:2:3"]],
    ["language", ["", "e", "english", "zh_Hans", "en-", "1en"]],
    ["title", [""]],
  ])("of %s", (key, values) => {
    expect(values.filter((value) => isValidValue(key, value))).toEqual([]);
  });
});

describe("corrections of invalid values", () => {
  test.each([
    ["likelihood", "70", ["70%"]],
    ["likelihood", "0.07", ["7%"]],
    ["likelihood", "1", ["100%"]],
    ["likelihood", "1 percent", ["1%"]],
    ["likelihood", " about 70 per cent ", ["70%"]],
    ["likelihood", "~0,5", ["50%"]],
    ["likelihood", "from 55 to 80", ["55-80%"]],
    ["likelihood", "0.55 — 0.8", ["55-80%"]],
    ["likelihood", "between 0.5 and 1 pct", ["0.5-1%"]],
    ["likelihood", "0.5 to 2", ["0.5-2%"]],
    ["likelihood", "80-55", ["55-80%"]],
    ["likelihood", "170", []],
    ["likelihood", "I say 70", []],
    ["likelihood", "70 or so", []],
    ["strength", "70", ["70%"]],
    ["strength", "55 to 80", []],
    ["date", "12 March 2024", ["2024-03-12"]],
    ["date", "1st Dec. 2024", ["2024-12-01"]],
    ["date", "March 2nd, 2024", ["2024-03-02"]],
    ["date", " March 2024 ", ["2024-03"]],
    ["date", "2024/3", ["2024-03"]],
    ["date", "2024 . 3 . 2", ["2024-03-02"]],
    ["date", "12.3.2024", ["2024-03-12"]],
    ["date", "3/12/2024", ["2024-12-03", "2024-03-12"]],
    ["date", "3/3/2024", ["2024-03-03"]],
    ["date", "13/3/2024", ["2024-03-13"]],
    ["date", "3-3/2024", []],
    ["date", "in March 2024", []],
    ["date", "31 April 2024", []],
    ["date", "March  12,  2024", ["2024-03-12"]],
    ["date", "mar. 12 2024", ["2024-03-12"]],
    ["date", "in March 12, 2024", []],
    ["date", "12.  March,  2024", ["2024-03-12"]],
    ["date", "1 Ma 2024", []],
    ["date", "2024/03/12 or so", []],
    ["date", "12 Foo 2024", []],
    ["date", "Foo 12, 2024", []],
    ["confidence", "70", []],
  ])("of %s: %s", (key, value, expected) => expect(correctionsOf(key, value)).toEqual(expected));
});

describe("values as numbers", () => {
  test.each([
    ["70%", [0.7, 0.7]],
    ["0.5 %", [0.005, 0.005]],
    ["55-80%", [0.55, 0.8]],
    ["likely", [0.55, 0.8]],
    ["almost-certain", [0.95, 0.99]],
    ["often", undefined],
    ["101%", undefined],
  ])("the range of the likelihood %s", (value, range) => expect(likelihoodRange(value)).toEqual(range));
  test("a written range is neither a word nor a single percentage", () => {
    expect(writtenRange("55–80%")).toEqual([0.55, 0.8]);
    expect(writtenRange("likely")).toBeUndefined();
    expect(writtenRange("70%")).toBeUndefined();
  });
  test.each([
    ["likelihood", "likely", 0.675],
    ["likelihood", "1-2%", 0.015],
    ["likelihood", "70%", 0.7],
    ["likelihood", "strong", undefined],
    ["strength", "strong", 0.8],
    ["strength", "conclusive", 1],
    ["strength", "35%", 0.35],
    ["strength", "55-80%", undefined],
    ["strength", "likely", undefined],
  ] as const)("the value of the %s %s", (key, value, expected) => expect(scaleValue(key, value)).toBe(expected));
});

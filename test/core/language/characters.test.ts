import { describe, expect, test } from "vitest";
import {
  isName,
  isWhiteSpace,
  normalizeName,
  skipWhiteSpace,
  trimmedLength,
  trimWhiteSpace,
} from "../../../server/core/language/characters.ts";

describe("white space within a line", () => {
  test("is the tab, the vertical tab, the form feed and every space separator of Unicode, and nothing else", () => {
    const codes = Array.from({ length: 0x10000 }, (_, code) => code);
    const isSpaceSeparator = (code: number): boolean => /\p{Zs}/u.test(String.fromCharCode(code));
    expect(codes.filter(isWhiteSpace)).toEqual([9, 11, 12, ...codes.filter(isSpaceSeparator)]);
  });
  test("is skipped from a column on", () => {
    expect(skipWhiteSpace("ab  \u3000c d", 2)).toBe(5);
    expect(skipWhiteSpace("ab", 1)).toBe(1);
    expect(skipWhiteSpace("a \t", 1)).toBe(3);
    expect(skipWhiteSpace("ab", 2)).toBe(2);
  });
  test("does not count at the end of a line", () => {
    expect(trimmedLength(" a b \t\u00a0")).toBe(4);
    expect(trimmedLength("ab")).toBe(2);
    expect(trimmedLength(" \t ")).toBe(0);
    expect(trimmedLength("")).toBe(0);
  });
  test("is trimmed at both ends", () => {
    expect(trimWhiteSpace("\t a b \u2003")).toBe("a b");
    expect(trimWhiteSpace("a b")).toBe("a b");
    expect(trimWhiteSpace(" \t ")).toBe("");
  });
  test("is no line end", () => {
    expect(trimWhiteSpace("\r\na\n")).toBe("\r\na\n");
  });
});

describe("a name", () => {
  test.each(["a", "Keep-it_2", "ähre", "東京", "e\u0301t\u00e9", "a2", "ж-1"])("may be %s", (word) => {
    expect(isName(word)).toBe(true);
  });
  test.each(["", "2a", "-a", "_a", "a b", "a.b", "a:", "a’s", "\u0301a", " a", "a "])("is not “%s”", (word) => {
    expect(isName(word)).toBe(false);
  });
  test("is compared in composed form", () => {
    expect(normalizeName("e\u0301te\u0301")).toBe("\u00e9t\u00e9");
  });
});

/** The kinds of lines. */
import { describe, expect, test } from "vitest";
import { byteOrderMark, scanLine } from "../../../../server/core/language/parsing/scanLine.ts";

const kindOf = (raw: string): string => scanLine(raw).kind;

describe("a line is", () => {
  test.each([
    ["", "blank"],
    ["\u3000\t ", "blank"],
    ["// remark", "comment"],
    ["    // remark", "comment"],
    ["/ no remark", "unreadable"],
    ["  / no remark", "text"],
    ["  https://example.org", "text"],
    ["# Heading", "heading"],
    ["###### Deep", "heading"],
    ["####### Too deep", "unreadable"],
    ["#", "unreadable"],
    ["#Heading", "unreadable"],
    ["  # no heading", "text"],
    ["claim keep: Yes.", "entry"],
    ["  claim keep: Yes.", "entry"],
    ["claim:", "entry"],
    ["claim keep", "entry"],
    ["  claim keep", "text"],
    ["  premise keep", "entry"],
    ["  premise keep that", "text"],
    ["  premise", "text"],
    ["claims: no", "entry"],
    ["  claims: no", "text"],
    ["Claim keep: no", "entry"],
    ["Claim keep", "unreadable"],
    ["Claiming: no", "unreadable"],
    ["  reason to believe that", "text"],
    ["  reason to believe: that", "entry"],
    ["  note: x", "attribute"],
    ["  note:", "attribute"],
    ["  note:x", "text"],
    ["  x-mine: y", "attribute"],
    ["  x-état: y", "attribute"],
    ["  x-: y", "text"],
    ["note: x", "unreadable"],
    ["  \\claim keep: no", "text"],
    ["  anything: at all", "text"],
    ["anything", "unreadable"],
    ["\ufeffclaim keep: Yes.", "entry"],
  ])("%j: %s", (raw, kind) => expect(kindOf(raw)).toBe(kind));
});

test("a line at the left edge whose keyword has capitals or is a plural keeps its text", () => {
  expect(scanLine("Claim keep: Yes.")).toMatchObject({ indent: "", textStart: 12, head: { start: 0, end: 11 } });
  expect(scanLine("\ufeffClaims:")).toMatchObject({ textStart: 8, head: { start: 1, end: 8, keyword: "claim" } });
  expect(kindOf("Claim")).toBe("unreadable");
});

test("a byte-order mark is part of the first line only as far as its columns go", () => {
  expect(byteOrderMark("\ufeffclaim")).toBe("\ufeff");
  expect(byteOrderMark("claim")).toBe("");
  expect(scanLine("\ufeff  claim keep: Yes.")).toMatchObject({ indent: "  ", head: { start: 3 } });
});

test.each([
  ["  note: x", { key: { start: 2, end: 6 }, textStart: 8 }],
  ["  x-mine:  y", { key: { start: 2, end: 8 }, textStart: 11 }],
  ["## Two", { level: 2, textStart: 3 }],
  ["  \\note", { isEscaped: true, textStart: 3 }],
  ["  note", { isEscaped: false, textStart: 2 }],
])("the parts of %j", (raw, parts) => expect(scanLine(raw)).toMatchObject(parts));

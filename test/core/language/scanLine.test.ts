/** The kinds of lines. */
import { describe, expect, test } from "vitest";
import { scanLine } from "../../../server/core/language/scanLine.ts";

const kindOf = (raw: string): string => scanLine(raw).kind;

describe("a line is", () => {
  test.each([
    ["", "blank"],
    ["\u3000\t ", "blank"],
    ["// remark", "comment"],
    ["    // remark", "comment"],
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

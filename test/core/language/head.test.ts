/** The parts of a head, and where more can be added. */
import { describe, expect, test } from "vitest";
import {
  clauseEnd,
  clausesEnd,
  type Head,
  keywordRange,
  nameEnd,
  splitHead,
  toName,
  touchesColumn,
} from "../../../server/core/language/head.ts";
import { scanLine } from "../../../server/core/language/parsing/scanLine.ts";

function headOf(line: string): Head {
  const scanned = scanLine(line);
  if (scanned.kind !== "entry") throw new Error(`“${line}” is no entry.`);
  return scanned.head;
}

test.each([
  ["claim keep by lind, roy answers q: x", "claim", "claim keep", "claim keep by lind, roy answers q"],
  ["  claim by lind : x", "  claim", "  claim", "  claim by lind"],
  ["claim keep : x", "claim", "claim keep", "claim keep"],
  ["claim: x", "claim", "claim", "claim"],
])("the keyword, the name and the clauses of “%s” end there", (line, keyword, name, clauses) => {
  const head = headOf(line);
  expect(line.slice(0, keywordRange(head).end)).toBe(keyword);
  expect(line.slice(0, nameEnd(head))).toBe(name);
  expect(line.slice(0, clausesEnd(head))).toBe(clauses);
});

test("a clause ends with its last name", () => {
  const line = "claim keep by lind, roy answers q: x";
  expect(headOf(line).clauses.map((clause) => line.slice(clause.start, clauseEnd(clause)))).toEqual([
    "by lind, roy",
    "answers q",
  ]);
  expect(clauseEnd({ word: "by", start: 3, end: 5, names: [] })).toBe(5);
});

test("the column right after a range still touches it", () => {
  expect([1, 2, 3, 4, 5].filter((column) => touchesColumn({ start: 2, end: 4 }, column))).toEqual([2, 3, 4]);
});

describe("a head is split", () => {
  test("into words with their columns", () => {
    expect(splitHead("x claim a,b  : y", 2, 13).words).toEqual([
      { text: "claim", start: 2, end: 7 },
      { text: "a", start: 8, end: 9 },
      { text: "b", start: 10, end: 11 },
    ]);
  });
  test.each([
    ["claim keep by lind", "claim n by n"],
    ["reason for a, b.c ,d", "reason for n,n.n,n"],
    ["claim  a\t", "claim n "],
    ["claim a..b", "claim ."],
    ["claim a.b.c", "claim ."],
    ["claim a.by", "claim ."],
    ["claim .a", "claim ."],
    ["", ""],
  ])("and “%s” has the shape “%s”", (line, shape) => expect(splitHead(line, 0, line.length).shape).toBe(shape));
});

test("a word is a name with a prefix if it contains a full stop", () => {
  const at = { start: 4, end: 9 };
  expect(toName({ text: "keep", ...at })).toEqual({ text: "keep", prefix: undefined, ...at });
  expect(toName({ text: "e\u0301.e\u0301", ...at })).toEqual({ text: "\u00e9", prefix: "\u00e9", ...at });
});

/** A forgotten colon or a list mark never makes a map that has no problems but says something else. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Checker } from "../../../server/core/checks/checker.ts";
import { severityOf } from "../../../server/core/checks/severity.ts";
import type { Entry } from "../../../server/core/language/entry.ts";
import { MapFile } from "../../../server/core/language/map.ts";
import { cleanMap } from "../../support/arbitraries/cleanMaps.ts";
import { root } from "../../support/root.ts";
import { runs, skipsLongInput } from "../../support/runs.ts";

const LIST_MARKS = ["- ", "* ", "+ ", "• ", "– ", "1. ", "1.1. ", "1.1 ", "1) ", "(1) ", "a) ", "-"];

interface Reading {
  /** Keywords, names, clauses, attributes and letters of the texts, with the nesting. */
  readonly meaning: string;
  /** The problems, without their places. */
  readonly problems: readonly string[];
}

function read(text: string): Reading {
  const file = new MapFile("file:///a.argmap", text);
  const letters = (words: string): string => words.replaceAll(/\ba\)|\P{L}/gu, "");
  const describeEntry = (entry: Entry): unknown => [
    entry.head.form,
    entry.head.keyword,
    entry.head.name?.text,
    entry.head.clauses.map(({ word, names }) => [word, names.map((name) => [name.prefix, name.text])]),
    entry.attributes.map(({ key, value }) => [key, letters(value)]),
    letters(entry.text),
    entry.children.map(describeEntry),
  ];
  const checker = new Checker(file, () => ({ state: "unknown" }));
  const problems = [...checker.problems()].filter((problem) => severityOf(problem) !== "off");
  return {
    meaning: JSON.stringify(file.syntax.roots.map(describeEntry)),
    problems: problems.map(({ code, message }) => `${code} ${message}`),
  };
}

/** Expects a new problem if a changed map no longer means the same. */
function expectNoticed(before: Reading, changed: string, change: string): void {
  const after = read(changed);
  if (after.meaning === before.meaning) return;
  const known = [...before.problems];
  const added = after.problems.filter((problem) => {
    const at = known.indexOf(problem);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
  expect(added, `${change}\n${changed}`).not.toEqual([]);
}

function expectEachColonNeeded(text: string): void {
  const before = read(text);
  for (const { index } of text.matchAll(/:/g)) {
    const line = text.slice(0, index).split("\n").length;
    expectNoticed(before, text.slice(0, index) + text.slice(index + 1), `without the colon in line ${line}`);
  }
}

function expectListMarksNoticed(text: string, marks: readonly string[]): void {
  const before = read(text);
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const start = line.length - line.trimStart().length;
    for (const mark of marks) {
      const changed = lines.with(index, line.slice(0, start) + mark + line.slice(start));
      expectNoticed(before, changed.join("\n"), `with “${mark}” in line ${index + 1}`);
    }
  }
}

const examples = globSync("examples/**/*.argmap", { cwd: root }).map((path) => ({
  path,
  text: readFileSync(join(root, path), "utf8"),
}));

describe("deleting any one colon is noticed", () => {
  test.skipIf(skipsLongInput).each(examples)("in $path", ({ text }) => expectEachColonNeeded(text));
  test("in random maps", () => {
    fc.assert(fc.property(cleanMap, expectEachColonNeeded), { numRuns: runs(60) });
  });
});

describe("a list mark before any one line is noticed", () => {
  test.skipIf(skipsLongInput).each(examples)("in $path", ({ text }) => expectListMarksNoticed(text, ["- "]));
  test("in random maps", () => {
    fc.assert(
      fc.property(cleanMap, fc.constantFrom(...LIST_MARKS), (text, mark) => expectListMarksNoticed(text, [mark])),
      { numRuns: runs(60) },
    );
  });
});

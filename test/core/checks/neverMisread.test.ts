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

/**
 * A map that is read after small changes, each of which is then undone. It is parsed and checked incrementally; that this
 * gives the same result as a fresh start is shown elsewhere.
 */
class ChangingMap {
  readonly #file: MapFile;
  readonly #checker: Checker;
  readonly #original: Reading;

  constructor(text: string) {
    this.#file = new MapFile("file:///a.argmap", text);
    this.#checker = new Checker(this.#file, () => ({ state: "unknown" }));
    this.#original = this.#read();
  }

  /** Replaces some text of a line, and expects a new problem if the map no longer means the same. */
  expectNoticed(line: number, character: number, removed: string, inserted: string, change: string): void {
    this.#replace(line, character, removed.length, inserted);
    const after = this.#read();
    if (after.meaning !== this.#original.meaning) {
      const known = [...this.#original.problems];
      const added = after.problems.filter((problem) => {
        const at = known.indexOf(problem);
        if (at >= 0) known.splice(at, 1);
        return at < 0;
      });
      if (added.length === 0)
        expect.fail(`Nothing is noticed ${change} in line ${line + 1}:\n${this.#file.syntax.text}`);
    }
    this.#replace(line, character, inserted.length, removed);
  }

  #replace(line: number, character: number, length: number, text: string): void {
    const range = { start: { line, character }, end: { line, character: character + length } };
    const { change, names } = this.#file.update([{ range, text }]);
    this.#checker.update(change, names);
  }

  #read(): Reading {
    const problems = [...this.#checker.problems()].filter((problem) => severityOf(problem) !== "off");
    return {
      meaning: JSON.stringify(this.#file.syntax.roots.map(describeEntry)),
      problems: problems.map(({ code, message }) => `${code} ${message}`),
    };
  }
}

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

function expectEachColonNeeded(text: string): void {
  const map = new ChangingMap(text);
  for (const [line, words] of text.split("\n").entries())
    for (const { index } of words.matchAll(/:/g)) map.expectNoticed(line, index, ":", "", "without the colon");
}

function expectListMarksNoticed(text: string, marks: readonly string[]): void {
  const map = new ChangingMap(text);
  for (const [line, words] of text.split("\n").entries()) {
    if (words.trim() === "") continue;
    const start = words.length - words.trimStart().length;
    for (const mark of marks) map.expectNoticed(line, start, "", mark, `with “${mark}”`);
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

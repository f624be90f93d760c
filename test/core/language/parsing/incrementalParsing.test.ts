/** Incremental parsing and checking give the same result as a fresh start, at a low cost. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainArticle } from "../../../../server/core/articles/article.ts";
import type { SourceArticle } from "../../../../server/core/articles/readArticle.ts";
import { Checker } from "../../../../server/core/checks/checker.ts";
import { attributeOf, type Entry } from "../../../../server/core/language/entry.ts";
import { MapFile } from "../../../../server/core/language/map.ts";
import { grammarCost } from "../../../../server/core/language/parsing/grammar.ts";
import type { Problem } from "../../../../server/core/language/problem.ts";
import { Syntax } from "../../../../server/core/language/syntax.ts";
import { type AnyEdit, anyEdits, anyMap, anyText, applyAnyEdit } from "../../../support/arbitraries/maps.ts";
import { checkerProblems, syntaxSnapshot } from "../../../support/maps/syntaxSnapshot.ts";
import { root } from "../../../support/root.ts";
import { runs, skipsLongInput } from "../../../support/runs.ts";

const examples = globSync("examples/**/*.argmap", { cwd: root }).map((path) => ({
  path,
  text: readFileSync(join(root, path), "utf8"),
}));

/** The sources of random maps: one file exists, others do not. */
function articleOf(source: Entry): SourceArticle {
  const path = attributeOf(source, "file")?.value;
  if (path === undefined) return { state: "unknown" };
  return path === "report.txt"
    ? { state: "found", uri: path, article: plainArticle("plain", "The air got cleaner. It broke off, they said.") }
    : { state: "missing", uri: path };
}

/** Expects equal plain data. Vitest compares slowly, so it does so only to show a difference. */
function expectEqual(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

function expectSameShape(start: string, edits: readonly AnyEdit[]): void {
  const syntax = new Syntax(start);
  let text = start;
  for (const one of edits) {
    const { edit, after } = applyAnyEdit(text, one);
    text = after;
    syntax.update([edit]);
    expect(syntax.text).toBe(text);
    expectEqual(syntaxSnapshot(syntax), syntaxSnapshot(new Syntax(text)));
  }
}

function expectSameProblems(start: string, edits: readonly AnyEdit[]): void {
  const file = new MapFile("file:///a.argmap", start);
  const checker = new Checker(file, articleOf);
  let text = start;
  for (const one of edits) {
    const { edit, after } = applyAnyEdit(text, one);
    text = after;
    const before = byEntry(checker);
    const { change, names } = file.update([edit]);
    checker.update(change, names);
    const now = byEntry(checker);
    const changed = checker.takeChanged();
    const entries = [...file.syntax.entries.values()];
    expectEqual(
      entries.map((entry) => checker.problemsOf(entry).map(problemText).sort()),
      entries.map((entry) => now.get(entry) ?? []),
    );
    const unchanged = entries.filter((entry) => !changed.has(entry));
    expectEqual(
      unchanged.map((entry) => now.get(entry)),
      unchanged.map((entry) => before.get(entry)),
    );
    expect([...changed].filter((entry) => file.syntax.entries.get(entry.id) !== entry)).toEqual([]);
    const fresh = new Checker(new MapFile(file.uri, text), articleOf);
    expectEqual(checkerProblems(checker), checkerProblems(fresh));
  }
}

const problemText = ({ code, message }: Problem): string => `${code} ${message}`;

/** Returns the problems of each entry, collected from all problems of the checker. */
function byEntry(checker: Checker): ReadonlyMap<Entry, readonly string[]> {
  const problems = new Map<Entry, string[]>();
  for (const problem of checker.problems()) {
    if (problem.entry === undefined) continue;
    problems.set(problem.entry, [...(problems.get(problem.entry) ?? []), problemText(problem)].sort());
  }
  return problems;
}

describe("parsing after edits equals parsing from scratch", () => {
  test("in random maps", () => {
    fc.assert(fc.property(anyMap, anyEdits, expectSameShape), { numRuns: runs(1500) });
  });
  test("in random text", () => {
    fc.assert(fc.property(anyText, anyEdits, expectSameShape), { numRuns: runs(1000) });
  });
  test.skipIf(skipsLongInput).each(examples)("in $path", ({ text }) => {
    fc.assert(
      fc.property(anyEdits, (edits) => expectSameShape(text, edits)),
      { numRuns: runs(15) },
    );
  });
});

describe("checking after edits equals checking from scratch", () => {
  test("in random maps", () => {
    fc.assert(fc.property(anyMap, anyEdits, expectSameProblems), { numRuns: runs(1500) });
  });
  test.skipIf(skipsLongInput).each(examples)("in $path", ({ text }) => {
    fc.assert(
      fc.property(anyEdits, (edits) => expectSameProblems(text, edits)),
      { numRuns: runs(15) },
    );
  });
});

test("indenting an ancestor of many entries does not walk up from each of them", () => {
  const depth = 200;
  const syntax = new Syntax(Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}reason: x\n`).join(""));
  const middle = [...syntax.entries.values()][depth / 2];
  const above = middle?.parent;
  let accessCount = 0;
  const parent = (): unknown => {
    accessCount++;
    return above;
  };
  Object.defineProperty(middle, "parent", { get: parent });
  const at = { line: 1, character: 0 };
  syntax.update([{ range: { start: at, end: at }, text: " " }]);
  expect(accessCount).toBeGreaterThan(0);
  expect(accessCount).toBeLessThan(10);
});

describe("typing", () => {
  const text = examples.find(({ path }) => path.endsWith("ardmore.argmap"))?.text ?? "";

  /** Types at the end of the line that ends in `words`, and returns the cost and the changes. */
  function typeAfter(words: string, typed: string) {
    const file = new MapFile("file:///ardmore.argmap", text);
    const checker = new Checker(file, () => ({ state: "unknown" }));
    const line = text.split("\n").findIndex((one) => one.endsWith(words));
    const character = text.split("\n")[line]?.length ?? 0;
    const before = { ...file.syntax.cost, ...checker.cost, heads: grammarCost.headsParsed };
    const at = { line, character };
    const { change, names } = file.update([{ range: { start: at, end: at }, text: typed }]);
    checker.update(change, names);
    const after = { ...file.syntax.cost, ...checker.cost, heads: grammarCost.headsParsed };
    const cost = {
      linesScanned: after.linesScanned - before.linesScanned,
      linesNested: after.linesNested - before.linesNested,
      headsParsed: after.heads - before.heads,
      entriesChecked: after.entries - before.entries,
      groupsChecked: after.groups - before.groups,
      fileChecks: after.files - before.files,
    };
    return { cost, change, names };
  }

  test("in the text of an entry scans one line, parses no head, nests nothing, and checks only that entry", () => {
    const { cost, change, names } = typeAfter("Guests sit down where it is quiet.", "!");
    expect(cost).toEqual({
      linesScanned: 1,
      linesNested: 0,
      headsParsed: 0,
      entriesChecked: 1,
      groupsChecked: 0,
      fileChecks: 0,
    });
    expect(change.textChanged.size).toBe(1);
    expect(names.defined.size + names.mentioned.size).toBe(0);
  });

  test("in one of many stray lines checks only that line", () => {
    const file = new MapFile("file:///a.argmap", "Some prose.\n".repeat(100));
    const checker = new Checker(file, () => ({ state: "unknown" }));
    const lines = checker.cost.lines;
    for (const text of ["!", "\n", "x"]) {
      const at = { line: 50, character: 0 };
      const { change, names } = file.update([{ range: { start: at, end: at }, text }]);
      checker.update(change, names);
    }
    expect(checker.cost.lines - lines).toBeLessThan(6);
    expect([...checker.problems()].length).toBe(101);
  });

  test("in the value of an attribute costs the same", () => {
    const { cost } = typeAfter("  affiliation: Regional chamber of commerce", "s");
    expect(cost).toMatchObject({ linesScanned: 1, linesNested: 0, headsParsed: 0, entriesChecked: 1, fileChecks: 0 });
  });

  test("a new line of text nests that line and checks only its entry and the one above", () => {
    const { cost } = typeAfter("Guests sit down where it is quiet.", "\n        and eat.");
    expect(cost.linesScanned).toBe(1);
    expect(cost.linesNested).toBeLessThan(6);
    expect(cost).toMatchObject({ headsParsed: 0, fileChecks: 0 });
    expect(cost.entriesChecked).toBeLessThan(4);
  });

  test("in a name checks the entries that mention it, and parses no new head", () => {
    const file = new MapFile("file:///ardmore.argmap", text);
    const checker = new Checker(file, () => ({ state: "unknown" }));
    const line = text.split("\n").findIndex((one) => one.startsWith("  claim cleaner"));
    const heads = grammarCost.headsParsed;
    const entries = checker.cost.entries;
    const at = { line, character: "  claim cleaner".length };
    const { change, names } = file.update([{ range: { start: at, end: at }, text: "s" }]);
    checker.update(change, names);
    expect(grammarCost.headsParsed).toBe(heads);
    expect([...names.defined].sort()).toEqual(["cleaner", "cleaners"]);
    expect(checker.cost.entries - entries).toBeLessThan(12);
  });
});

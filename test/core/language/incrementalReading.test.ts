/** What is read and checked incrementally equals what is read and checked from scratch, and costs little. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { Checker } from "../../../server/core/checks/checker.ts";
import { attributeOf, type Entry } from "../../../server/core/language/entry.ts";
import { grammarCost } from "../../../server/core/language/grammar.ts";
import { MapFile } from "../../../server/core/language/map.ts";
import type { Problem } from "../../../server/core/language/problem.ts";
import { Syntax } from "../../../server/core/language/syntax.ts";
import { plainArticle } from "../../../server/core/sources/article.ts";
import type { SourceText } from "../../../server/core/sources/readSource.ts";
import { type AnyEdit, anyEdits, anyMap, anyText, applyAnyEdit } from "../../support/arbitraries/maps.ts";
import { root } from "../../support/root.ts";
import { checkerProblems, syntaxSnapshot } from "../../support/syntaxSnapshot.ts";

vi.setConfig({ testTimeout: 60_000 });

const examples = globSync("examples/**/*.argmap", { cwd: root }).map((path) => ({
  path,
  text: readFileSync(join(root, path), "utf8"),
}));

/** The same in all maps at random: a file that is there, and others that are not. */
function sourceText(source: Entry): SourceText {
  const path = attributeOf(source, "file")?.value;
  if (path === undefined) return { state: "unknown" };
  return path === "report.txt"
    ? { state: "found", uri: path, article: plainArticle("plain", "The air got cleaner. It broke off, they said.") }
    : { state: "missing", uri: path };
}

function expectSameShape(start: string, edits: readonly AnyEdit[]): void {
  const syntax = new Syntax(start);
  let text = start;
  for (const one of edits) {
    const { edit, after } = applyAnyEdit(text, one);
    text = after;
    syntax.update([edit]);
    expect(syntax.text).toBe(text);
    expect(syntaxSnapshot(syntax)).toEqual(syntaxSnapshot(new Syntax(text)));
  }
}

function expectSameProblems(start: string, edits: readonly AnyEdit[]): void {
  const file = new MapFile("file:///a.argmap", start);
  const checker = new Checker(file, sourceText);
  let text = start;
  for (const one of edits) {
    const { edit, after } = applyAnyEdit(text, one);
    text = after;
    const before = byEntry(checker);
    const { change, names } = file.update([edit]);
    checker.update(change, names);
    const now = byEntry(checker);
    const changed = checker.takeChanged();
    for (const entry of file.syntax.entries.values()) {
      expect(checker.problemsOf(entry).map(words).sort()).toEqual(now.get(entry) ?? []);
      if (!changed.has(entry)) expect(now.get(entry)).toEqual(before.get(entry));
    }
    for (const entry of changed) expect(file.syntax.entries.get(entry.id)).toBe(entry);
    const fresh = new Checker(new MapFile(file.uri, text), sourceText);
    expect(checkerProblems(checker)).toEqual(checkerProblems(fresh));
  }
}

const words = ({ code, message }: Problem): string => `${code} ${message}`;

/** What is said of each entry, put together from all that is said. */
function byEntry(checker: Checker): ReadonlyMap<Entry, readonly string[]> {
  const told = new Map<Entry, string[]>();
  for (const problem of checker.problems()) {
    if (problem.entry === undefined) continue;
    told.set(problem.entry, [...(told.get(problem.entry) ?? []), words(problem)].sort());
  }
  return told;
}

describe("reading", () => {
  test("gives the same after edits as from scratch, in maps at random", () => {
    fc.assert(fc.property(anyMap, anyEdits, expectSameShape), { numRuns: 1500 });
  });
  test("gives the same in text of any kind", () => {
    fc.assert(fc.property(anyText, anyEdits, expectSameShape), { numRuns: 1000 });
  });
  test.each(examples)("gives the same in $path", ({ text }) => {
    fc.assert(
      fc.property(anyEdits, (edits) => expectSameShape(text, edits)),
      { numRuns: 15 },
    );
  });
});

describe("checking", () => {
  test("tells the same after edits as from scratch, in maps at random", () => {
    fc.assert(fc.property(anyMap, anyEdits, expectSameProblems), { numRuns: 1500 });
  });
  test.each(examples)("tells the same in $path", ({ text }) => {
    fc.assert(
      fc.property(anyEdits, (edits) => expectSameProblems(text, edits)),
      { numRuns: 15 },
    );
  });
});

test("indenting what much is nested under does not walk up from each line", () => {
  const depth = 200;
  const syntax = new Syntax(Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}reason: x\n`).join(""));
  const middle = [...syntax.entries.values()][depth / 2];
  const above = middle?.parent;
  let asked = 0;
  const parent = (): unknown => {
    asked++;
    return above;
  };
  Object.defineProperty(middle, "parent", { get: parent });
  const at = { line: 1, character: 0 };
  syntax.update([{ range: { start: at, end: at }, text: " " }]);
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(10);
});

describe("typing", () => {
  const text = examples.find(({ path }) => path.endsWith("ardmore.argmap"))?.text ?? "";

  /** Types one character at the end of the line that ends in `words`; gives what that cost and changed. */
  function type(words: string, typed: string) {
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
      linesRead: after.linesScanned - before.linesScanned,
      linesNested: after.linesNested - before.linesNested,
      headsParsed: after.heads - before.heads,
      entriesChecked: after.entries - before.entries,
      groupsChecked: after.groups - before.groups,
      fileChecks: after.files - before.files,
    };
    return { cost, change, names };
  }

  test("inside the text of an entry reads one line, parses no head, nests nothing, and checks that entry alone", () => {
    const { cost, change, names } = type("Guests sit down where it is quiet.", "!");
    expect(cost).toEqual({
      linesRead: 1,
      linesNested: 0,
      headsParsed: 0,
      entriesChecked: 1,
      groupsChecked: 0,
      fileChecks: 0,
    });
    expect(change.textChanged.size).toBe(1);
    expect(names.defined.size + names.mentioned.size).toBe(0);
  });

  test("among many lines that belong to nothing checks the line that is typed in alone", () => {
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

  test("inside a value costs the same", () => {
    const { cost } = type("  affiliation: Regional chamber of commerce", "s");
    expect(cost).toMatchObject({ linesRead: 1, linesNested: 0, headsParsed: 0, entriesChecked: 1, fileChecks: 0 });
  });

  test("a line of text after an entry nests that line and checks only the entry and the one above it", () => {
    const { cost } = type("Guests sit down where it is quiet.", "\n        and eat.");
    expect(cost.linesRead).toBe(1);
    expect(cost.linesNested).toBeLessThan(6);
    expect(cost).toMatchObject({ headsParsed: 0, fileChecks: 0 });
    expect(cost.entriesChecked).toBeLessThan(4);
  });

  test("a name checks those that mention it, and asks the grammar nothing that it has answered", () => {
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

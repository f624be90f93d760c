/**
 * Inputs of hundreds of thousands of characters on which a careless regular expression would backtrack. Code with
 * quadratic time would run into the time limit of the tests.
 */
import { expect, test as testAlways } from "vitest";
import { approximateMatches } from "../../../../server/core/articles/quotes/approximateMatch.ts";
import { uniqueQuotes } from "../../../../server/core/articles/quotes/disambiguate.ts";
import { createSearchableText, findQuote } from "../../../../server/core/articles/quotes/findQuote.ts";
import { Checker } from "../../../../server/core/checks/checker.ts";
import { trimWhiteSpace } from "../../../../server/core/language/characters.ts";
import { MapFile } from "../../../../server/core/language/map.ts";
import { matchLines } from "../../../../server/core/language/parsing/matchLines.ts";
import { Syntax } from "../../../../server/core/language/syntax.ts";
import { skipsLongInput } from "../../../support/runs.ts";

const test = testAlways.skipIf(skipsLongInput);

const LENGTH = 300_000;
const repeated = (piece: string): string => piece.repeat(LENGTH / piece.length);

test.each([
  ["[", ""],
  ["[…", ""],
  ["”", "x"],
  ["“x", ""],
  ["…", "x"],
  ["...", "x"],
  ["[x]", "x"],
  ["\u0301", "x"],
  ["\u00ad", "x"],
])("a quote of repeated “%s”", (piece, end) => {
  const source = createSearchableText(`The air got cleaner. ${repeated("a")}`);
  const quote = `The air ${repeated(piece)}${end}`;
  findQuote(source, quote);
  approximateMatches(source, quote);
  uniqueQuotes(source, quote, 3);
});

test.each([
  ["one letter", repeated("a"), `${"a".repeat(3000)}b`],
  ["one word", repeated("a "), `${"a ".repeat(3000)}b`],
  [
    "one sentence",
    repeated("the cat sat on the mat and the dog. "),
    `${"the cat sat on the mat und the dog. ".repeat(80)}`,
  ],
  ["long stretches", repeated(`${"a ".repeat(1499)}b `), `${"a ".repeat(1500)}`],
])("a misquote of a text of %s repeated", (_of, text, quote) => {
  const source = createSearchableText(text);
  for (let times = 0; times < 20; times++) {
    source.matchCache.clear();
    expect(findQuote(source, quote)).toEqual([]);
    approximateMatches(source, quote);
  }
});

test("a single line of the maximum size of an article is normalized", () => {
  expect(createSearchableText("a b ".repeat(5_000_000)).normal.text).toHaveLength(20_000_000 - 1);
});

test("any number of quotation marks around a quote, and of white space around a line, is ignored", () => {
  const source = createSearchableText("The air got cleaner.");
  expect(findQuote(source, `${repeated("“")}got cleaner.${repeated("”")}`)).toEqual([{ start: 8, end: 20 }]);
  expect(trimWhiteSpace(`${repeated("\t ")}a${repeated(" ")}b${repeated(" \u3000")}`)).toBe(`a${repeated(" ")}b`);
});

test("only the innermost of nested brackets marks an insertion", () => {
  const source = createSearchableText("The [air got cleaner.");
  expect(findQuote(source, "The [air [really] got cleaner.")).toEqual([{ start: 0, end: 21 }]);
});

const head = "claim a: x\n  reason: ";
test.each([
  ["white space", (): string => `${head}x${repeated(" ")}x\n`],
  ["marks", (): string => `${head}${repeated("”")}x\n      ${repeated(")")}x\n      ${repeated("“")}x\n`],
  ["full stops", (): string => `${head}${repeated(".")}x\n  premise ${repeated("a.")}\n`],
  ["digits and marks", (): string => `${head}${repeated("1,")}x\n  claim: ${repeated("1,")}x\n`],
  ["hyphens", (): string => `${repeated("a-")}\n${head}\n      ${repeated("a-")}:\n      ${repeated("a-")}x: y\n`],
  ["hashes", (): string => `${repeated("#")}\n# ${repeated(" ")}\n#${repeated(" ")}x\n`],
  [
    "values",
    (): string => `${head}\n    tags: ${repeated("a,")}\n    tags: ${repeated("a ")}\n    scheme: ${repeated("a-")}\n`,
  ],
  [
    "words after a keyword",
    (): string => `${head}\n      reason ${repeated("by a ")}\n      reason ${repeated("a ")}\n`,
  ],
  ["colons", (): string => `${head}\n      reason ${repeated("：")}\n  objection ${repeated("a,")}: x\n`],
  [
    "pages and dates",
    (): string => `source s: x\n  date: ${repeated("1")}\n  file: ${repeated("a+")}\n  url: https://${repeated("a")}\n`,
  ],
])("a map with repeated %s", (_, text) => {
  const file = new MapFile("file:///a.argmap", text());
  const checker = new Checker(file, () => ({ state: "unknown" }));
  expect([...checker.problems()].length).toBeLessThan(100);
});

test("many equal lines match in order", () => {
  const old = [...new Syntax(repeated("claim: x\n")).lines].slice(0, -1);
  const matched = matchLines(old, [
    { raw: "// new", end: "\n" },
    ...old.map(({ scanned, end }) => ({ raw: scanned.raw, end })),
  ]);
  expect(matched[0]).toBeUndefined();
  expect(matched.slice(1).every((line, index) => line === old[index])).toBe(true);
});

/**
 * Lines of hundreds of thousands of characters that would make a careless expression begin anew at each of them. Whatever
 * takes time with the square of the length would not end before the tests are given up.
 */
import { expect, test } from "vitest";
import { Checker } from "../../../server/core/checks/checker.ts";
import { trimWhiteSpace } from "../../../server/core/language/characters.ts";
import { MapFile } from "../../../server/core/language/map.ts";
import { matchLines } from "../../../server/core/language/matchLines.ts";
import { Syntax } from "../../../server/core/language/syntax.ts";
import { approximateMatches } from "../../../server/core/sources/quotes/approximateMatch.ts";
import { uniqueQuotes } from "../../../server/core/sources/quotes/disambiguate.ts";
import { createSearchableText, findQuote } from "../../../server/core/sources/quotes/findQuote.ts";

const LENGTH = 300_000;
const many = (piece: string): string => piece.repeat(LENGTH / piece.length);

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
])("a quote of many “%s”", (piece, end) => {
  const source = createSearchableText(`The air got cleaner. ${many("a")}`);
  const quote = `The air ${many(piece)}${end}`;
  findQuote(source, quote);
  approximateMatches(source, quote);
  uniqueQuotes(source, quote, 3);
});

test.each([
  ["one letter", many("a"), `${"a".repeat(3000)}b`],
  ["one word", many("a "), `${"a ".repeat(3000)}b`],
  [
    "one sentence",
    many("the cat sat on the mat and the dog. "),
    `${"the cat sat on the mat und the dog. ".repeat(80)}`,
  ],
  ["long stretches", many(`${"a ".repeat(1499)}b `), `${"a ".repeat(1500)}`],
])("a misquote of what is %s again and again", (_of, text, quote) => {
  const source = createSearchableText(text);
  for (let times = 0; times < 20; times++) {
    source.matchCache.clear();
    expect(findQuote(source, quote)).toEqual([]);
    approximateMatches(source, quote);
  }
});

test("a line as long as an article may be is made comparable", () => {
  expect(createSearchableText("a b ".repeat(5_000_000)).normal.text).toHaveLength(20_000_000 - 1);
});

test("marks around a quote, and white space around a line, do not count, however many there are", () => {
  const source = createSearchableText("The air got cleaner.");
  expect(findQuote(source, `${many("“")}got cleaner.${many("”")}`)).toEqual([{ start: 8, end: 20 }]);
  expect(trimWhiteSpace(`${many("\t ")}a${many(" ")}b${many(" \u3000")}`)).toBe(`a${many(" ")}b`);
});

test("brackets within brackets stand for what is in the innermost", () => {
  const source = createSearchableText("The [air got cleaner.");
  expect(findQuote(source, "The [air [really] got cleaner.")).toEqual([{ start: 0, end: 21 }]);
});

const head = "claim a: x\n  reason: ";
test.each([
  ["white space", (): string => `${head}x${many(" ")}x\n`],
  ["marks", (): string => `${head}${many("”")}x\n      ${many(")")}x\n      ${many("“")}x\n`],
  ["full stops", (): string => `${head}${many(".")}x\n  premise ${many("a.")}\n`],
  ["digits and marks", (): string => `${head}${many("1,")}x\n  claim: ${many("1,")}x\n`],
  ["hyphens", (): string => `${many("a-")}\n${head}\n      ${many("a-")}:\n      ${many("a-")}x: y\n`],
  ["hashes", (): string => `${many("#")}\n# ${many(" ")}\n#${many(" ")}x\n`],
  ["values", (): string => `${head}\n    tags: ${many("a,")}\n    tags: ${many("a ")}\n    scheme: ${many("a-")}\n`],
  ["words after a keyword", (): string => `${head}\n      reason ${many("by a ")}\n      reason ${many("a ")}\n`],
  ["colons", (): string => `${head}\n      reason ${many("：")}\n  objection ${many("a,")}: x\n`],
  [
    "pages and dates",
    (): string => `source s: x\n  date: ${many("1")}\n  file: ${many("a+")}\n  url: https://${many("a")}\n`,
  ],
])("a map of many %s", (_, text) => {
  const file = new MapFile("file:///a.argmap", text());
  const checker = new Checker(file, () => ({ state: "unknown" }));
  expect([...checker.problems()].length).toBeLessThan(100);
});

test("many equal lines find themselves again in order", () => {
  const old = [...new Syntax(many("claim: x\n")).lines].slice(0, -1);
  const matched = matchLines(old, [
    { raw: "// new", end: "\n" },
    ...old.map(({ scanned, end }) => ({ raw: scanned.raw, end })),
  ]);
  expect(matched[0]).toBeUndefined();
  expect(matched.slice(1).every((line, index) => line === old[index])).toBe(true);
});

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scanLine } from "../../server/core/language/parsing/scanLine.ts";
import { attributeKeys, clauseWords, keywords } from "../../server/core/language/vocabulary.ts";
import { TEST_LIMIT } from "../support/limits.ts";
import { colorScopes, loadTokenizer, type ScopedText, type Tokenize } from "../support/maps/tokenizeTextMate.ts";
import { root } from "../support/root.ts";

const tokenize = await loadTokenizer();

/** VS Code's grammar of Markdown, into which the grammar of fenced maps is injected. */
const markdown =
  "test/vscode/embedded/node_modules/code-server/lib/vscode/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json";

test.each([
  ["test/syntaxes/*.argmap", []],
  ["test/syntaxes/*.md", ["--grammar", markdown]],
])("assigns the scopes that the marked files of this folder expect: %s", (files, words) => {
  const program = `${root}/node_modules/vscode-tmgrammar-test/dist/unit.js`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words, files], {
    cwd: root,
    encoding: "utf8",
    timeout: TEST_LIMIT,
  });
  expect({ status, output: status === 0 ? "" : stdout + stderr }).toEqual({ status: 0, output: "" });
});

// The marked files can state which scopes a text has, but not that it has none. The tests below show that prose has no color.
test.each([
  "because it works: the air got cleaner, for everyone.",
  "reason enough to say it and go home",
  "premise by",
  "premise we.",
  "premise two words",
  "premise 2nd",
  "Reason: with a capital it is text",
  "reasons: a longer word is text",
  "url:no space, so text",
  "# 1 \"quoted\" (and) [bracketed] 'text' \\ too // and no comment",
  "理由：空气更清新。",
])("leaves prose without color: %s", (line) => {
  expect(coloredIn(`claim keep: The charge should stay,\n  ${line}`, 1)).toEqual([]);
  expect(coloredIn(`claim keep:\n  note: The charge should stay,\n    ${line}`, 2)).toEqual([]);
});

test.each([
  ["reason I think of this: text", ["reason", "I", ":"]],
  ["claim 2nd: text", ["claim", ":"]],
  ["claim 🙂 by lind, 2nd: text", ["claim", "by", "lind", ":"]],
  ["premise old.sales", ["premise", "old", ".", "sales"]],
  ["objection forward against by: text", ["objection", "forward", "against", "by", ":"]],
  ["quote report by lind: 2025", ["quote", "report", "by", "lind", ":", "2025"]],
  ["\\reason: text", ["\\"]],
  ["\\// text", ["\\"]],
  ["date: in spring 2025", ["date", ":"]],
  ["reliability: G", ["reliability", ":"]],
  ["likelihood: often", ["likelihood", ":"]],
  ["x-date: 2025", ["x-date", ":"]],
  ["note: a date: 2025", ["note", ":"]],
])("colors in “%s” only %j", (line, pieces) => {
  expect(coloredIn(`claim keep: The charge should stay.\n  ${line}`, 1)).toEqual(pieces);
});

test("colors every clause word", () => {
  for (const word of clauseWords) {
    const pieces = tokenize(`claim one ${word} two: text`)[0] ?? [];
    expect(pieces.filter((piece) => hasScope(piece, "storage.modifier.")).map(({ text }) => text)).toEqual([word]);
  }
});

test("does not color an invalid line at column 0", () => {
  for (const line of ["Prose: at column 0.", "date: 2025", "####### seven", "\\claim: escaped"])
    expect(coloredIn(`claim keep: The charge should stay.\n${line}`, 1)).toEqual([]);
});

test("colors an entry without its colon only at column 0, where it cannot be text", () => {
  expect(coloredIn("claim keep answers charge", 0)).toEqual(["claim", "keep", "answers", "charge"]);
  expect(coloredIn("claim a: text\n  claim keep answers charge", 1)).toEqual([]);
});

test("colors the words of a quote, but not the attributes and entries under it", () => {
  const text =
    "claim a: text\n  quote b: words\n    more words\n\n    and more\n    page: 7\n      aside\n    objection: no\n      indeed\n  text";
  const quoted = tokenize(text).map((line) => line.filter(({ scopes }) => scopes.includes("markup.quote.argmap")));
  expect(quoted.flat().map((piece) => piece.text)).toEqual(["words", "more words", "and more"]);
});

test("agrees with the server on the kind of every line of the examples", () => {
  const maps = readdirSync(`${root}/examples`, { recursive: true, encoding: "utf8" });
  const examples = maps.filter((path) => path.endsWith(".argmap"));
  expect(examples).not.toEqual([]);
  for (const path of examples) expectSameLineKinds(readFileSync(`${root}/examples/${path}`, "utf8"));
});

test("agrees with the server on the kind of any line", () => {
  const words = [...keywords, ...clauseWords, ...attributeKeys, "x-own", "Reason", "town", "空气", "2nd", "a.b", "\\"];
  const marks = [":", ": ", ",", ".", " ", "  ", "//", "#", "## ", "…", "-", "\t", "\u3000"];
  const line = fc
    .tuple(fc.constantFrom("", "", "  ", "    ", "\t"), fc.array(fc.constantFrom(...words, ...marks), { maxLength: 7 }))
    .map(([indentation, parts]) => indentation + parts.join(""));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => expectSameLineKinds(lines.join("\n"))),
    { numRuns: 3000 },
  );
});

/** Returns the tokens of a line that have a color. */
function coloredIn(text: string, line: number): string[] {
  return (tokenize(text)[line] ?? []).filter((piece) => colorScopes(piece).length > 0).map((piece) => piece.text);
}

/** Expects that the colors show each line as the kind that the server reads. */
function expectSameLineKinds(text: string): void {
  const lines = text.replaceAll("\r", "").split("\n");
  const shown = tokenize(lines.join("\n")).map((pieces, number) => `${shownKind(pieces)}: ${lines[number]}`);
  const read = lines.map((line) => `${scannedKind(line)}: ${line}`);
  expect(shown).toEqual(read);
}

function scannedKind(line: string): string {
  const scanned = scanLine(line);
  const { kind } = scanned;
  // `Claim keep:` is an entry with an error. It has no color, which shows the error at once.
  if (scanned.kind === "entry" && !line.startsWith(scanned.head.keyword, scanned.head.start)) return "text";
  return kind === "unreadable" || kind === "blank" ? "text" : kind;
}

function shownKind(pieces: ReturnType<Tokenize>[number]): string {
  const first = pieces.find(({ text }) => text.trim() !== "");
  const shows = (start: string): boolean => first !== undefined && hasScope(first, start);
  if (shows("comment.")) return "comment";
  if (shows("markup.heading.")) return "heading";
  if (shows("keyword.control.")) return "entry";
  return shows("entity.other.attribute-name.") ? "attribute" : "text";
}

const hasScope = ({ scopes }: ScopedText, start: string): boolean => scopes.some((scope) => scope.startsWith(start));

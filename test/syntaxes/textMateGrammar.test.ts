import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scanLine } from "../../server/core/language/scanLine.ts";
import { attributeKeys, clauseWords, keywords } from "../../server/core/language/vocabulary.ts";
import { root } from "../support/root.ts";
import { colourScopes, loadTokenizer, type ScopedText, type Tokenize } from "../support/tokenizeTextMate.ts";

const colours = await loadTokenizer();

/** VS Code's own grammar of Markdown, which the fenced maps are put into. */
const markdown =
  "test/vscode/embedded/node_modules/code-server/lib/vscode/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json";

test.each([
  ["test/syntaxes/*.argmap", []],
  ["test/syntaxes/*.md", ["--grammar", markdown]],
])("gives the scopes that the marked files of this folder name: %s", (files, words) => {
  const program = `${root}/node_modules/vscode-tmgrammar-test/dist/unit.js`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words, files], {
    cwd: root,
    encoding: "utf8",
  });
  expect({ status, said: status === 0 ? "" : stdout + stderr }).toEqual({ status: 0, said: "" });
});

// The marked maps can only say which scopes there are: what they exclude is compared by the whole name of a scope.
// That prose has no colour at all is tested from here on.
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
])("leaves prose without colour: %s", (line) => {
  expect(colouredIn(`claim keep: The charge should stay,\n  ${line}`, 1)).toEqual([]);
  expect(colouredIn(`claim keep:\n  note: The charge should stay,\n    ${line}`, 2)).toEqual([]);
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
])("colours in “%s” only %j", (line, pieces) => {
  expect(colouredIn(`claim keep: The charge should stay.\n  ${line}`, 1)).toEqual(pieces);
});

test("knows every clause word", () => {
  for (const word of clauseWords) {
    const pieces = colours(`claim one ${word} two: text`)[0] ?? [];
    expect(pieces.filter((piece) => hasScope(piece, "storage.modifier.")).map(({ text }) => text)).toEqual([word]);
  }
});

test("colours nothing at column 0 that is no line of the language", () => {
  for (const line of ["Prose: at column 0.", "date: 2025", "####### seven", "\\claim: escaped"])
    expect(colouredIn(`claim keep: The charge should stay.\n${line}`, 1)).toEqual([]);
});

test("colours an entry that is still being written only at column 0, where it is nothing else", () => {
  expect(colouredIn("claim keep answers charge", 0)).toEqual(["claim", "keep", "answers", "charge"]);
  expect(colouredIn("claim a: text\n  claim keep answers charge", 1)).toEqual([]);
});

test("colours a quote's words to their end and no further", () => {
  const text =
    "claim a: text\n  quote b: words\n    more words\n\n    and more\n    page: 7\n      aside\n    objection: no\n      indeed\n  text";
  const quoted = colours(text).map((line) => line.filter(({ scopes }) => scopes.includes("markup.quote.argmap")));
  expect(quoted.flat().map((piece) => piece.text)).toEqual(["words", "more words", "and more"]);
});

test("colours every line of the examples as the server reads it", () => {
  const maps = readdirSync(`${root}/examples`, { recursive: true, encoding: "utf8" });
  const examples = maps.filter((path) => path.endsWith(".argmap"));
  expect(examples).not.toEqual([]);
  for (const path of examples) expectSameKinds(readFileSync(`${root}/examples/${path}`, "utf8"));
});

test("colours every line that can be put together as the server reads it", () => {
  const words = [...keywords, ...clauseWords, ...attributeKeys, "x-own", "Reason", "town", "空气", "2nd", "a.b", "\\"];
  const marks = [":", ": ", ",", ".", " ", "  ", "//", "#", "## ", "…", "-", "\t", "\u3000"];
  const line = fc
    .tuple(fc.constantFrom("", "", "  ", "    ", "\t"), fc.array(fc.constantFrom(...words, ...marks), { maxLength: 7 }))
    .map(([indentation, parts]) => indentation + parts.join(""));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => expectSameKinds(lines.join("\n"))),
    { numRuns: 3000 },
  );
});

/** The pieces of a line that have a colour. */
function colouredIn(text: string, line: number): string[] {
  return (colours(text)[line] ?? []).filter((piece) => colourScopes(piece).length > 0).map((piece) => piece.text);
}

/** The kinds of lines as the colours show them and as the server reads them. */
function expectSameKinds(text: string): void {
  const lines = text.replaceAll("\r", "").split("\n");
  const shown = colours(lines.join("\n")).map((pieces, number) => `${kindShown(pieces)}: ${lines[number]}`);
  const read = lines.map((line) => `${kindRead(line)}: ${line}`);
  expect(shown).toEqual(read);
}

function kindRead(line: string): string {
  const reading = scanLine(line);
  const { kind } = reading;
  // `Claim keep:` is an entry with a fault; that it has no colour shows the fault at once.
  if (reading.kind === "entry" && !line.startsWith(reading.head.keyword, reading.head.start)) return "text";
  return kind === "unreadable" || kind === "blank" ? "text" : kind;
}

function kindShown(pieces: ReturnType<Tokenize>[number]): string {
  const first = pieces.find(({ text }) => text.trim() !== "");
  const shows = (start: string): boolean => first !== undefined && hasScope(first, start);
  if (shows("comment.")) return "comment";
  if (shows("markup.heading.")) return "heading";
  if (shows("keyword.control.")) return "entry";
  return shows("entity.other.attribute-name.") ? "attribute" : "text";
}

const hasScope = ({ scopes }: ScopedText, start: string): boolean => scopes.some((scope) => scope.startsWith(start));

/** The syntax changes that an edit of the text causes: entries, their texts and positions, headings and stray lines. */
import { describe, expect, test } from "vitest";
import type { Entry, Line } from "../../../server/core/language/entry.ts";
import { Syntax } from "../../../server/core/language/syntax.ts";

const text = `# One
claim keep: It should stay.
  reason air: The air got cleaner.
  note: Said in March.
stray
# Two
claim drop: It should go.
`;

const nameOf = (entry: Entry | undefined): string => entry?.head.name?.text ?? "–";
const namesOf = (entries: Iterable<Entry | undefined>): readonly string[] => [...entries].map(nameOf).sort();
const rawOf = (lines: Iterable<Line>): readonly string[] => [...lines].map(({ scanned }) => scanned.raw).sort();

/** Replaces the only occurrence of `old` within a line of the text, and returns what that changes, without empty sets. */
function changedBy(old: string, replacement: string): Record<string, readonly string[]> {
  const syntax = new Syntax(text);
  const before = text.slice(0, text.indexOf(old)).split("\n");
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const oldLines = old.split("\n");
  const character = (oldLines.length > 1 ? 0 : start.character) + (oldLines.at(-1)?.length ?? 0);
  const end = { line: start.line + oldLines.length - 1, character };
  const { strays, headings, ...entries } = syntax.update([{ range: { start, end }, text: replacement }]);
  const all = {
    ...Object.fromEntries(Object.entries(entries).map(([key, set]) => [key, namesOf(set)])),
    strays: rawOf(strays),
    headings: rawOf(headings),
  };
  return Object.fromEntries(Object.entries(all).filter(([, names]) => names.length > 0));
}

describe("an edit", () => {
  test.each<[string, string, string, Record<string, readonly string[]>]>([
    ["in a text changes that text", "got cleaner", "is clean", { textChanged: ["air"] }],
    ["in a value changes the text of its entry", "in March", "in May", { textChanged: ["keep"] }],
    ["in a head changes that head", "claim drop", "claim leave", { headChanged: ["leave"], textChanged: ["leave"] }],
    [
      "that moves only the columns of a head does not",
      "drop:",
      "drop :",
      { headChanged: ["drop"], textChanged: ["drop"] },
    ],
    ["in a heading changes that heading", "# Two", "# Three", { headings: ["# Three"] }],
    ["in a stray line changes that line", "stray", "astray", { strays: ["astray"] }],
  ])("%s", (_case, old, replacement, expected) => expect(changedBy(old, replacement)).toEqual(expected));

  test("that removes a heading changes it", () => {
    expect(changedBy("# Two\n", "")).toMatchObject({ headings: ["# Two"] });
  });
  test("that adds a heading changes it", () => {
    expect(changedBy("claim drop", "# Three\nclaim drop")).toMatchObject({ headings: ["# Three"] });
  });
  test("that removes a stray line changes it", () => {
    expect(changedBy("stray\n", "")).toMatchObject({ strays: ["stray"] });
  });
  test("that makes a heading of a stray line changes both", () => {
    expect(changedBy("stray", "# stray")).toMatchObject({ headings: ["# stray"], strays: ["# stray"] });
  });
  test("that adds an entry changes the children of the one above it", () => {
    expect(changedBy("  note", "  reason buses: They run.\n  note")).toMatchObject({
      added: ["buses"],
      childrenChanged: ["keep"],
    });
  });
  test("that removes an entry changes the children of the one above it", () => {
    const change = changedBy("  reason air: The air got cleaner.\n", "");
    expect(change).toMatchObject({ removed: ["air"], childrenChanged: ["keep"] });
    expect(change).not.toHaveProperty("added");
  });
  test("that indents an entry moves it", () => {
    expect(changedBy("claim drop", "  claim drop")).toMatchObject({ moved: ["drop"] });
    expect(changedBy("  reason air", "    reason air")).toMatchObject({ moved: ["air"] });
  });
  test("that unindents an entry changes the children of the old and of the new parent", () => {
    expect(changedBy("  reason air", "reason air")).toMatchObject({ moved: ["air"], childrenChanged: ["keep", "–"] });
  });
  test("that swaps two entries moves them", () => {
    const two = "claim a: One.\nclaim b: Two.\n";
    const syntax = new Syntax(two);
    const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
    const change = syntax.update([{ range, text: "claim b: Two.\nclaim a: One.\n" }]);
    expect(namesOf(change.moved)).toEqual(["a", "b"]);
    expect(namesOf(change.childrenChanged)).toEqual(["–"]);
    expect(change.added.size + change.removed.size).toBe(0);
  });
  test("that makes an entry of a text removes no other", () => {
    const change = changedBy("claim drop", "claim: drop");
    expect(change).not.toHaveProperty("removed");
  });
});

describe("a byte-order mark", () => {
  test("changes the columns of the first head", () => {
    const syntax = new Syntax("claim a: One.");
    const at = { line: 0, character: 0 };
    const change = syntax.update([{ range: { start: at, end: at }, text: "\uFEFF" }]);
    expect(namesOf(change.headChanged)).toEqual(["a"]);
    expect(change.moved.size).toBe(0);
  });
});

describe("a position outside the text", () => {
  const syntax = new Syntax("claim a: One.\nclaim b: Two.");
  test.each([
    [-1, 5, 0, 0],
    [0, -1, 0, 0],
    [0, 99, 0, 13],
    [1, 4, 1, 4],
    [9, 0, 1, 13],
  ])("at line %i, character %i is moved to line %i, column %i", (line, character, number, column) =>
    expect(syntax.resolvePosition({ line, character })).toMatchObject({ number, column }),
  );
});

test("an edit may give the end of its range before the start", () => {
  const syntax = new Syntax("claim a: One.\nclaim b: Two.");
  const range = { start: { line: 1, character: 6 }, end: { line: 0, character: 6 } };
  syntax.update([{ range, text: "" }]);
  expect(syntax.text).toBe("claim b: Two.");
  syntax.update([{ range: { start: { line: 0, character: 7 }, end: { line: 0, character: 6 } }, text: "c" }]);
  expect(syntax.text).toBe("claim c: Two.");
});

test("the range of a span is where its line is now", () => {
  const syntax = new Syntax("claim a: One.");
  const [line] = syntax.lines;
  const at = { line: 0, character: 0 };
  syntax.update([{ range: { start: at, end: at }, text: "\n" }]);
  expect(line && syntax.rangeOf({ line, start: 6, end: 7 })).toEqual({
    start: { line: 1, character: 6 },
    end: { line: 1, character: 7 },
  });
});

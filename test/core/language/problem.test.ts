/** The places of problems: the spans of heads, texts, values and lines. */
import { describe, expect, test } from "vitest";
import type { Entry, Line } from "../../../server/core/language/entry.ts";
import {
  headSpan,
  isOwnText,
  keySpan,
  keywordSpan,
  lineSpan,
  lineTextSpan,
  type MultiLineSpan,
  textSpan,
  valueSpan,
} from "../../../server/core/language/problem.ts";
import { type Span, Syntax } from "../../../server/core/language/syntax.ts";

const wordsAt = ({ line, start, end }: Span): string => line.scanned.raw.slice(start, end);
const wordsOf = ({ at, to }: MultiLineSpan): readonly string[] => [at, ...(to === undefined ? [] : [to])].map(wordsAt);

function entryOf(text: string): Entry {
  const [entry] = new Syntax(text).roots;
  if (entry === undefined) throw new Error("There is no entry.");
  return entry;
}

const entry = entryOf(`claim keep: It should  
  // not now
  stay
  note: Said
    in March.  
  and be paid.

  tags:
`);
const note = entry.attributes[0];
const tags = entry.attributes[1];
if (note === undefined || tags === undefined) throw new Error("There are two attributes.");

describe("the span of", () => {
  test("an entry is its name, or its keyword if it has none", () => {
    expect(wordsAt(headSpan(entry))).toBe("keep");
    expect(wordsAt(headSpan(entryOf("claim: It should stay.")))).toBe("claim");
    expect(wordsAt(keywordSpan(entry))).toBe("claim");
  });
  test("a text is from its first word to its last, without attributes", () => {
    expect(wordsOf(textSpan(entry))).toEqual(["It should", "and be paid."]);
    expect(wordsOf(textSpan(entryOf("claim a: One.\n  note: Two.")))).toEqual(["One."]);
    expect(wordsOf(textSpan(entryOf("claim a:\n  One\n  two.")))).toEqual(["One", "two."]);
  });
  test("a missing text is the head", () => {
    expect(textSpan(entryOf("claim a:\n  note: Two."))).toEqual({ at: expect.objectContaining({ start: 6, end: 7 }) });
  });
  test("a value is from its first word to its last, or its key if there is none", () => {
    expect(wordsOf(valueSpan(entry, note))).toEqual(["Said", "in March."]);
    expect(wordsOf(valueSpan(entry, tags))).toEqual(["tags"]);
  });
  test("a key is the key, or the whole line if there is none", () => {
    expect(wordsAt(keySpan(note.line))).toBe("note");
    expect(wordsAt(keySpan(entry.line))).toBe("claim keep: It should");
  });
  test("a line has no white space at its ends", () => {
    const [before, blank] = new Syntax("  what is this? \n   ").lines;
    expect(before && wordsAt(lineSpan(before))).toBe("what is this?");
    expect(blank && lineSpan(blank)).toEqual({ line: blank, start: 3, end: 3 });
  });
  test("the text of a line is undefined if there is none", () => {
    const texts = entry.lines.map((line) => lineTextSpan(line)).map((span) => span && wordsAt(span));
    expect(texts).toEqual([
      "It should",
      undefined,
      "stay",
      "Said",
      "in March.",
      "and be paid.",
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test("only lines of text outside of attributes are an entry's own text", () => {
  const raw = ({ scanned }: Line): string => scanned.raw.trim();
  expect(entry.lines.filter(isOwnText).map(raw)).toEqual(["stay", "and be paid."]);
});

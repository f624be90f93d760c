import { describe, expect, test } from "vitest";
import { lineJoiner } from "../../../../server/core/language/entry.ts";
import { Syntax } from "../../../../server/core/language/syntax.ts";

/** Returns the lines after some text is inserted at a position, without their ends. */
function linesAfterInsertion(text: string, line: number, character: number, inserted: string): readonly string[] {
  const syntax = new Syntax(text);
  const at = { line, character };
  syntax.update([{ range: { start: at, end: at }, text: inserted }]);
  expect(syntax.text).toBe(new Syntax(syntax.text).text);
  return [...syntax.lines].map(({ scanned, end }) => scanned.raw + JSON.stringify(end));
}

describe("a CR and an LF that become adjacent form one line end", () => {
  test("when the LF is inserted after the CR", () => {
    expect(linesAfterInsertion("a\rb", 1, 0, "\n")).toEqual(['a"\\r\\n"', 'b""']);
    expect(linesAfterInsertion("x\ra\rb\rc", 2, 0, "\n")).toEqual(['x"\\r"', 'a"\\r\\n"', 'b"\\r"', 'c""']);
  });
  test("but not when there is something in between, or the line above ends with an LF", () => {
    expect(linesAfterInsertion("a\rb", 1, 0, "x\n")).toEqual(['a"\\r"', 'x"\\n"', 'b""']);
    expect(linesAfterInsertion("a\nb", 1, 0, "\n")).toEqual(['a"\\n"', '"\\n"', 'b""']);
  });
});

describe("the lines of a text are joined", () => {
  test.each([
    ["with a space", "fell", "by a third", " "],
    ["with a space beside another script", "进城的", "by", " "],
    ["with a space beside another script before", "fell", "车少了", " "],
    ["without a space in Chinese", "进城的", "车少了", ""],
    ["without a space between single characters", "车", "少", ""],
    ["without a space between characters of two UTF-16 units", "\u{20000}", "\u{20001}", ""],
    ["without a space beside full-width punctuation", "很好。", "车", ""],
    ["with a space where a line is empty", "", "车", " "],
  ])("%s", (_case, before, after, joiner) => expect(lineJoiner(before, after)).toBe(joiner));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { replacedPart } from "../../../client/assistant/replacedPart.ts";
import { runs } from "../../support/runs.ts";

/** The text after the part is replaced. */
function replaced(text: string, next: string): string {
  const { start, end, replacement } = replacedPart(text, next);
  return text.slice(0, start) + replacement + text.slice(end);
}

test("replaces whole lines and no others", () => {
  expect(replacedPart("a\nb\nc\n", "a\nx\nc\n")).toEqual({ start: 2, end: 4, replacement: "x\n" });
  expect(replacedPart("a\nc\n", "a\nb\nc\n")).toEqual({ start: 2, end: 2, replacement: "b\n" });
  expect(replacedPart("a\nb\nc\n", "a\nc\n")).toEqual({ start: 2, end: 4, replacement: "" });
  expect(replacedPart("a\nb", "a\nb\nc")).toEqual({ start: 2, end: 3, replacement: "b\nc" });
});

test("makes the new text of any text", () => {
  const text = fc.array(fc.constantFrom("a", "b", "\n", "\r\n"), { maxLength: 12 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(replaced(before, after)).toBe(after);
    }),
    { numRuns: runs(1000) },
  );
});

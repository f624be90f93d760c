import fc from "fast-check";
import { expect, test } from "vitest";
import { textBlocks } from "../../../server/core/articles/paragraphs.ts";

const blockTexts = (text: string): readonly string[] =>
  textBlocks(text).map(({ start, end }) => text.slice(start, end));

test("splits at blank lines, and tables into cells at tabs", () => {
  expect(blockTexts("It fell.\nIt rose.\n\nYear\tTons\n2023\t\t12\nIt was\nmild.")).toEqual([
    "It fell.\nIt rose.",
    "Year",
    "Tons",
    "2023",
    "12",
    "It was\nmild.",
  ]);
});

test("neither loses nor repeats text, whatever the separators", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "b", " ", "\t", "\n", "\r\n") }), (text) => {
      expect(blockTexts(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      const all = textBlocks(text);
      for (const [at, { start }] of all.entries()) expect(start).toBeGreaterThanOrEqual(all[at - 1]?.end ?? 0);
    }),
  );
});

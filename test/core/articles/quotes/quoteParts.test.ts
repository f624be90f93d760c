/** How a quote is split at its ellipses and insertions. */
import { describe, expect, test } from "vitest";
import { splitQuote } from "../../../../server/core/articles/quotes/quoteParts.ts";

const textsOf = (quote: string, isInSource?: (text: string) => boolean): readonly string[] =>
  splitQuote(quote, isInSource && ((part) => isInSource(part.original))).map(({ original }) => original);

describe("a quote is split", () => {
  test.each([
    ["the air", ["the air"]],
    ["“the air”", ["the air"]],
    ["“ the ‘air’ ”", ["the ‘air’"]],
    ["air … water", ["air", "water"]],
    ["air...water", ["air", "water"]],
    ["air . . . water", ["air", "water"]],
    ["air .. water", ["air .. water"]],
    ["air [...] water", ["air", "water"]],
    ["air [ … ] water", ["air", "water"]],
    ["the [old] town", ["the", "town"]],
    ["“air” … “water”", ["air”", "“water"]],
    ["… air …", ["air"]],
    ["…", []],
    ["[so]", []],
  ])("%j into %j", (quote, parts) => expect(textsOf(quote)).toEqual(parts));

  test("but not at brackets and ellipses that the source contains", () => {
    const source = "see note [12] … and [13] there";
    const isInSource = (text: string): boolean => source.includes(text);
    expect(textsOf("note [12] … and", isInSource)).toEqual(["note [12] … and"]);
    expect(textsOf("note [12] [or] and [13] there", isInSource)).toEqual(["note [12]", "and [13] there"]);
    expect(textsOf("see … there", isInSource)).toEqual(["see", "there"]);
  });
});

describe("the parts around an insertion", () => {
  const gapsIn = (quote: string): readonly (number | undefined)[] => splitQuote(quote).map(({ maxGap }) => maxGap);
  test("are near each other, while any distance is allowed at an ellipsis", () => {
    expect(gapsIn("the [old] town … has [no] cars")).toEqual([undefined, 85, undefined, 84]);
    expect(gapsIn("[the] town")).toEqual([undefined]);
  });
  test("may be further apart with more insertions, up to a limit", () => {
    expect(gapsIn("the [old] [big] town")).toEqual([undefined, 170]);
    expect(gapsIn(`the ${"[very] ".repeat(20)}town`)).toEqual([undefined, 1000]);
  });
  test("are whole words unless they touch it", () => {
    const ends = (quote: string) =>
      splitQuote(quote).map(({ canStartInsideWord, canEndInsideWord }) => [canStartInsideWord, canEndInsideWord]);
    expect(ends("[t]he bus[ses] … run")).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(ends("the [old] town")).toEqual([
      [false, false],
      [false, false],
    ]);
    expect(ends("a … b")).toEqual([
      [false, false],
      [false, false],
    ]);
  });
});

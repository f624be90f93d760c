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
    ["air . . . . . water", ["air", "water"]],
    ["air . .. water", ["air", "water"]],
    ["air [ . . . ] water", ["air", "water"]],
    ["air[…]water", ["air", "water"]],
    ["see [note [12] there] now", ["see [note", "there] now"]],
    ["«‘air’»", ["air"]],
    ["„“ air ”“", ["air"]],
    ['"air" and "water"', ['air" and "water']],
    ["…“air”…", ["“air”"]],
    ["", []],
  ])("%j into %j", (quote, parts) => expect(textsOf(quote)).toEqual(parts));

  test("but not at brackets and ellipses that the source contains", () => {
    const source = "see note [12] … and [13] there";
    const isInSource = (text: string): boolean => source.includes(text);
    expect(textsOf("note [12] … and", isInSource)).toEqual(["note [12] … and"]);
    expect(textsOf("note [12] [or] and [13] there", isInSource)).toEqual(["note [12]", "and [13] there"]);
    expect(textsOf("see … there", isInSource)).toEqual(["see", "there"]);
  });
});

test("a part has the normalized text and the dashes of its words", () => {
  expect(splitQuote("well-known  “facts” … ‘so’ they say")).toMatchObject([
    { original: "well-known  “facts”", text: "wellknown 'facts'", dashes: [{ at: 4, isSoft: false }] },
    { original: "‘so’ they say", text: "'so' they say", dashes: [] },
  ]);
  expect(splitQuote(`the ${"long ".repeat(40)}way`)).toMatchObject([
    { text: `the ${"long ".repeat(40)}way`, dashes: [] },
  ]);
});

describe("the source is asked for a part", () => {
  const asked = (quote: string, answer: boolean): readonly string[] => {
    const parts: string[] = [];
    splitQuote(quote, ({ original }) => {
      parts.push(original);
      return answer;
    });
    return parts;
  };
  test("that has one more bracket or ellipsis each time, until the source does not contain it", () => {
    expect(asked("a [b] c … d", true)).toEqual(["a [b] c", "a [b] c … d"]);
    expect(asked("a [b] c … d", false)).toEqual(["a [b] c", "c … d"]);
    expect(asked("a b c", true)).toEqual([]);
  });
  test("only if it contains a letter or digit", () => {
    expect(asked("… — …", true)).toEqual([]);
    expect(asked("[7]", true)).toEqual(["[7]"]);
    expect(asked("air … — … — … water", false)).toEqual(["air … —", "— … water"]);
  });
  test("at most a hundred times", () => {
    expect(asked("a [b] ".repeat(300), true)).toHaveLength(100);
    expect(asked("a [b] ".repeat(300), false)).toHaveLength(100);
  });
});

describe("the parts around an insertion", () => {
  const gapsIn = (quote: string): readonly (number | undefined)[] => splitQuote(quote).map(({ maxGap }) => maxGap);
  test("are near each other, while any distance is allowed at an ellipsis", () => {
    expect(gapsIn("the [old] town … has [no] cars")).toEqual([undefined, 85, undefined, 84]);
    expect(gapsIn("[the] town")).toEqual([undefined]);
    expect(gapsIn("[the] [old] town")).toEqual([undefined]);
    expect(gapsIn("the [old] … town")).toEqual([undefined, undefined]);
    expect(gapsIn("the … [old] town")).toEqual([undefined, undefined]);
    expect(gapsIn("the [ … ] town")).toEqual([undefined, undefined]);
    expect(gapsIn("the [… old] town")).toEqual([undefined, 87]);
    expect(gapsIn("the [old …] town")).toEqual([undefined, 87]);
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
    for (const quote of ["a … b", "a…b", "a[…]b"])
      expect(ends(quote)).toEqual([
        [false, false],
        [false, false],
      ]);
    expect(ends("bus[ses] run")).toEqual([
      [false, true],
      [false, false],
    ]);
  });
});

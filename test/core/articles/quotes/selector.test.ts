import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSearchableText } from "../../../../server/core/articles/quotes/findQuote.ts";
import {
  contextOf,
  resolveSelectors,
  type Selectors,
  selectorsOf,
} from "../../../../server/core/articles/quotes/selector.ts";
import { cutPassage, paragraphs } from "../../../support/arbitraries/articles.ts";

const textOf = (words: readonly (readonly string[])[]): string => words.map((all) => all.join(" ")).join("\n\n");

test("describes a passage by its text, its context, and its position in code points", () => {
  const text = "😀 In its first year nitrogen dioxide fell by 21 per cent, and traffic by a third.";
  const start = text.indexOf("fell");
  expect(selectorsOf(text, { start, end: start + 4 })).toEqual([
    {
      type: "TextQuoteSelector",
      exact: "fell",
      prefix: "its first year nitrogen dioxide ",
      suffix: " by 21 per cent, and traffic by ",
    },
    { type: "TextPositionSelector", start: start - 1, end: start + 3 },
  ]);
});

test("the context ends with the text, and splits no character", () => {
  const contextOfPassage = (text: string, start: number, end: number): readonly string[] => {
    const [{ prefix, exact, suffix }] = selectorsOf(text, { start, end });
    return [prefix, exact, suffix];
  };
  expect(contextOfPassage("It fell.", 3, 7)).toEqual(["It ", "fell", "."]);
  const faces = "😀".repeat(20);
  const words = "in its first year the air cleared";
  expect(contextOfPassage(`abc😀${words.slice(0, 29)}fell`, 34, 38)[0]).toBe(`c😀${words.slice(0, 29)}`);
  // 32 units are 16 faces; an odd number of units would split one.
  expect(contextOfPassage(`${faces}fell${faces}`, 40, 44)).toEqual(["😀".repeat(16), "fell", "😀".repeat(16)]);
  expect(contextOfPassage(`${faces}It fell.${faces}`, 43, 47)).toEqual([
    `${"😀".repeat(15)}It `,
    "fell",
    `.${"😀".repeat(15)}`,
  ]);
});

test("a passage at its old place is resolved with the spaces and dashes at its ends", () => {
  const text = "In spring — as they said — it fell; in autumn — as they said — it rose.";
  const source = createSearchableText(text);
  for (const words of ["— as they said —", " as they said ", "—"]) {
    for (const start of [text.indexOf(words), text.lastIndexOf(words)]) {
      const passage = { start, end: start + words.length };
      expect(resolveSelectors(source, selectorsOf(text, passage))).toEqual(passage);
    }
  }
});

test("of any number of passages with the same text and context, chooses the one nearest to its old place", () => {
  const sentence = "They say that the air got cleaner. ";
  const text = sentence.repeat(900);
  const start = 700 * sentence.length;
  const selectors = selectorsOf(text, { start, end: start + sentence.length - 1 });
  const now = `In short: ${text}`;
  expect(resolveSelectors(createSearchableText(now), selectors)).toEqual({
    start: start + 10,
    end: start + 10 + sentence.length - 1,
  });
});

test("the context of selectors is in offsets of the normalized text", () => {
  const text = "😀  “So” it was:  It fell — again.";
  const start = text.indexOf("It fell");
  const source = createSearchableText(text);
  expect(contextOf(source, selectorsOf(text, { start, end: start + 7 }))).toEqual({
    prefix: "😀 'So' it was:",
    suffix: "again.",
    hint: source.normal.text.indexOf("It fell"),
  });
});

test("resolves selectors to the same passage if the text is unchanged", () => {
  fc.assert(
    fc.property(paragraphs, fc.nat(), fc.nat(), (words, a, b) => {
      const text = textOf(words);
      const [start, end] = [Math.min(a % text.length, b % text.length), Math.max(a % text.length, b % text.length)];
      fc.pre(text.slice(start, end).trim() !== "" && text.slice(start, end).isWellFormed());
      expect(resolveSelectors(createSearchableText(text), selectorsOf(text, { start, end }))).toEqual({ start, end });
    }),
  );
});

test("resolves selectors if the text around the passage has changed", () => {
  fc.assert(
    fc.property(paragraphs, paragraphs, fc.nat(), fc.nat(), (words, others, at, length) => {
      const text = textOf(words);
      const cut = cutPassage(text, at, length, 4);
      fc.pre(cut !== undefined);
      const selectors = selectorsOf(text, cut);
      const added = `${textOf(others)}\n\n`;
      const now = added + text.replace(/\n\n/g, "\n");
      const found = resolveSelectors(createSearchableText(now), selectors);
      expect(found && now.slice(found.start, found.end).replace(/\s+/g, " ")).toBe(
        text.slice(cut.start, cut.end).replace(/\s+/g, " "),
      );
    }),
  );
});

test("resolves selectors if a word of the passage has changed", () => {
  fc.assert(
    fc.property(paragraphs, fc.nat(), fc.nat(), (words, at, length) => {
      const text = textOf(words);
      const cut = cutPassage(text, at, length, 8);
      fc.pre(cut !== undefined);
      // A word in the middle, so that the ends stay unchanged.
      const changed = cut.words.with(Math.floor(cut.words.length / 2), "QUAINT").join(" ");
      const now = `Foreword.\n\n${text.slice(0, cut.start)}${changed}${text.slice(cut.end)}`;
      const start = cut.start + "Foreword.\n\n".length;
      expect(resolveSelectors(createSearchableText(now), selectorsOf(text, cut))).toEqual({
        start,
        end: start + changed.length,
      });
    }),
  );
});

test("of several passages with the same text, chooses the one with the same context", () => {
  const before =
    "In spring traffic fell by a third. In autumn traffic fell by a third. In winter traffic fell by a third.";
  const start = before.indexOf("traffic fell", before.indexOf("autumn"));
  const selectors = selectorsOf(before, { start, end: start + "traffic fell".length });
  const now = `They counted. ${before.replace("In spring", "In the spring of that year")}`;
  expect(resolveSelectors(createSearchableText(now), selectors)).toEqual({
    start: now.indexOf("traffic fell", now.indexOf("autumn")),
    end: now.indexOf("traffic fell", now.indexOf("autumn")) + "traffic fell".length,
  });
});

describe("if the words are not at the position, or not in the same context there", () => {
  const selectorsFor = (exact: string, prefix: string, suffix: string, start: number): Selectors => [
    { type: "TextQuoteSelector", exact, prefix, suffix },
    { type: "TextPositionSelector", start, end: start + exact.length },
  ];
  const text = "Cars fell by a third. Buses fell by a tenth. Trams fell by a third.";
  const resolve = (selectors: Selectors): number | undefined =>
    resolveSelectors(createSearchableText(text), selectors)?.start;
  const [cars, buses, trams] = [...text.matchAll(/fell/g)].map(({ index }) => index);

  test.each([
    ["the text before", selectorsFor("fell", "Trams ", " by a third", 5), trams],
    ["the text after", selectorsFor("fell", "", " by a tenth", 5), buses],
    ["both", selectorsFor("fell", "Cars ", " by a third", 30), cars],
    ["the position, where several have the same context", selectorsFor("fell", "", " by a third", 50), trams],
  ])("%s decides", (_case, selectors, start) => expect(resolve(selectors)).toBe(start));

  test("a passage with typesetting of its own is found by its words", () => {
    const now = "They say: Ca\u00adrs  fell by a third.";
    const found = resolveSelectors(createSearchableText(now), selectorsFor("Cars fell", "", " by", 0));
    expect(found && now.slice(found.start, found.end)).toBe("Ca\u00adrs  fell");
  });
  test("nothing is found for a passage without letters", () => {
    expect(resolve(selectorsFor(" — ", "no", "no", 0))).toBeUndefined();
  });
  test("nothing is found if the most similar passage differs too much", () => {
    expect(resolve(selectorsFor("Planes rose by a half", "", "", 0))).toBeUndefined();
    expect(resolve(selectorsFor("Busses fell by a tent", "", "", 0))).toBe(text.indexOf("Buses"));
  });
});

test("does not resolve selectors of a passage that was deleted", () => {
  const text = "In its first year nitrogen dioxide fell by 21 per cent.";
  expect(
    resolveSelectors(createSearchableText("Quite other words."), selectorsOf(text, { start: 18, end: 34 })),
  ).toBeUndefined();
});

test("resolves selectors to the passage at their position if the same text and context occur again", () => {
  const line = "😀 It fell by a fifth in the first year, and it rose after that. ".repeat(4);
  const source = createSearchableText(line);
  for (const start of [...line.matchAll(/fell/g)].map(({ index }) => index)) {
    const passage = { start, end: start + 4 };
    expect(resolveSelectors(source, selectorsOf(line, passage))).toEqual(passage);
  }
});

test("resolves selectors whose position lies beyond the end of a shorter text", () => {
  const [quote, position] = selectorsOf(`${"x ".repeat(100)}It fell by a fifth.`, { start: 203, end: 207 });
  expect(quote.exact).toBe("fell");
  expect(resolveSelectors(createSearchableText("It fell by a fifth."), [quote, position])).toEqual({
    start: 3,
    end: 7,
  });
});

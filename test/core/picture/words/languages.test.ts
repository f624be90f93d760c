/** The words of a picture in the language of its map. The compiler checks that no catalog lacks a word. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { confidences, likelihoods, strengths } from "../../../../server/core/language/attributes/values.ts";
import { CardLayoutCache } from "../../../../server/core/picture/cards/cardLayoutCache.ts";
import { createPicture } from "../../../../server/core/picture/picture.ts";
import { createLegend } from "../../../../server/core/picture/render/legend.ts";
import { pictureToSvg } from "../../../../server/core/picture/render/svg.ts";
import { themes } from "../../../../server/core/picture/theme.ts";
import {
  fillCount,
  pictureLanguages,
  pictureWords,
  scaleTerm,
} from "../../../../server/core/picture/words/languages.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { layoutOf, measure, pictureOf, textsOf } from "../../../support/trees/pictures.ts";
import {
  assumption,
  claim,
  objection,
  reason,
  reference,
  treeOf,
  withContradiction,
} from "../../../support/trees/treeFixtures.ts";

/** All phrases of a catalog, by their path. */
function phrasesOf(value: object, path = ""): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(value).flatMap(
      ([key, part]: [string, unknown]) =>
        typeof part === "string"
          ? [[`${path}${key}`, part] as const]
          : [...phrasesOf(part as object, `${path}${key}.`)], // A catalog has only strings and objects of strings.
    ),
  );
}
const placeholders = (phrase: string): readonly string[] => (phrase.match(/\{\w+\}/g) ?? []).sort();

describe.each(Object.entries(pictureLanguages))("the catalog %s", (tag, words) => {
  test("has a text with the same values as in English for each phrase", () => {
    const phrases = phrasesOf(words);
    for (const [path, english] of phrasesOf(pictureLanguages.en)) {
      // A language without a singular form has only `other`.
      const phrase = phrases.get(path) ?? phrases.get(path.replace(/\.one$/, ".other")) ?? "";
      expect(phrase.trim(), path).not.toBe("");
      if (path !== "language") expect(placeholders(phrase), path).toEqual(placeholders(english));
    }
  });

  test("has all terms of the scales, and is found by its tag", () => {
    const readable = (term: string): string => (term === "even" ? "even chance" : term.replaceAll("-", " "));
    const terms = [likelihoods, confidences, strengths].map((scale) => scale.map(readable).sort());
    expect(
      [words.scales.likelihood, words.scales.confidence, words.scales.strength].map((scale) =>
        Object.keys(scale).sort(),
      ),
    ).toEqual(terms);
    expect(words.language).toBe(tag);
    expect(pictureWords(tag)).toBe(words);
  });
});

test.each([
  [undefined, "en"],
  ["de-AT", "de"],
  ["zh", "zh"],
  ["zh-CN", "zh"],
  // Readers of traditional characters do not get simplified ones.
  ["zh-Hant", "en"],
  ["zh-TW", "en"],
  ["ES", "es"],
  ["pt", "en"],
  ["not a tag", "en"],
  ["constructor", "en"],
])("the language tag %s has the words of %s", (tag, language) => {
  expect(pictureWords(tag).language).toBe(language);
});

test("any text as a language tag has words", () => {
  fc.assert(
    fc.property(fc.string(), (tag) => {
      expect(pictureWords(tag).kinds.reason).not.toBe("");
    }),
  );
});

test("a number has the singular or plural of its language", () => {
  const foldedCards = (tag: string, count: number): string => {
    const words = pictureWords(tag);
    return fillCount(words, words.foldedCards, count);
  };
  expect([1, 2].map((count) => foldedCards("de", count))).toEqual(["1 Karte eingeklappt", "2 Karten eingeklappt"]);
  expect([0, 2].map((count) => foldedCards("fr", count))).toEqual(["0 carte repliée", "2 cartes repliées"]);
  expect([1, 2].map((count) => foldedCards("zh", count))).toEqual(["已折叠 1 张卡片", "已折叠 2 张卡片"]);
});

test("a value that is not a term of its scale stays as it is", () => {
  expect(scaleTerm(pictureWords("de"), "likelihood", "70%")).toBe("70%");
  expect(scaleTerm(pictureWords("de"), "strength", "moderate")).toBe("mittel");
});

const germanTree: Tree = {
  ...withContradiction(
    treeOf(
      claim(
        "Die Maut soll bleiben.",
        { id: "keep", likelihood: { label: "very likely", fraction: 0.875 }, confidence: "low" },
        reason("Die Luft ist sauberer.", { id: "air", quotes: [{ text: "sauberer", source: "Bericht", page: "3" }] }),
        objection("Die Läden leiden.", { id: "shops" }, assumption("Das wirkt sich aus.")),
      ),
      claim(
        "Die Maut soll fallen.",
        { id: "drop" },
        reason("", { id: "pill" }, reference("keep", "claim", { id: "ref" })),
      ),
    ),
    "keep",
    "drop",
  ),
  language: "de-AT",
};

test("a German map has German words on its cards, in tooltips and for screen readers", () => {
  expect(textsOf(layoutOf(germanTree, "air"))[0]).toBe("+ Grund");
  expect(textsOf(layoutOf(germanTree, "shops"))[0]).toBe("− Einwand");
  expect(textsOf(layoutOf(germanTree, "pill"))[0]).toBe("+ Grund");
  expect(textsOf(layoutOf(germanTree, "ref"))[0]).toContain("siehe keep");
  expect(textsOf(layoutOf(germanTree, "keep"))).toContain("sehr wahrscheinlich");
  expect(layoutOf(germanTree, "air").quotes?.tooltip).toBe("„sauberer“ — Bericht, S. 3");
  expect(layoutOf(germanTree, "keep").accessibleLabel).toBe(
    "These. Die Maut soll bleiben. widerspricht: Die Maut soll fallen. Wahrscheinlichkeit: sehr wahrscheinlich. Sicherheit: gering",
  );
});

test("an outline of a German map has German words", () => {
  const outline = pictureOf(germanTree, { shape: "outline" });
  const texts = outline.cards.flatMap(({ layout }) => textsOf(layout));
  expect(texts).toContain("siehe keep");
  expect(texts).toContain("Annahme");
  expect(texts.filter((text) => /^(see|assumption|reason|claim)\b/.test(text))).toEqual([]);
});

test("the SVG of a German map has its language, German words and a German legend", () => {
  const picture = pictureOf(germanTree);
  const svg = pictureToSvg(picture, themes.light, { legend: createLegend(picture, measure) });
  expect(svg).toContain('lang="de-AT"');
  expect(svg).toContain("<title>Argumentkarte</title>");
  expect(svg).toContain("<title>Diese Thesen widersprechen einander.</title>");
  expect(svg).toContain(">Hauptthese<");
  expect(svg).not.toMatch(/>[^<]*\b(reason|objection|assumption|contradiction)\b/);
});

test("a change of language draws all cards again, also with a cache", () => {
  const cache = new CardLayoutCache();
  createPicture({ ...germanTree, language: undefined }, measure, { cache });
  const updated = createPicture(germanTree, measure, { cache });
  expect(updated).toEqual(pictureOf(germanTree));
});

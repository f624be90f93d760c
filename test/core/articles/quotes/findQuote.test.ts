import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { containsQuote, createSearchableText, findQuote } from "../../../../server/core/articles/quotes/findQuote.ts";

const text =
  "“Nitrogen di\u00adoxide fell\r\nby 21 per  cent,” the o\ufb03ce said — and it\nwas mild. Cafe\u0301s lost 3-4 guests.\n" +
  "每天 进城的\n车少了,很 好。「很好」";
const source = createSearchableText(text);

/** Returns the text of the first match. */
const firstMatch = (quote: string): string | undefined => {
  const [match] = findQuote(source, quote);
  return match && text.slice(match.start, match.end);
};

describe("finds a quote", () => {
  test.each([
    ["with the same text", "the o\ufb03ce said", "the o\ufb03ce said"],
    ["across line ends", "fell by 21 per cent", "fell\r\nby 21 per  cent"],
    ["with a soft hyphen in the source", "Nitrogen dioxide", "Nitrogen di\u00adoxide"],
    ["with a ligature in the source", "the office said", "the o\ufb03ce said"],
    ["with other dashes", "said - and it", "said — and it"],
    ["with two hyphens for a dash", "said--and it", "said — and it"],
    ["with other quotation marks inside", 'cent," the office', "cent,” the o\ufb03ce"],
    ["in quotation marks", "“the office said”", "the o\ufb03ce said"],
    ["in Chinese quotation marks", "「很好」", "很 好"],
    ["with composed or decomposed accents", "Caf\u00e9s lost", "Cafe\u0301s lost"],
    ["in Chinese, across line ends and without spaces", "每天进城的车少了", "每天 进城的\n车少了"],
    [
      "with an ellipsis",
      "Nitrogen … mild",
      "Nitrogen di\u00adoxide fell\r\nby 21 per  cent,” the o\ufb03ce said — and it\nwas mild",
    ],
    ["with an ellipsis in brackets", "fell [...] per cent", "fell\r\nby 21 per  cent"],
    ["with ellipses at its ends", "… the office said …", "the o\ufb03ce said"],
    ["with an insertion", "the office [of the city] said", "the o\ufb03ce said"],
    ["with a letter changed", "[t]he office", "he o\ufb03ce"],
  ])("%s", (_case, quote, expected) => expect(firstMatch(quote)).toBe(expected));
});

test("a source contains a quote, also apart from the marks of footnotes", () => {
  const noted = createSearchableText("The air got cleaner[3] in spring.");
  expect(containsQuote(noted, "got cleaner in spring")).toBe(true);
  expect(containsQuote(noted, "got cleaner[3] in spring")).toBe(true);
  expect(containsQuote(noted, "got cleaner [so] in spring")).toBe(true);
  expect(containsQuote(noted, "got warmer in spring")).toBe(false);
});

test.each([
  ["calls Fc-\nConfigParse first", "calls FcConfigParse first"],
  ["calls Fc- ConfigParse first", "calls FcConfigParse first"],
  ["calls FcConfigParse first", "calls Fc- ConfigParse first"],
  ["an Anglo-\nSaxon word", "an Anglo-Saxon word"],
  ["air got clea-\nner in", "air got clea- ner in"],
])("a hyphen at a line end does not matter: %j, %j", (text, quote) => {
  expect(matchTexts(text, quote)).toEqual([text]);
});

test.each([
  ["a well-known fact", "a wellknown fact"],
  ["a wellknown fact", "a well-known fact"],
  ["air - and water", "air and water"],
])("another hyphen does: %j, %j", (text, quote) => expect(matchTexts(text, quote)).toEqual([]));

test.each([
  ["with M (x) as above", "with M(x) as above"],
  ["with M(x) as above", "with M ( x ) as above"],
  ["the set{ a, b } of", "the set {a, b} of"],
])("spaces beside brackets do not matter: %j, %j", (text, quote) => {
  expect(matchTexts(text, quote)).toEqual([text]);
});

describe("treats shapes of quotation marks as equal", () => {
  test.each([
    ["‘old’", '"old"'],
    ["“She said ‘never’ twice”", "‘She said “never” twice’"],
    ["«Il dit “non”»", "“Il dit ‘non’”"],
    ["„Er sagte ‚nie‘ dazu“", "»Er sagte ›nie‹ dazu«"],
    ["他说“很好”。", "他说「很好」。"],
    ["‘in 2019’ they", '"in 2019" they'],
    ["It's 'so' said", "It’s “so” said"],
    [`Don't say "can't"`, "Don’t say ‘can’t’"],
  ])("%s, %s", (one, other) => {
    expect(findQuote(createSearchableText(`Thus: ${one} then.`), `Thus: ${other} then`)).toHaveLength(1);
    expect(findQuote(createSearchableText(`Thus: ${other} then.`), `Thus: ${one} then`)).toHaveLength(1);
  });

  test("except feet and inches, minutes and seconds", () => {
    const text = "A beam of 6' by 12″ at 7′30\" north.";
    const isFound = (quote: string): boolean => findQuote(createSearchableText(text), quote).length > 0;
    for (const quote of ['6′ by 12" at', "7'30″ north"]) expect(isFound(quote)).toBe(true);
    for (const quote of ["6″ by 12", "by 12' at", '7"30" north']) expect(isFound(quote)).toBe(false);
  });

  test("but requires apostrophes and quotation marks inside the quote", () => {
    expect(findQuote(createSearchableText("The dogs’ bark"), "The dogs bark")).toEqual([]);
    expect(findQuote(createSearchableText("The “old” town"), "The old town")).toEqual([]);
  });
});

describe("does not find a quote", () => {
  test.each([
    ["with different case", "nitrogen dioxide"],
    ["with other words", "Nitrogen oxide fell"],
    ["in another order", "mild … Nitrogen"],
    ["with a missing space", "wasmild"],
    ["with an insertion for a long passage", "Nitrogen [x] 每天"],
  ])("%s", (_case, quote) => expect(firstMatch(quote)).toBeUndefined());
});

test("finds any words cut out of a text", () => {
  const words = fc.array(fc.constantFrom("one", "two,", "“three”", "四", "e\u0301", "—", "\n", "\u00ad", "ﬁ", "..."), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (all, a, b) => {
      const text = all.join(" ");
      const [from, to] = [a % all.length, b % all.length].sort((x, y) => x - y);
      const cut = all.slice(from, to);
      // A quote needs at least one letter or digit.
      fc.pre(cut.some((one) => /[\p{L}\p{N}]/u.test(one)));
      const quote = cut.join(" \n ");
      const [match] = findQuote(createSearchableText(text), quote);
      expect(match).toBeDefined();
      if (match !== undefined) expect(match.end).toBeGreaterThanOrEqual(match.start);
    }),
  );
});

/** Returns the texts of all matches of a quote. */
function matchTexts(text: string, quote: string): readonly string[] {
  return findQuote(createSearchableText(text), quote).map(({ start, end }) => text.slice(start, end));
}

test("returns the quoted parts of a match, unless the ellipsis is part of the source", () => {
  const source = createSearchableText("It fell… and rose. Then it fell by a fifth, and rose.");
  expect(findQuote(source, "It fell… and rose.")).toEqual([{ start: 0, end: 18 }]);
  expect(findQuote(source, "Then … and rose")).toEqual([
    {
      start: 19,
      end: 52,
      parts: [
        { start: 19, end: 23 },
        { start: 44, end: 52 },
      ],
    },
  ]);
});

describe("matches only whole words and numbers", () => {
  const cost = "She was unable to pay 21 million. It cost 1,000.5 in 2019, don’t say low: flow’s l’homme well-known.";
  test.each([
    "he was unable to pay 21 million",
    "unable to pay 21 mill",
    "1 million",
    "able … million",
    "unable … 1 million",
    "It cost 1",
    "000.5 in 2019",
    "5 in 2019",
    "It cost 1,000.5 in 201",
    "don",
    "known. … She",
    "able [x] pay",
  ])("not “%s”", (quote) => expect(matchTexts(cost, quote)).toEqual([]));

  test.each([
    "She was unable",
    "21 million",
    "2019",
    "don’t say",
    "low",
    "flow",
    "homme",
    "known",
    "well",
    "[s]he was",
    "pay[s]",
    "[S]he was … 21 mill[ions]",
  ])("but “%s”", (quote) => expect(matchTexts(cost, quote)).toHaveLength(1));

  test("anywhere in scripts without spaces, but not inside a number or a grapheme", () => {
    const text = "去年老城的空气变好了21万。 ประเทศไทยสวย 𝒜𝒷 e\u0301\u0323te";
    for (const quote of ["老城", "空气", "21万", "万", "ไทย"]) expect(matchTexts(text, quote)).toEqual([quote]);
    for (const quote of ["1万", "𝒷", "e"]) expect(matchTexts(text, quote)).toEqual([]);
  });

  test("without the particles that some scripts attach to a word", () => {
    const text = "시의회는 동의했다. رأت المدينة والناس שהעיר";
    for (const quote of ["시의회", "مدينة", "الناس", "העיר"]) expect(matchTexts(text, quote)).toEqual([quote]);
  });

  test("in random texts", () => {
    const word = fc.stringMatching(/^(?:[a-zéß]{2,6}|[0-9]{2,5})$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 3, maxLength: 12 }), fc.nat(), fc.nat(), (words, at, length) => {
        const text = words.join(" ");
        const first = at % (words.length - 1);
        const cut = words.slice(first, first + 2 + (length % 4)).join(" ");
        expect(matchTexts(text, cut)).toEqual([cut]);
        for (const part of [cut.slice(1), cut.slice(0, -1)]) {
          // The truncated text may also occur elsewhere as whole words.
          fc.pre(!` ${text} `.includes(` ${part} `));
          expect(matchTexts(text, part)).toEqual([]);
        }
      }),
    );
  });
});

describe("brackets and ellipses in the source", () => {
  const sic = "The council [sic] agreed; he [the mayor] nodded. See [12] and [13], a…b, c... d, e . . . f and 4.";
  test.each([
    "he [the mayor] nodded",
    "[12] and [13]",
    "a…b",
    "a...b",
    "c... d",
    "c … d",
    "e . . . f",
    "[sic] agreed … [12] and",
  ])("match literally: “%s”", (quote) => expect(matchTexts(sic, quote)).toHaveLength(1));

  test("an insertion replaces the nearest words of the source", () => {
    const text = "In the end the cat and the city council agreed on it.";
    expect(matchTexts(text, "the [city] council agreed")).toEqual(["the city council agreed"]);
  });

  test("every form of an ellipsis omits words", () => {
    const text = "The court, which sat in May, held that the tax. It was void.";
    for (const gap of ["…", "...", ". . .", ". . . .", "[. . .]", "....", "[...]"])
      expect(matchTexts(text, `The court ${gap} was void`)).toEqual([text.slice(0, -1)]);
  });

  test("a quote without words of the source is not found", () => {
    for (const quote of ["[made up entirely]", "…", "[…]", ". . .", "“”", "[a] … [b]", "—"])
      expect(matchTexts(sic, quote)).toEqual([]);
  });
});

test("the matches of a quote are kept, but not those of any number of quotes", () => {
  const source = createSearchableText("The air got cleaner.");
  const matches = findQuote(source, "air got");
  expect(findQuote(source, "air got")).toBe(matches);
  for (let count = 0; count < 10_000; count++) findQuote(source, `“${count}`);
  expect(source.matchCache.size).toBeGreaterThan(0);
  expect(source.matchCache.size).toBeLessThan(10_000);
});

test("asking whether a source contains a quote keeps no matches, but uses those that are kept", () => {
  const source = createSearchableText("The air got cleaner.");
  expect(containsQuote(source, "air got")).toBe(true);
  expect(source.matchCache.size).toBe(0);
  source.matchCache.set("air got warmer", [{ start: 0, end: 3 }]);
  expect(containsQuote(source, "air got warmer")).toBe(true);
});

describe("a dash", () => {
  test.each([
    ["he — said", "— said"],
    ["he — said", "he —"],
    ["he — said", "he"],
    ["he — said", "said"],
    ["an Anglo-\nSaxon- \nlike word", "an AngloSaxonlike word"],
    ["so well-known a-\nrea", "well-known area"],
  ])("at the ends of words or of lines is no difference: in %j, %j", (text, quote) =>
    expect(matchTexts(text, quote)).toHaveLength(1),
  );
  test.each([
    ["he said", "— said"],
    ["he said", "he —"],
    ["he — said", "he said"],
    ["so well-known a-\nrea", "wellknown area"],
    ["so wellknown a-\nrea", "well-known area"],
    ["a well-to-do man", "a well-todo man"],
    ["a well-to-do man", "a wellto-do man"],
  ])("elsewhere must be in both: not in %j, %j", (text, quote) => expect(matchTexts(text, quote)).toEqual([]));
});

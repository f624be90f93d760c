import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approximateMatches } from "../../../../server/core/sources/quotes/approximateMatch.ts";
import { createSearchableText, findQuote } from "../../../../server/core/sources/quotes/findQuote.ts";

const text =
  "“Nitrogen di\u00adoxide fell\r\nby 21 per  cent,” the o\ufb03ce said — and it\nwas mild. Cafe\u0301s lost 3-4 guests.\n" +
  "每天 进城的\n车少了,很 好。「很好」";
const source = createSearchableText(text);

/** The words of the source where a quote was found. */
const found = (quote: string): string | undefined => {
  const [place] = findQuote(source, quote);
  return place && text.slice(place.start, place.end);
};

describe("a quote is found", () => {
  test.each([
    ["as it stands", "the o\ufb03ce said", "the o\ufb03ce said"],
    ["over line ends", "fell by 21 per cent", "fell\r\nby 21 per  cent"],
    ["with a soft hyphen in the source", "Nitrogen dioxide", "Nitrogen di\u00adoxide"],
    ["with a ligature in the source", "the office said", "the o\ufb03ce said"],
    ["with other dashes", "said - and it", "said — and it"],
    ["with two hyphens for a dash", "said--and it", "said — and it"],
    ["with other quotation marks inside", 'cent," the office', "cent,” the o\ufb03ce"],
    ["with quotation marks around", "“the office said”", "the o\ufb03ce said"],
    ["with Chinese marks around", "「很好」", "很 好"],
    ["however accents are composed", "Caf\u00e9s lost", "Cafe\u0301s lost"],
    ["in Chinese, across line ends and without spaces", "每天进城的车少了", "每天 进城的\n车少了"],
    [
      "with words left out",
      "Nitrogen … mild",
      "Nitrogen di\u00adoxide fell\r\nby 21 per  cent,” the o\ufb03ce said — and it\nwas mild",
    ],
    ["with words left out in brackets", "fell [...] per cent", "fell\r\nby 21 per  cent"],
    ["with words left out at its ends", "… the office said …", "the o\ufb03ce said"],
    ["with words put in", "the office [of the city] said", "the o\ufb03ce said"],
    ["with a letter changed", "[t]he office", "he o\ufb03ce"],
  ])("%s", (_how, quote, words) => expect(found(quote)).toBe(words));
});

describe("the shapes of quotation marks do not matter", () => {
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

  test("but feet and inches, minutes and seconds are not the same", () => {
    const text = "A beam of 6' by 12″ at 7′30\" north.";
    const isThere = (quote: string): boolean => findQuote(createSearchableText(text), quote).length > 0;
    for (const quote of ['6′ by 12" at', "7'30″ north"]) expect(isThere(quote)).toBe(true);
    for (const quote of ["6″ by 12", "by 12' at", '7"30" north']) expect(isThere(quote)).toBe(false);
  });

  test("and an apostrophe is none that could be left out", () => {
    expect(findQuote(createSearchableText("The dogs’ bark"), "The dogs bark")).toEqual([]);
    expect(findQuote(createSearchableText("The “old” town"), "The old town")).toEqual([]);
  });
});

describe("a quote is not found", () => {
  test.each([
    ["with other capitals", "nitrogen dioxide"],
    ["with other words", "Nitrogen oxide fell"],
    ["in another order", "mild … Nitrogen"],
    ["with words run together", "wasmild"],
    ["with too much between for a word put in", "Nitrogen [x] 每天"],
  ])("%s", (_how, quote) => expect(found(quote)).toBeUndefined());
});

describe("the nearest passage", () => {
  test("is given in the words of the source, and as a quote with these words", () => {
    expect(approximateMatches(source, "nitrogen dioxid had fallen by 21 percent")[0]).toMatchObject({
      passage: "Nitrogen dioxide fell by 21 per cent",
      quote: "Nitrogen dioxide fell by 21 per cent",
    });
  });
  test("leaves the parts alone that were found", () => {
    expect(approximateMatches(source, "Nitrogen dioxide … and it was wild")[0]?.quote).toBe(
      "Nitrogen dioxide … and it was mild",
    );
  });
  test("is not given where nothing is near, nor where the words only stand in another order", () => {
    expect(approximateMatches(source, "quite other words that nobody has ever said")).toEqual([]);
    expect(approximateMatches(source, "mild … Nitrogen")).toEqual([]);
  });
  test("is found in a long text too", () => {
    const sentences = Array.from({ length: 8000 }, (_, index) => `Sentence number ${index} says what it says. `);
    const long = createSearchableText(sentences.join(""));
    expect(approximateMatches(long, "Sentense number 4711 says what it said")[0]?.passage).toContain("4711");
  });
});

describe("what comes nearest", () => {
  const told =
    "The ‘Old Town’ plan fails. The cost of plan 2.0 fell. He said so. The council did not.\n\nYear after year it met in the old hall.";
  const first = (quote: string, text = told): string | undefined =>
    approximateMatches(createSearchableText(text), quote)[0]?.quote;
  test.each([
    ["has the words that are left out beside its first one", "‘Old’ plan", "‘Old Town’ plan"],
    ["has whole numbers", "cost of plan 2", "cost of plan 2.0"],
    ["does not go on over the end of a paragraph", "Every year after year it meets", "Year after year it met"],
    [
      "but does so where the quote does",
      "council did not year upon year it met",
      "council did not. Year after year it met",
    ],
  ])("%s", (_how, quote, offer) => expect(first(quote)).toBe(offer));

  test("is found of few words too, wherever they stand", () => {
    const between = Array.from({ length: 60 }, (_, index) => `Line ${index} says little. `).join("");
    for (let at = 0; at < 16; at++) {
      const text = `${"x".repeat(1 + (at % 4))} It fell by a third. ${between}${"x".repeat(1 + at / 4)} it fell by 21 per cent.`;
      expect(first("fell by 21%", text)).toBe("fell by 21");
    }
  });

  test("does not go on over the end of a cell of a table", () => {
    const table = "Weekday traffic\tBus rides\nNo change\tRose by a tenth\nAll traffic\tFell";
    expect(first("bus ride rose", table)).toBe("Bus rides");
    expect(first("Rise by a tenth now", table)).toBe("Rose by a tenth");
  });

  test.each(["At the four measuring", "It did not set", "As for the traders"])(
    "is nothing where the passage is gone and others only share some words with it: %s",
    (quote) => {
      const others =
        "There was no measuring in the second year. Nor do the traders speak for all. Counts rose, and footfall did not last.";
      expect(approximateMatches(createSearchableText(others), quote)).toEqual([]);
      expect(first(`${quote} is`, `${others} ${quote} was here.`)).toContain(quote);
    },
  );
});

test("whatever words are cut out of a text are found in it", () => {
  const words = fc.array(fc.constantFrom("one", "two,", "“three”", "四", "e\u0301", "—", "\n", "\u00ad", "ﬁ", "..."), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (all, a, b) => {
      const text = all.join(" ");
      const [from, to] = [a % all.length, b % all.length].sort((x, y) => x - y);
      const cut = all.slice(from, to);
      // Dashes and gaps alone are no words.
      fc.pre(cut.some((one) => /[\p{L}\p{N}]/u.test(one)));
      const quote = cut.join(" \n ");
      const [place] = findQuote(createSearchableText(text), quote);
      expect(place).toBeDefined();
      if (place !== undefined) expect(place.end).toBeGreaterThanOrEqual(place.start);
    }),
  );
});

/** The passages of a text where a quote stands, in its words. */
function passagesOf(text: string, quote: string): readonly string[] {
  return findQuote(createSearchableText(text), quote).map(({ start, end }) => text.slice(start, end));
}

test("a place tells what of it is quoted; an ellipsis that the source has itself leaves out nothing", () => {
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

describe("a quote begins and ends with whole words and numbers", () => {
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
  ])("not “%s”", (quote) => expect(passagesOf(cost, quote)).toEqual([]));

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
  ])("but “%s”", (quote) => expect(passagesOf(cost, quote)).toHaveLength(1));

  test("anywhere in scripts without spaces, but not within a number or a character", () => {
    const text = "去年老城的空气变好了21万。 ประเทศไทยสวย 𝒜𝒷 e\u0301\u0323te";
    for (const quote of ["老城", "空气", "21万", "万", "ไทย"]) expect(passagesOf(text, quote)).toEqual([quote]);
    for (const quote of ["1万", "𝒷", "e"]) expect(passagesOf(text, quote)).toEqual([]);
  });

  test("but without the particles that some scripts write together with a word", () => {
    const text = "시의회는 동의했다. رأت المدينة والناس שהעיר";
    for (const quote of ["시의회", "مدينة", "الناس", "העיר"]) expect(passagesOf(text, quote)).toEqual([quote]);
  });

  test("whatever is cut off", () => {
    const word = fc.stringMatching(/^(?:[a-zéß]{2,6}|[0-9]{2,5})$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 3, maxLength: 12 }), fc.nat(), fc.nat(), (words, at, length) => {
        const text = words.join(" ");
        const first = at % (words.length - 1);
        const cut = words.slice(first, first + 2 + (length % 4)).join(" ");
        expect(passagesOf(text, cut)).toEqual([cut]);
        for (const part of [cut.slice(1), cut.slice(0, -1)]) {
          // Unless the rest is words that stand elsewhere.
          fc.pre(!` ${text} `.includes(` ${part} `));
          expect(passagesOf(text, part)).toEqual([]);
        }
      }),
    );
  });
});

describe("brackets and ellipses of the source", () => {
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
  ])("are found where they stand: “%s”", (quote) => expect(passagesOf(sic, quote)).toHaveLength(1));

  test("words put in stand for the nearest words of the source", () => {
    const text = "In the end the cat and the city council agreed on it.";
    expect(passagesOf(text, "the [city] council agreed")).toEqual(["the city council agreed"]);
  });

  test("an ellipsis with spaces stands for words left out", () => {
    const text = "The court, which sat in May, held that the tax. It was void.";
    for (const gap of ["…", "...", ". . .", ". . . .", "[. . .]", "....", "[...]"])
      expect(passagesOf(text, `The court ${gap} was void`)).toEqual([text.slice(0, -1)]);
  });

  test("a quote without words of a source is found nowhere", () => {
    for (const quote of ["[made up entirely]", "…", "[…]", ". . .", "“”", "[a] … [b]", "—"])
      expect(passagesOf(sic, quote)).toEqual([]);
  });
});

describe("what is offered in the place of a misquote", () => {
  const text = "The council [sic] agreed; he [the mayor] nodded. See the note [12] and [13].";
  test.each([
    ["The council agreed", "The council [sic] agreed"],
    ["he nodded", "he [the mayor] nodded"],
    ["note and", "note [12] and"],
    ["ote [12] and", "note [12] and"],
    ["council … he [the] modded", "council … he [the] nodded"],
  ])("has brackets whole: %s", (quote, offer) => {
    const [first] = approximateMatches(createSearchableText(text), quote);
    expect(first?.quote).toBe(offer);
    expect(findQuote(createSearchableText(text), offer)).toHaveLength(1);
  });
});

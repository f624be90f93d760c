import { describe, expect, test } from "vitest";
import { createSearchableText } from "../../../../server/core/articles/quotes/findQuote.ts";
import { rankedMatches } from "../../../../server/core/articles/quotes/fuzzySearch.ts";

const sentences = Array.from(
  { length: 40 },
  (_, index) =>
    `In week ${index} the ${["harbour", "market", "old town", "ring road"][index % 4]} had ${index * 37} cars.`,
);

/** Returns the passages of a text that match a query, best first. */
function passagesOf(text: string, query: string): readonly string[] {
  const source = createSearchableText(text);
  return rankedMatches(source, query, {}).map(({ start, end }) => source.normal.text.slice(start, end));
}

/** The score of a match without a context, by its edit distance as a share of the length of the query. */
const scoreOfErrors = (errorRate: number): number => 1 - (50 * errorRate) / 92;

describe("a long query is found by its beginning and its end", () => {
  const passage = sentences.slice(10, 22).join(" ");
  const text = sentences.join(" ");
  test("with changes in the middle", () => {
    const changed = passage.replace("In week 15", "During the week after").replace("In week 16", "Seven days later");
    expect(changed.length).toBeGreaterThan(400);
    expect(passagesOf(text, changed)[0]).toBe(passage);
  });
  test("with other words at the end", () => {
    const [first = ""] = passagesOf(
      text,
      `${passage.slice(0, -130)}${"Nobody knows why it was so, or whether it matters. ".repeat(3)}`,
    );
    expect(first.startsWith(passage.slice(0, 200))).toBe(true);
  });
  test("with other words at the beginning", () => {
    const [first = ""] = passagesOf(
      text,
      `${"Nobody knows why it was so, or whether it matters. ".repeat(3)}${passage.slice(130)}`,
    );
    expect(first.endsWith(passage.slice(-200))).toBe(true);
  });
  test("but not if both are different", () => {
    expect(passagesOf(text, "Nobody knows why it was so, or whether it matters at all. ".repeat(8))).toEqual([]);
  });
});

describe("a passage found by its beginning and its end", () => {
  const passage = sentences.slice(10, 22).join(" ");
  const other = "Nobody knows why it was so, or whether it matters at all. ";
  const passageIn = (text: string, query: string): string | undefined => passagesOf(text, query)[0];

  test("ends near the place where a passage of this length would end, although its last words occur elsewhere, too", () => {
    const end = passage.slice(-150);
    expect(passageIn(`${end} ${sentences.slice(0, 10).join(" ")} ${passage} ${other.repeat(9)}${end}`, passage)).toBe(
      passage,
    );
  });
  test("may be shorter or longer than the query by a quarter", () => {
    const shorter = passage.replace(/In week 1[56][^.]*\. /g, "");
    const longer = passage.replace("In week 16", `${other}In week 16`);
    expect(passageIn(`${other}${shorter} ${other}`, passage)).toBe(shorter);
    expect(passageIn(`${other}${longer} ${other}`, passage)).toBe(longer);
    const page = sentences.slice(5, 35).join(" ");
    const longPage = page.replace("In week 20", `${other.repeat(4)}In week 20`);
    expect(passageIn(`${other}${longPage} ${other}`, page)).toBe(longPage);
  });
  test("has a score for the errors of both ends", () => {
    const scoreIn = (text: string): number | undefined =>
      rankedMatches(createSearchableText(`${other}${text} ${other}`), passage, {})[0]?.score;
    expect(scoreIn(passage)).toBe(1);
    expect(scoreIn(passage.replace("370 cars", "380 cars"))).toBeCloseTo(scoreOfErrors(1 / 128 / 2), 6);
  });
  test("is none if only its middle is in the text", () => {
    const query = `${other.repeat(4)}${passage.slice(100, 300)}${other.repeat(4)}`;
    expect(passagesOf(`A start. ${sentences.join(" ")} The end.`, query)).toEqual([]);
  });
  test("is as long as the query if only one of its ends is found", () => {
    const text = `${other}${passage} ${other}`;
    const source = createSearchableText(text);
    const [start, end] = [other.length, other.length + passage.length];
    const foreign = "Quite different words stand here instead of those, and they go on for a while. ".repeat(2);
    const [early] = rankedMatches(source, passage.slice(0, 300) + foreign, {});
    expect(early).toMatchObject({ start, end: start + 300 + foreign.length });
    const [late] = rankedMatches(source, foreign + passage.slice(150), {});
    expect(late).toMatchObject({ start: end - foreign.length - passage.length + 150, end });
    for (const match of [early, late]) expect(match?.score).toBeCloseTo(scoreOfErrors(1 / 2), 6);
  });
  test("comes before one that has only the same beginning", () => {
    const far = "A quite different sentence stands here between them. ".repeat(30);
    expect(passageIn(`${passage.slice(0, 300)}${far}${passage}`, passage)).toBe(passage);
  });
});

describe("a passage of a text that is too long to be searched as a whole", () => {
  const long = Array.from({ length: 60 }, () => sentences.join(" ")).join(" ");
  const passage = "Nitrogen dioxide fell by a fifth where people live.";
  const changed = "Nitrogen dioxide fell by a third where people live.";
  test.each([
    ["in the middle", `${long.slice(0, 60_000)} ${passage} ${long.slice(60_000)}`],
    ["at the start", `${passage} ${long}`],
    ["at the end", `${long} ${passage}`],
  ])("is found %s", (_place, text) => {
    expect(passagesOf(text, changed)).toEqual([passage]);
  });
  test("is found by a short query, too", () => {
    expect(passagesOf(`${long} ${passage} ${long}`, "Nitrogen dioxid fell by")).toEqual(["Nitrogen dioxide fell by"]);
  });
  test("comes first if it is the most similar one, wherever the others are", () => {
    const better = changed.replace("people", "peoples");
    for (const [one, other] of [
      [passage, better],
      [better, passage],
    ])
      expect(passagesOf(`${long} ${one} ${long} ${other} ${long}`, changed)).toEqual([better, passage]);
  });
  test("is found by its rare words, even if common words of the query are elsewhere", () => {
    const common = "in the streets of the old town";
    const text = `${`${common}; and ${long.slice(0, 900)}; `.repeat(40)}on tha strits af tho ald tawn Nitrogen dio ${long}`;
    expect(passagesOf(text, `${common} Nitrogen dio`)).toEqual(["on tha strits af tho ald tawn Nitrogen dio"]);
  });
  test("is not found if every word has changed", () => {
    expect(passagesOf(`${long} ${passage} ${long}`, "Nitrxgen diouide fall")).toEqual([]);

    const misspelled = "Nitrxgen diouide fall ba a fiph wheer peopel";
    expect(passagesOf(`${long} ${passage} ${long}`, misspelled)).toEqual([]);
    expect(passagesOf(`They said so. ${passage}`, misspelled)[0]).toMatch(/^Nitrogen dioxide fell by a fifth where/);
  });
});

describe("the matches of a short query", () => {
  // The ends of a match are those with the fewest edits, which `alignEnds` moves to the ends of words.
  test("are disjoint, and the most similar one comes first", () => {
    const text = "The air got warmer. And the air got cleaner. Then the air got clearer.";
    expect(passagesOf(text, "the air got cleaner")).toEqual([
      "the air got cleaner",
      "the air got clearer",
      expect.stringMatching(/^The air got war/),
    ]);
  });
  test("include those before and after the best one", () => {
    const text = "Then it fell by a fifth. Then it fell by a tenth. Then it fell by a third.";
    expect(passagesOf(text, "it fell by a tenth")).toEqual([
      "it fell by a tenth",
      "it fell by a fifth",
      expect.stringMatching(/^it fell by a th/),
    ]);
  });
  test("are those near the expected place first, if they are as similar", () => {
    const text = "Then it fell by xxx. Then it fell by yyy.";
    const source = createSearchableText(text);
    const firstStart = (hint: number): number | undefined =>
      rankedMatches(source, "it fell by zzz", { hint })[0]?.start;
    expect(firstStart(0)).toBe(5);
    expect(firstStart(text.length)).toBe(26);
  });
  test("are searched before and after the best ones, as long as there is room", () => {
    const text = "It rose by one. It fell by two. It fell by six. It fell by ten. It rose by six.";
    expect(passagesOf(text, "It fell by six.")).toEqual(["It fell by six.", "It fell by two.", "It fell by ten."]);
  });
  test("are all searched, although the best one is at the start of the text", () => {
    expect(passagesOf("It fell by six. It fell by sox. It fall by sax.", "It fell by six.")).toEqual([
      "It fell by six.",
      "It fell by sox.",
      "It fall by sax.",
    ]);
  });
  test("may touch each other", () => {
    expect(passagesOf("abcdefghijabcdefghij", "abcdefghij")).toHaveLength(2);
    expect(passagesOf("abcdxfghijabcdefghij", "abcdefghij")).toEqual(["abcdefghij", "abcdxfghij"]);
  });
  test("are in the order of the text if they are as similar", () => {
    const source = createSearchableText("one fig, one fog, one fug");
    expect(rankedMatches(source, "one fzg", {}).map(({ start }) => start)).toEqual([0, 9, 18]);
  });
  test("have a score for their errors", () => {
    expect(rankedMatches(createSearchableText("-- abcdefghij --"), "abcdefghix", {})[0]?.score).toBeCloseTo(
      scoreOfErrors(1 / 10),
      6,
    );
  });
  test("are searched in the whole text, although another passage has the same beginning", () => {
    const text = `${sentences.slice(0, 9).join(" ")} Nitrigen diaxide foll. ${sentences.join(" ")} Nitrogen diodes`;
    expect(passagesOf(text, "Nitrogen dioxide fell")[0]).toBe("Nitrigen diaxide foll");
  });
  test("differ by at most four tenths of the letters of the query", () => {
    expect(passagesOf("-- abcdefghij --", "abcdefwxyz")).toEqual(["abcdef"]);
    expect(passagesOf("-- abcdefghij --", "abcdevwxyz")).toEqual([]);
  });
  test("are none if nothing is similar", () => {
    expect(passagesOf("The air got warmer.", "quite other words")).toEqual([]);
  });
});

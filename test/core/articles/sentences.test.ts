import { describe, expect, test } from "vitest";
import { plainArticle } from "../../../server/core/articles/article.ts";
import { sentencesOf } from "../../../server/core/articles/sentences.ts";

const sentenceTexts = (text: string): readonly string[] =>
  sentencesOf(plainArticle("plain", text)).map(({ start, end }) => text.slice(start, end));

describe("a sentence does not end", () => {
  test.each([
    ["at an initial", "Mayor Ada J. Quill spoke. She left."],
    ["at initials", "The U.S. Senate and the U.K. agree. She left."],
    ["at a title", "In May Mr. Quill met Dr. Lind and Prof. Roy. She left."],
    ["in a number", "Version 2.0 costs 1.500,50 crowns. She left."],
    ["at an abbreviation before a number", "See No. 5, Fig. 3 and p. 12 there. She left."],
    ["at a date", "The vote of Jan. 5 counts, said the clerk. She left."],
    ["in German", "Am 3. März kam u. a. Hr. Lind, d. h. z. B. Vertreter der Läden. She left."],
    ["at a line end", "The council\nmet in\r\nthe hall. She left."],
    ["before a lower-case word", "The shop Hurrah! is closed, e.g. on Monday. She left."],
    ["after the number of a list item", "12. The council shall meet. She left."],
    ["after an ellipsis", "It rose … and fell ... again. She left."],
  ])("%s", (_case, text) => {
    expect(sentenceTexts(text)).toEqual([text.slice(0, -" She left.".length), "She left."]);
  });
});

describe("a sentence ends", () => {
  test.each([
    ["after a full stop", "It was void. It stays.", ["It was void.", "It stays."]],
    ["after closing punctuation", "“No.” He left. (So be it.) Why?", ["“No.”", "He left.", "(So be it.)", "Why?"]],
    ["after “p.m.”", "It ended at 5 p.m. The hall was full.", ["It ended at 5 p.m.", "The hall was full."]],
    ["after a year or a number", "It was 2019. It cost 21. Who paid?", ["It was 2019.", "It cost 21.", "Who paid?"]],
    ["after “no” and “I”", "He said no. So did I. It ended.", ["He said no.", "So did I.", "It ended."]],
    ["in Chinese", "空气更清洁。人们很高兴！", ["空气更清洁。", "人们很高兴！"]],
    ["with the paragraph", "A heading\n\nThe text goes on", ["A heading", "The text goes on"]],
    ["with a table cell or row", "Fell\tNot. \nYear\tIt rose\nand on", ["Fell", "Not.", "Year", "It rose", "and on"]],
  ])("%s", (_case, text, sentences) => expect(sentenceTexts(text)).toEqual(sentences));

  test("not with the page, if it continues on the next one", () => {
    const [one, two, three] = ["It goes on.\n\nThe council met in\n\n", "the hall. All came.\n\n", "The end."];
    const text = one + two + three;
    const at = [0, one.length, one.length + two.length, text.length];
    const pages = [1, 2, 3].map((number) => ({
      number,
      label: String(number),
      start: at[number - 1] ?? 0,
      end: at[number] ?? 0,
    }));
    const article = plainArticle("pdf", text, pages);
    expect(sentencesOf(article).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " "))).toEqual([
      "It goes on.",
      "The council met in the hall.",
      "All came.",
      "The end.",
    ]);
  });
});

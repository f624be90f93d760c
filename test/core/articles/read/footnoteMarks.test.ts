import { expect, test } from "vitest";
import { readHtml } from "../../../../server/core/articles/read/markup/html.ts";
import { removeRaisedMarks } from "../../../../server/core/articles/read/pdf/raisedMarks.ts";

test.each([
  ["<p>The air is solid.<sup>3</sup> He left.", "The air is solid. He left."],
  ["<p>It fell<sup><a href='#n1'>[1]</a></sup> again.", "It fell again."],
  ["<p>It fell <sup><a href='#a'>a</a>,</sup> again.", "It fell a, again."],
  ["<p>By a fifth,<sup>*</sup> they say.<sup>12,13</sup>", "By a fifth, they say."],
  ["<p>Said “yes”<sup>4</sup> and left.", "Said “yes” and left."],
])("the mark of a footnote is no part of the words: %s", (html, text) => {
  expect(readHtml(html).text).toBe(text);
});

test.each([
  ["<p>10<sup>6</sup> people", "106 people"],
  ["<p>12 km<sup>2</sup> of land", "12 km2 of land"],
  ["<p>the 4<sup>th</sup> time", "the 4th time"],
  ["<p>x<sup>2</sup>", "x2"],
  ["<p>He said<sup>in a whisper</sup> no", "He saidin a whisper no"],
])("another raised text is: %s", (html, text) => {
  expect(readHtml(html).text).toBe(text);
});

test("a raised text that is never closed keeps its words", () => {
  expect(readHtml("<p>It is <sup>very high<p>Next").text).toBe("It is very high\n\nNext");
});

/** Items of a line of a PDF, 10 units high; text between carets is smaller and raised. */
const itemsOf = (line: string) =>
  line.split("^").map((str, index) => ({
    str,
    height: index % 2 === 0 ? 10 : 7,
    transform: [1, 0, 0, 1, 0, index % 2 === 0 ? 100 : 103.6],
  }));

test.each([
  ["The air is solid.^3^ He left", "The air is solid. He left"],
  ["He left the town^*^ again", "He left the town again"],
  ["^2^An application", "An application"],
  ["^7^ Recall", " Recall"],
  ["10^6^ people on 12 km^2^ of land", "106 people on 12 km2 of land"],
  ["^1^/2 of it on the 4^th^ day", "1/2 of it on the 4th day"],
])("in a PDF, the raised mark of a footnote is no part of the words: %s", (line, text) => {
  expect(
    removeRaisedMarks(itemsOf(line))
      .map(({ str }) => str)
      .join(""),
  ).toBe(text);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toFileRange } from "../../../../../server/core/articles/article.ts";
import { quoteFromSelection } from "../../../../../server/core/articles/quotes/quoteFromSelection.ts";
import { readSubtitles } from "../../../../../server/core/articles/read/markup/subtitles.ts";
import { findPages } from "../../../../../server/core/articles/read/pages.ts";

const VTT = `WEBVTT - A talk

STYLE
::cue { color: red }

NOTE The air was
not measured here.

intro
00:00:01.000 --> 00:00:04.000 align:start
<v Ada Lind>The <i>air</i> got
cleaner &amp; colder,</v>

00:00:04.000 --> 00:00:06.500
<v Ada Lind>and <00:00:05.000>traffic fell.

01:02:03.250 --> 01:02:05.000
<v Bo>No.
`;

test("reads the words of WebVTT without notes, styles, times and tags", () => {
  expect(readSubtitles(VTT).text).toBe("The air got\ncleaner & colder,\nand traffic fell.\n\nNo.");
});

test("reads the words of SubRip, with any line ends and without numbers", () => {
  const srt =
    "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<b>It fell</b>\r\n\r\n2\r\n00:00:02,100 --> 00:00:04,000\r\n12\r\ntimes.";
  expect(readSubtitles(`\ufeff${srt}`).text).toBe("It fell\n12\ntimes.");
  // Some programs leave out the empty lines.
  expect(readSubtitles("1\n00:01,0 --> 00:02,0\nIt fell\n2\n00:02,0 --> 00:03,0\nagain.").text).toBe("It fell\nagain.");
});

test("shows a line once that automatic subtitles repeat, and keeps what is said twice", () => {
  const cue = (from: number, to: number, text: string) => `00:0${from}.000 --> 00:0${to}.000\n${text}\n\n`;
  const rolling = cue(1, 2, " \nthe air got") + cue(2, 3, "the air got\n ") + cue(3, 4, "the air got\ncleaner");
  expect(readSubtitles(`WEBVTT\n\n${rolling}`).text).toBe("the air got\ncleaner");
  expect(readSubtitles(cue(1, 2, "No.") + cue(3, 4, "No.")).text).toBe("No.\nNo.");
});

describe("times", () => {
  const article = readSubtitles(VTT);
  const wordsAt = (time: string) =>
    findPages(article, time).map(({ start, end }) => article.text.slice(start, end).trim());

  test.each([
    ["00:00:02", ["The air got\ncleaner & colder,"]],
    ["0:05", ["and traffic fell."]],
    ["00:00:02–00:00:05", ["The air got\ncleaner & colder,", "and traffic fell."]],
    // The pause after these words.
    ["00:30:00", ["and traffic fell."]],
    ["01:02:03", ["and traffic fell.", "No."]],
    ["01:02:06", []],
    ["00:00:00", []],
    ["1", []],
    ["xii", []],
  ])("%s names the words that are shown then", (time, words) => expect(wordsAt(time)).toEqual(words));

  test("a selection becomes a quote with the time at which it begins", () => {
    const start = article.text.indexOf("colder");
    expect(quoteFromSelection(article, [{ start, end: start + 18 }])).toMatchObject({
      words: "colder, and traffic",
      page: "00:00:01",
    });
  });
});

test("every word of random subtitles leads to the same word in the file", () => {
  const line = fc.constantFrom(
    "air",
    "<i>got",
    "cleaner</i>",
    "{\\an8}fell",
    " ",
    "",
    "7",
    "<v Bo>no",
    "00:00:09,000 --> 00:00:10,000",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const file = ["00:00:01,000 --> 00:00:02,000", ...lines].join("\n");
      const article = readSubtitles(file);
      for (const { 0: word, index } of article.text.matchAll(/\S+/g)) {
        const { start, end } = toFileRange(article, { start: index, end: index + word.length });
        expect(file.slice(start, end)).toBe(word);
      }
    }),
  );
});

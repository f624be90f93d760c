import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";
import { writePdf } from "../../../../support/pdf/writePdf.ts";
import { skipsLongInput } from "../../../../support/runs.ts";

const report = "The air got cleaner.\n\fTraffic fell by a third.\n\fThe air got\n\fcleaner.\n";
const quote = (words: string, page: string): string => `
  source report: A report
    file: report.txt
  claim keep: It should stay.
    quote report: ${words}
      page: ${page}
`;

test("suggests the right page", async () => {
  const [problem] = await expectProblem(
    "wrong-page",
    quote("Traffic fell", "‹3›"),
    "The quote is on page 2, not on page 3.",
    { "report.txt": report },
  );
  expect(problem?.suggestions).toEqual(["2"]);
});

test("suggests all pages of a quote that occurs on several", async () => {
  const [problem] = await expectProblem(
    "wrong-page",
    quote("The air got cleaner", "‹2›"),
    "The quote is on page 1 and page 3–4, not on page 2.",
    { "report.txt": report },
  );
  expect(problem?.suggestions).toEqual(["1", "3–4"]);
});

test("reports a page that does not exist, even without quoted words", () =>
  expectProblem("wrong-page", quote("", "‹12›"), "The source has no page 12. Its pages run from 1 to 4.", {
    "report.txt": report,
  }));

test.skipIf(skipsLongInput)("suggests only page labels that are valid values and identify the page", async () => {
  const pages = [["The air"], ["got cleaner."], ["Traffic fell."], ["Buses run."]];
  const labeled = (labels: string) => ({ "report.pdf": writePdf(pages, { labels }) });
  const inPdf = (words: string, page: string): string => quote(words, page).replace(".txt", ".pdf");
  const message = "The quote is on page 3, not on page 2.";
  // “A-1” is no value, and of two pages that are called 1 the first is meant.
  const appendix = labeled("0 << /S /D >> 2 << /S /D /P (A-) >>");
  expect((await expectProblem("wrong-page", inPdf("Traffic fell", "‹2›"), message, appendix))[0]?.suggestions).toEqual([
    "3",
  ]);
  const twice = labeled("0 << /S /D >> 2 << /S /D >>");
  expect((await expectProblem("wrong-page", inPdf("Traffic fell", "‹2›"), message, twice))[0]?.suggestions).toEqual([
    "3",
  ]);
  const hidden = labeled("0 << /S /D /P (A-) >> 1 << /S /D >>");
  const unwritten = "The quote is on page A-1, not on page 2.";
  expect((await expectProblem("wrong-page", inPdf("The air", "‹2›"), unwritten, hidden))[0]?.suggestions).toEqual([]);
});

test("accepts a page that contains part of the quote, and ignores quotes that are not found", async () => {
  await expectNoProblem("wrong-page", quote("The air got cleaner", "4"), { "report.txt": report });
  await expectNoProblem("wrong-page", quote("Traffic fell", "1–3"), { "report.txt": report });
  await expectNoProblem("wrong-page", quote("Traffic rose", "1"), { "report.txt": report });
  await expectNoProblem("wrong-page", quote("Traffic fell", "12"), { "report.txt": "Traffic fell by a third." });
});

const subtitles = {
  "report.srt": "1\n00:00:01,000 --> 00:00:04,000\nThe air got\n\n2\n00:12:31,500 --> 00:12:34,000\ncleaner.\n",
};
const spoken = (words: string, time: string): string => quote(words, time).replace(".txt", ".srt");

test("accepts the time of spoken words, also with hours left out and as a range", async () => {
  for (const time of ["00:12:31", "12:33", "00:12:30–00:12:40"])
    await expectNoProblem("wrong-page", spoken("cleaner", time), subtitles);
});

test("suggests the right time of spoken words", async () => {
  const message = "The quote is at 00:12:31, not at 00:13:00.";
  const [problem] = await expectProblem("wrong-page", spoken("cleaner", "‹00:13:00›"), message, subtitles);
  expect(problem?.suggestions).toEqual(["00:12:31"]);
  await expectProblem(
    "wrong-page",
    spoken("", "‹12›"),
    "The source has no words at 12. Its times run from 00:00:01 to 00:12:31.",
    subtitles,
  );
});

test("lists up to three pages", () =>
  expectProblem("wrong-page", quote("cars", "‹1›"), "The quote is on page 2, page 3 and page 4, not on page 1.", {
    "report.txt": ["No.", "cars", "cars", "cars", "cars"].join("\n\f"),
  }));

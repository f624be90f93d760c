import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

const report = "In its first year\nnitrogen dioxide fell by 21 per cent, and traffic by a third.\n";

test("suggests the most similar passage", async () => {
  const [problem] = await expectProblem(
    "quote-not-found",
    `
    source report: A report
      file: report.txt
    claim keep: It should stay.
      quote: ‹nitrogen dioxide had fallen by 21 per cent›
  `,
    "The quote is not in the source. The most similar passage is “nitrogen dioxide fell by 21 per cent” (“fell” for “had fallen”).",
    { "report.txt": report },
  );
  expect(problem?.suggestions).toEqual(["nitrogen dioxide fell by 21 per cent"]);
});

test("reports a quote over several lines without a similar passage", () =>
  expectProblem(
    "quote-not-found",
    `
    source report: A report
      file: report.txt
    claim keep: It should stay.
      quote report:
        ‹Quite other words
        that nobody has said›
  `,
    "The quote is not in the source, and no passage is similar. Quote the words of the source, or name another source.",
    { "report.txt": report },
  ));

test.each(["", " \n\n", "﻿"])("reports an article without text: “%s”", async (text) => {
  await expectProblem(
    "quote-not-found",
    `
    source report: A report
      file: report.txt
    claim keep: It should stay.
      quote: ‹nitrogen dioxide fell›
  `,
    "The file of the source contains no text to quote. Save the article again with its text, or choose another file.",
    { "report.txt": text },
  );
});

test("reports a quote that starts within a word", async () => {
  const [problem] = await expectProblem(
    "quote-not-found",
    `
    source report: A report
      file: report.txt
    claim keep: It should stay.
      quote: ‹he was unable to pay 21 million›
  `,
    "The quote is not in the source. The most similar passage is “She was unable to pay 21 million” (“She” for “he”).",
    { "report.txt": "It was late. She was unable to pay 21 million.\n" },
  );
  expect(problem?.suggestions).toEqual(["She was unable to pay 21 million"]);
});

test.each(["[made up entirely]", "…", "[…]", "“”"])(
  "reports a quote without words of the source: %s",
  async (words) => {
    await expectProblem(
      "quote-not-found",
      `
    source report: A report
      file: report.txt
    claim keep: It should stay.
      quote: ‹${words}›
  `,
      "This quote contains no words from the source: square brackets mark your own words, and “…” marks omitted ones. Add the quoted words.",
      { "report.txt": report },
    );
  },
);

test("reports parts in a different order", () =>
  expectProblem(
    "quote-not-found",
    `
    source report: A report
      file: report.txt
    claim keep: It should stay.
      quote: ‹traffic by a third … nitrogen dioxide›
  `,
    "These words appear in a different order in the source. Quote them in the order of the source, with “…” for omitted words.",
    { "report.txt": report },
  ));

test("accepts matching quotes, and quotes of sources without a file", () =>
  expectNoProblem(
    "quote-not-found",
    `
    source report: A report
      file: report.txt
    source letter: A letter
    claim keep: It should stay.
      quote report: “In … [very] first year nitrogen … a third.”
      quote report: its first year
        nitrogen dioxide
      quote letter: whatever
      quote report:
        page: 3
  `,
    { "report.txt": report },
  ));

test("notes what each suggestion changes, unless that is too much", async () => {
  const [problem] = await expectProblem(
    "quote-not-found",
    `
    source report: A report
      file: report.txt
    claim keep: It should stay.
      quote: ‹In their first years nitrous dioxide dropped by 21 per cent›
  `,
    "The quote is not in the source. The most similar passage is “In its first year nitrogen dioxide fell by 21 per cent”.",
    { "report.txt": report },
  );
  expect(problem?.suggestionNotes).toEqual([""]);
});

test("compares a quote without its marks, or as it is written", () =>
  expectNoProblem(
    "quote-not-found",
    `
    source s: S
      file: s.txt
    claim keep: It should stay.
      quote: the *air* got **cleaner**
      quote: stars in *this* place
  `,
    { "s.txt": "Since then, the air got cleaner. There are stars in *this* place." },
  ));

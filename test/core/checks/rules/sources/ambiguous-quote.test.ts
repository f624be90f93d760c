import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

const map = (quote: string, page = ""): string => `
  source report: A report
    file: report.txt
  claim keep: It should stay.
    quote: ${quote}
      ${page}
`;

test("suggests a longer quote for each passage", async () => {
  const [problem] = await expectProblem(
    "ambiguous-quote",
    map("‹“traffic fell by a third”›"),
    "The quote occurs 2 times in the source, on line 1. Quote more words, or add “occurrence: first” if you mean the first one.",
    { "report.txt": "In spring traffic fell by a third. It is so. In autumn traffic fell by\na third as well." },
  );
  expect(problem?.suggestions).toEqual(["“traffic fell by a third.”", "“traffic fell by a third as”"]);
});

test("reports passages on the same page", () =>
  expectProblem(
    "ambiguous-quote",
    map("‹fell›", "page: 1"),
    "The quote occurs 2 times on this page of the source, on line 1. Quote more words, or add “occurrence: first” if you mean the first one.",
    { "report.txt": "It fell and fell.\fIt fell." },
  ));

test("asks for a page if the source has pages", () =>
  expectProblem(
    "ambiguous-quote",
    map("‹fell›"),
    "The quote occurs 2 times in the source, on pages 1 and 2. Add a “page”, or quote more words.",
    { "report.txt": "It fell.\fIt fell." },
  ));

test("accepts a unique quote, and one that its page makes unique", async () => {
  await expectNoProblem("ambiguous-quote", map("fell … well"), { "report.txt": "It fell, and fell, well." });
  await expectNoProblem("ambiguous-quote", map("fell", "page: 2"), { "report.txt": "It fell.\fIt fell." });
});

test("counts up to 20 times, and lists up to eight pages", async () => {
  const text = (pages: number, times: number): string =>
    Array.from({ length: pages }, () => "It fell. ".repeat(times)).join("\f");
  await expectProblem(
    "ambiguous-quote",
    map("‹fell›"),
    "The quote occurs 20 times in the source, on pages 1, 2, 3, 4, 5, 6, 7, 8 and others. Add a “page”, or quote more words.",
    { "report.txt": text(10, 2) },
  );
  await expectProblem(
    "ambiguous-quote",
    map("‹fell›"),
    "The quote occurs more than 20 times in the source, on pages 1, 2 and 3. Add a “page”, or quote more words.",
    { "report.txt": text(3, 7) },
  );
  await expectProblem(
    "ambiguous-quote",
    map("‹fell›"),
    "The quote occurs 16 times in the source, on pages 1, 2, 3, 4, 5, 6, 7 and 8. Add a “page”, or quote more words.",
    { "report.txt": text(8, 2) },
  );
});

test("asks for the time in subtitles", async () => {
  const subtitles =
    "1\n00:00:01,000 --> 00:00:02,000\nIt fell and fell.\n\n2\n00:01:05,000 --> 00:01:07,000\nIt fell.\n";
  const subtitled = (page: string): string => map("‹fell›", page).replace("report.txt", "talk.srt");
  await expectProblem(
    "ambiguous-quote",
    subtitled(""),
    "The quote occurs 3 times in the source, at 00:00:01 and 00:01:05. Add the time as “page”, or quote more words.",
    { "talk.srt": subtitles },
  );
  await expectProblem(
    "ambiguous-quote",
    subtitled("page: 00:00:01"),
    "The quote occurs 2 times at this time of the source, on line 3. Quote more words, or add “occurrence: first” if you mean the first one.",
    { "talk.srt": subtitles },
  );
});

const sections = { "report.md": "# Air\n\nIt fell and fell.\n\n# Traffic\n\nIt fell.\n" };
const inMarkdown = (attribute: string): string => map("‹fell›", attribute).replace(".txt", ".md");

test("lists the sections, and asks for one", async () => {
  await expectProblem(
    "ambiguous-quote",
    map("‹It fell›").replace(".txt", ".md"),
    "The quote occurs 2 times in the source, in the sections “Air” and “Traffic”. Add a “section”, or quote more words.",
    sections,
  );
  await expectProblem(
    "ambiguous-quote",
    inMarkdown("section: Air"),
    "The quote occurs 2 times in this section of the source, on line 3. Quote more words, or add “occurrence: first” if you mean the first one.",
    sections,
  );
});

test("lists the lines of a source without pages and headings", () =>
  expectProblem(
    "ambiguous-quote",
    map("‹fell›"),
    "The quote occurs 3 times in the source, on lines 1 and 4. Quote more words, or add “occurrence: first” if you mean the first one.",
    { "report.txt": "It fell\r\n\r\n\r\nand fell and fell." },
  ));

test("accepts a section or an occurrence that settles it", async () => {
  for (const attribute of ["section: traffic", "occurrence: first", "occurrence: last", "occurrence: 2"])
    await expectNoProblem("ambiguous-quote", inMarkdown(attribute).replace(/[‹›]/g, ""), sections);
  await expectNoProblem(
    "ambiguous-quote",
    inMarkdown("section: Air\n      occurrence: 2").replace(/[‹›]/g, ""),
    sections,
  );
});

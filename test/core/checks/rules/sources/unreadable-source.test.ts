import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

const source = (path: string): string => `
  source report: A report
    file: ‹${path}›
`;

test("reports a file that is not text", () =>
  expectProblem(
    "unreadable-source",
    source("report.txt"),
    "This file is not text, so it cannot be read. Save it as plain text, Markdown, HTML or PDF.",
    { "report.txt": Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0xe9]) },
  ));

test.each(["report.rtf", "report.DOC", "report.pages", "report.mobi"])(
  "reports an unsupported file type: %s",
  async (file) => {
    await expectProblem(
      "unreadable-source",
      source(file),
      "This type of file cannot be read. Open it in its own program, and save it as plain text, HTML, Word (.docx) or PDF.",
      { [file]: "{\\rtf1 The air got cleaner.}" },
    );
  },
);

test("reports a file that is too large", () =>
  expectProblem(
    "unreadable-source",
    source("report.txt"),
    "This file is too large: it is 21 MB, and the limit is 20 MB. Put the part that you quote in a separate file.",
    { "report.txt": new Uint8Array(20 * 1024 * 1024 + 1) },
  ));

test("reports a file outside the open folders", () =>
  expectProblem(
    "unreadable-source",
    source("../report.txt"),
    "This file is outside the open folders, so it cannot be read. Move it next to the map, or open the folder that contains both.",
    { "../report.txt": "words" },
  ));

test("accepts readable files, and ignores missing ones", () =>
  expectNoProblem(
    "unreadable-source",
    `
    source report: A report
      file: texts/report.txt
    source page: A page
      file: page.html
    source other: Another
      file: other.txt
  `,
    { "texts/report.txt": "words", "page.html": "<p>words" },
  ));

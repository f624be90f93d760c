import { expect, test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

const report = { "report.md": "It is so.\n\n# Air\n\nIt fell. It fell.\n\n# Traffic\n\nIt fell. Cars are few.\n" };
const map = (words: string, attribute: string, file = "report.md"): string => `
  source report: A report
    file: ${file}
  claim keep: It should stay.
    quote report: ${words}
      ${attribute}
`;

test("suggests the sections that have the words", async () => {
  const message = "The quote is in “Traffic”, not in “Air”.";
  const [problem] = await expectProblem("wrong-passage", map("Cars are few", "section: ‹Air›"), message, report);
  expect(problem?.suggestions).toEqual(["Traffic"]);
});

test("suggests the nearest heading, also for a citation without words", async () => {
  const message = "The source has no section “Trafic”. It has “Traffic”, among others.";
  const [problem] = await expectProblem("wrong-passage", map("", "section: ‹Trafic›"), message, report);
  expect(problem?.suggestions).toEqual(["Traffic"]);
  const other = "The source has no section “Noise”. It has “Air” and “Traffic”.";
  await expectProblem("wrong-passage", map("", "section: ‹Noise›"), other, report);
});

test("reports words before the first heading", () =>
  expectProblem(
    "wrong-passage",
    map("It is so", "section: ‹Air›"),
    "The quote is before the first heading, not in “Air”.",
    report,
  ));

test("reports a section of a source without headings", () =>
  expectProblem(
    "wrong-passage",
    map("It fell", "section: ‹Air›", "report.txt"),
    "The source has no headings. Remove “section”, or quote more words.",
    { "report.txt": "Air\n\nIt fell." },
  ));

test("reports a number that is larger than the number of passages", async () => {
  const message = "The quote occurs only 3 times in the source. Write which one you mean.";
  const [problem] = await expectProblem("wrong-passage", map("It fell", "occurrence: ‹4›"), message, report);
  expect(problem?.suggestions).toEqual(["first", "last"]);
  const inSection = map("It fell", "section: Air\n      occurrence: ‹3›");
  const sectionMessage = "The quote occurs only 2 times in this section of the source. Write which one you mean.";
  await expectProblem("wrong-passage", inSection, sectionMessage, report);
});

test("accepts sections and occurrences that fit, and ignores words that are not found", async () => {
  for (const attribute of [
    "section: Air",
    "section: traffic",
    "occurrence: first",
    "occurrence: last",
    "occurrence: 3",
  ])
    await expectNoProblem("wrong-passage", map("It fell", attribute), report);
  await expectNoProblem("wrong-passage", map("It rose", "section: Air\n      occurrence: 7"), report);
});

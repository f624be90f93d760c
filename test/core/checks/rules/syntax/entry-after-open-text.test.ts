import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

const breaksOff =
  "The text above ends in the middle of a sentence. If this line continues it, put a backslash before “reason”. Otherwise, end the sentence.";

test.each([",", ";", " –", " —", ",”", "，", "；", "、", "،"])(
  "reports an entry after %s",
  async (end) =>
    void (await expectProblem(
      "entry-after-open-text",
      `
    claim keep: The council gave one${end}
      ‹reason›: it pays for itself.
  `,
      breaksOff,
    )),
);

test("reports an entry after a line of text and after a note", () =>
  expectProblem(
    "entry-after-open-text",
    `
    claim keep: The council gave
      one,
      ‹reason›: it pays for itself.
      reason: It works.
        note: see above,
      ‹reason›: So what.
  `,
    "The text above ends in the middle of a sentence. If this line continues it, put a backslash before “reason”. Otherwise, end the sentence.",
  ));

test("reports an entry under a quote", () =>
  expectProblem(
    "entry-after-open-text",
    `
    source report: A report
    claim keep: It should stay.
      quote: the council said,
        ‹objection›: it did not.
  `,
    "The text above ends in the middle of a sentence. If this line continues it, put a backslash before “objection”. Otherwise, end the sentence.",
  ));

test("accepts an entry after a blank line, a complete sentence, a tag, or an unfinished quote", () =>
  expectNoProblem(
    "entry-after-open-text",
    `
    source report: A report
    claim keep: The council gave one,

      reason: it pays for itself.
      reason: It works.
        tags: air,
      reason: So.
        quote: as the council said,
        quote: it works
  `,
  ));

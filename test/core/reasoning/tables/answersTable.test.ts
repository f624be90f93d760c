import { expect, test } from "vitest";
import { plainText } from "../../../../server/core/tables/table.ts";
import { shownTable, tableAbout, tablesAbout, textsOf } from "../../../support/tables/tables.ts";

const rivals = `
  question which: What should the town do?
    answers: exactly-one
    claim stay: Keep the charge.
      reason: It works.
        premise air: The air is cleaner.
          likelihood: 80%
    claim go: Drop the charge.
      reason: It harms.
        premise shops: The shops lost customers.
          likelihood: 50%
`;

test("has the evidence in rows and the answers in columns, and begins with what tells them apart best", () => {
  expect(shownTable(tableAbout(rivals, "answers"))).toEqual([
    ["Evidence", "Likelihood", "Keep the charge", "Drop the charge", "Diagnosticity"],
    ["The air is cleaner.", "80%", "strongly for (+50%)", "strongly against (−50%)", "100%"],
    ["The shops lost customers.", "50%", "strongly against (−80%)", "for (+20%)", "100%"],
  ]);
});

test("adds up what speaks against each answer, times the likelihood of the evidence", () => {
  const { totals } = tableAbout(rivals, "answers");
  expect(textsOf(totals)).toEqual([
    ["Evidence against", "", "0.40", "0.40", ""],
    ["Weighed", "", "Undecided", "Undecided", ""],
    ["Likelihood", "", "Unlikely (40%, undecided 50%)", "Very unlikely (10%, undecided 50%)", ""],
  ]);
});

test("says nothing of likelihoods where the map has none", () => {
  const { totals } = tableAbout(rivals.replaceAll(/ +likelihood: .*\n/g, ""), "answers");
  expect(totals.map(([heading]) => plainText(heading?.text ?? []))).toEqual(["Evidence against", "Weighed"]);
});

test("calls evidence neutral that makes no difference to an answer", () => {
  const table = tableAbout(
    `
    question which: What should the town do?
      claim stay: Keep the charge.
        reason: It works.
      claim go: Drop the charge.
        reason: It harms.
  `,
    "answers",
  );
  expect(shownTable(table).slice(1)).toEqual([
    ["It works.", "100%", "strongly for (+100%)", "neutral", "100%"],
    ["It harms.", "100%", "neutral", "strongly for (+100%)", "100%"],
  ]);
});

test("respects suppositions", () => {
  const { totals } = tableAbout(rivals, "answers", { shops: false });
  expect(textsOf(totals)[1]).toEqual(["Weighed", "", "Stands", "Falls", ""]);
});

test("has a table for each question with two answers, and none for one answer", () => {
  const tables = tablesAbout(
    `
    question one: One answer?
      claim a: A.
        reason: Ra.
    question two: Two answers?
      claim b: B.
        reason: Rb.
      claim c: C.
    claim d answers three: D.
      reason: Rd.
    claim e answers three: E.
    question three: Named answers?
  `,
    "answers",
  );
  expect(tables.map(({ title }) => title)).toEqual([
    "Competing answers: Two answers?",
    "Competing answers: Named answers?",
  ]);
});

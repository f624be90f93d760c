import { expect, test } from "vitest";
import { plainText } from "../../../../server/core/tables/table.ts";
import { shownTable, tableAbout, tablesAbout, textsOf } from "../../../support/tables/tables.ts";

const map = `
  source report: The report
    reliability: B
  source paper: The paper
  source unread: Never cited
  claim keep: The charge should stay.
    reason: It works.
      premise air: The air is cleaner.
        quote report: the air is cleaner
      premise buses: The buses run on time.
        quote paper: on time
  claim fair: The charge is fair.
    reason: All pay the same.
      quote report: all pay
  claim bare: Nobody knows.
    reason: It is so.
`;

test("says which conclusions rest on which source, on it alone, and would fall without it", () => {
  expect(shownTable(tableAbout(map, "sources"))).toEqual([
    ["Source", "Reliability", "Cited by", "Conclusions that rest on it", "On it alone", "Fall without it"],
    [
      "The report",
      "B: usually reliable",
      "The air is cleaner; All pay the same",
      "The charge should stay; The charge is fair",
      "The charge is fair",
      "The charge should stay; The charge is fair",
    ],
    ["The paper", "", "The buses run on time", "The charge should stay", "", "The charge should stay"],
    ["Never cited", "", "", "", "", ""],
  ]);
});

test("names the conclusions that rest on no source", () => {
  expect(tableAbout(map, "sources").notes.map(plainText)).toEqual([
    "This conclusion rests on no source: Nobody knows.",
  ]);
});

test("loses nothing without a source if another source backs the same premise", () => {
  const table = tableAbout(
    `
    source one: One
    source two: Two
    claim keep: The charge should stay.
      reason: It works.
        premise air: The air is cleaner.
          quote one: cleaner
          quote two: cleaner
  `,
    "sources",
  );
  expect(textsOf(table.rows).map((row) => row.slice(4))).toEqual([
    ["", ""],
    ["", ""],
  ]);
});

test("knows the only source without its name, quotes where a claim is used again, and sources that speak", () => {
  const table = tableAbout(
    `
    source only: Only
    claim air: The air is cleaner.
    claim keep: The charge should stay.
      reason: It works.
        premise air
          quote: cleaner
    claim said by only: It was said.
  `,
    "sources",
  );
  expect(textsOf(table.rows)[0]?.slice(2, 4)).toEqual([
    "The air is cleaner; It was said",
    "The charge should stay; It was said",
  ]);
});

test("counts the entries that cite a source where they are many", () => {
  const claims = [1, 2, 3, 4, 5].map((number) => `claim: Claim ${number}.\n  quote: words\n`);
  const [row] = textsOf(tableAbout(`source only: Only\n${claims.join("")}`, "sources").rows);
  expect(row?.[2]).toBe("5 entries, such as Claim 1; Claim 2; Claim 3");
});

test("is left out where no source is defined", () => {
  expect(tablesAbout("claim a: A.\n", "sources")).toEqual([]);
});

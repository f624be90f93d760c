import { expect, test } from "vitest";
import { entriesIn, plainText } from "../../../../server/core/tables/table.ts";
import { argumentOf } from "../../../support/reasoning/argumentFixture.ts";
import { shownTable, tableAbout, tablesAbout } from "../../../support/tables/tables.ts";

const speakers = `
  speaker ann: Ann
  speaker ben: Ben
  speaker eve: Eve
`;

test("has a row for each statement and a column for each speaker, with what is disputed first", () => {
  expect(
    shownTable(
      tableAbout(
        `${speakers}
  claim other by ann: Something else.
  claim keep by ann, accepted-by ben, rejected-by eve: The charge should stay.
`,
        "positions",
      ),
    ),
  ).toEqual([
    ["Statement", "For", "Against", "Ann", "Ben", "Eve"],
    ["The charge should stay.", "2", "1", "holds", "accepts", "rejects"],
    ["Something else.", "1", "0", "holds", "", ""],
  ]);
});

test("counts who gives a reason or an objection, but says it only of those who take no position otherwise", () => {
  expect(
    shownTable(
      tableAbout(
        `${speakers}
  claim keep by ann: The charge should stay.
    reason: The air is cleaner.
    reason by ben: The buses run on time.
    objection by eve: The shops lost customers.
    objection by eve: It is unfair.
`,
        "positions",
      ),
    )[1],
  ).toEqual(["The charge should stay.", "2", "1", "holds", "argues for", "objects, again"]);
});

test("shows a change of mind between two dates, and counts the latest position", () => {
  const [, row] = shownTable(
    tableAbout(
      `${speakers}
  claim keep accepted-by ann: The charge should stay.
    date: 2019
  claim stay restates keep, rejected-by ann: It should not go.
    date: 2023-05
`,
      "positions",
    ),
  );
  expect(row).toEqual(["The charge should stay.", "0", "1", "accepts (2019) → rejects (2023-05)"]);
});

test("marks positions on both sides at the same time as a conflict", () => {
  const { rows } = tableAbout(
    `${speakers}
  claim keep by ann, rejected-by ann: The charge should stay.
`,
    "positions",
  );
  expect(rows[0]?.[3]).toMatchObject({ tone: "conflict" });
  expect(plainText(rows[0]?.[3]?.text ?? [])).toBe("holds, rejects");
});

test("marks two claims of one speaker that contradict each other, and says so below the table", () => {
  const { rows, notes } = tableAbout(
    `${speakers}
  claim keep by ann: The charge should stay.
  claim drop accepted-by ann, contradicts keep: The charge should go.
`,
    "positions",
  );
  expect(rows.map((row) => plainText(row[3]?.text ?? []))).toEqual([
    "holds ≠ The charge should go",
    "accepts ≠ The charge should stay",
  ]);
  expect(notes.map(plainText)).toEqual([
    "Ann is for “The charge should stay” and for “The charge should go”, which contradict each other.",
  ]);
});

test("takes them for a change of mind if they have different dates, the earlier one first", () => {
  const { rows, notes } = tableAbout(
    `${speakers}
  claim keep by ann: The charge should stay.
    date: 2023
  claim drop by ann, contradicts keep: The charge should go.
    date: 2020
`,
    "positions",
  );
  expect(rows.map((row) => [plainText(row[3]?.text ?? []), row[3]?.tone])).toEqual([
    ["holds (2023)", "for"],
    ["holds (2020)", "for"],
  ]);
  expect(notes.map(plainText)).toEqual([
    "Ann seems to have changed their mind: first “The charge should go”, later “The charge should stay”.",
  ]);
});

test("leads from a position to the entry that takes it, and from the headings to statement and speaker", () => {
  const map = `${speakers}
  claim keep: The charge should stay.
    objection shops by eve: The shops lost customers.
`;
  const { columns, rows } = tableAbout(map, "positions");
  const names = rows[0]?.flatMap(({ text }) => entriesIn(text)).map(({ head }) => head.name?.text);
  expect(names).toEqual(["keep", "shops"]);
  expect(columns.map(({ entry }) => entry?.head.name?.text)).toEqual([undefined, undefined, undefined, "eve"]);
  expect(argumentOf(map).entry("keep").text).toBe("The charge should stay.");
});

test("is left out where nobody takes a position", () => {
  expect(tablesAbout("claim keep: The charge should stay.\n", "positions")).toEqual([]);
});

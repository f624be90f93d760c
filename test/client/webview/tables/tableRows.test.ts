import { expect, test } from "vitest";
import { defaultViewOptions, setFilter } from "../../../../client/webview/state/viewOptions.ts";
import { rowFilter, shownRows } from "../../../../client/webview/tables/tableRows.ts";
import { noFilter } from "../../../../server/core/picture/explore.ts";
import type { CardId } from "../../../../server/core/tree/tree.ts";
import type { CardTable } from "../../../../server/protocol/tables.ts";
import { tableOfTexts } from "../../../support/tables/tables.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";

const rowAbout = (label: string, entry: CardId) => [{ text: [{ label, entry }] }];
const [reason, claim] = ["reason", "claim"].map(
  (kind) => ardmore.cards.find((card) => card.kind === kind)?.id ?? expect.unreachable(),
);
const table: CardTable = {
  ...tableOfTexts<CardId>([["Statement"]]),
  rows: [rowAbout("a reason", reason ?? expect.unreachable()), rowAbout("a claim", claim ?? expect.unreachable())],
};
const reasonsOnly = setFilter(defaultViewOptions, { ...noFilter, kinds: new Set(["reason"] as const) });

test("dims the rows about cards that do not match the filter", () => {
  const { rows, filteredOut } = shownRows(table, undefined, rowFilter(ardmore, reasonsOnly), false);
  expect(rows.map(({ isDimmed }) => isDimmed)).toEqual([false, true]);
  expect(filteredOut).toBe(0);
});

test("hides them if the filter hides cards", () => {
  const { rows, filteredOut } = shownRows(table, undefined, rowFilter(ardmore, reasonsOnly), true);
  expect(rows.map(({ cells }) => cells)).toEqual([table.rows[0]]);
  expect(filteredOut).toBe(1);
});

test("keeps rows about what has no card, such as sources", () => {
  // No card has this id.
  const sources = { ...table, rows: [rowAbout("a source", "source" as CardId)] };
  expect(shownRows(sources, undefined, rowFilter(ardmore, reasonsOnly), true).rows).toHaveLength(1);
});

test("sorts", () => {
  const { rows } = shownRows(table, { column: 0, isDescending: false }, () => true, false);
  expect(rows.map(({ cells }) => cells)).toEqual([table.rows[1], table.rows[0]]);
});

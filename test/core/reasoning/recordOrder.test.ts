/** After an edit, the records are in the order of the text, and only changed entries are looked at. */
import { expect, test } from "vitest";
import type { Entry } from "../../../server/core/language/entry.ts";
import { MapFile } from "../../../server/core/language/map.ts";
import { type OrderedRecord, RecordOrder } from "../../../server/core/reasoning/recordOrder.ts";

/** A map with two questions, and 80 claims with a reason each. */
const text = Array.from(
  { length: 80 },
  (_, index) => `${index % 40 === 0 ? "question: Why?\n" : ""}claim c${index}: Claim.\n  reason r${index}: Reason.\n`,
).join("");

function orderOf(initial = text) {
  const file = new MapFile("file:///map.argmap", initial);
  const records = new Map<Entry, OrderedRecord>();
  let lookUps = 0;
  const recordOf = (entry: Entry): OrderedRecord => {
    lookUps++;
    const record = records.get(entry) ?? { entry, role: undefined };
    records.set(entry, record);
    return record;
  };
  const order = new RecordOrder(file, recordOf);
  const linesOf = (one: RecordOrder<OrderedRecord>) =>
    Object.fromEntries(
      Object.entries(one.lists()).map(([role, list]) => [role, list.map(({ entry }) => entry.line.scanned.raw)]),
    );
  order.lists();
  return {
    /** Edits the map. Returns the number of records that were looked up to put them in order. */
    edit: (before: string, after: string): number => {
      const { change } = file.update([{ text: file.syntax.text.replace(before, after) }]);
      for (const entries of [change.added, change.removed, change.headChanged, change.moved])
        for (const entry of entries) order.displace(recordOf(entry));
      lookUps = 0;
      order.lists();
      return lookUps;
    },
    lines: () => linesOf(order),
    expectedLines: () => linesOf(new RecordOrder(file, (entry): OrderedRecord => ({ entry, role: undefined }))),
  };
}

test.each([
  ["an added entry", "claim c30:", "claim new: New.\nclaim c30:"],
  ["a removed entry", "  reason r30: Reason.\n", ""],
  ["another keyword", "  reason r30:", "  premise r30:"],
  ["an entry that is no part of the argument any more", "  reason r30: Reason.", "  quote: Reason."],
  [
    "two entries in another order",
    "claim c30: Claim.\n  reason r30: Reason.\n",
    "claim r30: Reason.\nclaim c30: Claim.\n",
  ],
  ["a deeper entry", "claim c31:", "    claim c31:"],
  ["a moved question", "question: Why?\nclaim c0: Claim.\n", "claim c0: Claim.\nquestion: Why?\n"],
])("%s is put in its place without a walk through the file", (_case, before, after) => {
  const { edit, lines, expectedLines } = orderOf();
  expect(edit(before, after)).toBe(0);
  expect(lines()).toEqual(expectedLines());
});

test("after a large edit, the file is walked through once", () => {
  const { edit, lines, expectedLines } = orderOf();
  const added = Array.from({ length: 150 }, (_, index) => `claim n${index}: New.\n`).join("");
  expect(edit("claim c30:", `${added}claim c30:`)).toBe(80 + 80 + 2 + 150);
  expect(lines()).toEqual(expectedLines());
});

import { expect, test } from "vitest";
import { findCards } from "../../../server/core/picture/find.ts";
import { claim, premise, reason, reference, treeOf } from "../../support/trees/treeFixtures.ts";

const map = treeOf(
  claim(
    "The café   should\nstay open.",
    { id: "cafe", name: "cafe" },
    reason("进城费应该永久保留。", { id: "zh", speakers: ["Zoë Ångström"], tags: ["money"] }),
    reason(
      "",
      { id: "step" },
      premise("Ｆｕｌｌ width.", { id: "wide" }),
      reference("cafe", "premise", { id: "again" }),
    ),
    reason("Shops.", { id: "shops", quotes: [{ text: "a tenth of all", source: "Report", page: "3" }] }),
  ),
);

test.each([
  ["text, ignoring case and diacritics", "CAFE", ["cafe"]],
  ["text across a line break", "should stay", ["cafe"]],
  ["Chinese text", "永久", ["zh"]],
  ["full-width characters", "full", ["wide"]],
  ["speakers", "zoe ang", ["zh"]],
  ["tags", "money", ["zh"]],
  ["quotes", "a tenth", ["shops"]],
  ["cards in preorder, without references", "a", ["cafe", "zh", "shops"]],
  ["nothing for an empty query", "  ", []],
  ["nothing across two fields", "stay open. cafe", []],
])("finds %s", (_, query, ids) => {
  expect(findCards(map, query)).toEqual(ids);
});

import { expect, test } from "vitest";
import { findCards } from "../../../server/core/picture/find.ts";
import { claim, premise, reason, reference, treeOf } from "../../support/treeFixtures.ts";

const map = treeOf(
  claim(
    "The café   should\nstay open.",
    { id: "cafe", name: "cafe" },
    reason("进城费应该永久保留。", { id: "zh", by: ["Zoë Ångström"], tags: ["money"] }),
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
  ["without regard to case and accents", "CAFE", ["cafe"]],
  ["over line breaks", "should stay", ["cafe"]],
  ["in Chinese", "永久", ["zh"]],
  ["in full width", "full", ["wide"]],
  ["by speaker", "zoe ang", ["zh"]],
  ["by tag", "money", ["zh"]],
  ["in quotes", "a tenth", ["shops"]],
  ["in the order of the tree, not in what only refers", "a", ["cafe", "zh", "shops"]],
  ["nothing for nothing", "  ", []],
  ["nothing over two parts", "stay open. cafe", []],
])("finds %s", (_, words, ids) => {
  expect(findCards(map, words)).toEqual(ids);
});

import { expect, test } from "vitest";
import { cardTitle } from "../../../../client/webview/state/cardTitle.ts";
import { claim, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

test("a card is called by its title, or else by its text, name or kind", () => {
  const { cards } = treeOf(
    claim("The charge should stay.", { title: "Keep it", name: "keep" }, reason("Air.", { name: "air" })),
    reason("", { name: "bare" }),
    reason(""),
  );
  expect(cards.map(cardTitle)).toEqual(["Keep it", "Air.", "bare", "reason"]);
});

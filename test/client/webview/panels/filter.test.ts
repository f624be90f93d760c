import { expect, test } from "vitest";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import { toCardId } from "../../../support/arbitraries/trees.ts";
import { usePage } from "../../../support/browser/usePage.ts";
import { highTree, questionTree, questionTreeIds } from "../../../support/trees/questionTree.ts";

const { answerEdit, boxOf, changeTo, focusCard, open, page, press, ...fixture } = usePage({ width: 1400, height: 700 });
const { screenshot, shownCards, textField, type, zoomFactor } = fixture;
const panel = () => page().getByRole("dialog", { name: "Filter" });
const checkbox = (name: string) => panel().getByRole("checkbox", { name });
const noMatches = () => page().locator(".no-matches");

/** Opens the filter and hides all cards without the tag `money`, except the ancestors of those with it. */
async function openHidingFilter(): Promise<void> {
  await open(questionTree);
  await press("s");
  await checkbox("money").check();
  await checkbox("Hide other cards").check();
}
const matchingIds = ["keep", "q", "shops"];

test("dims or hides the cards that do not match", async () => {
  await open(questionTree);
  await press("s");
  await checkbox("Bo").check();
  expect(await panel().locator("output").textContent()).toBe("2 matching cards");
  const dimmed = await page()
    .locator(".card.is-dimmed")
    .evaluateAll((cards) => cards.map((one) => one.getAttribute("data-card")));
  expect(dimmed).toEqual(["fell"]);
  await checkbox("Hide other cards").check();
  expect(await shownCards()).toEqual(["air", "badly", "keep", "measured", "q", "shops"]);
  await checkbox("money").check();
  expect(await shownCards()).toEqual(matchingIds);
  await panel().getByRole("button", { name: "Clear filter" }).click();
  expect(await shownCards()).toEqual(questionTreeIds);
  await press("Escape");
  expect(await panel().count()).toBe(0);
});

test("zooms in on the remaining cards if all cards were too small to read", async () => {
  await open(highTree);
  await press("0");
  await expect.poll(zoomFactor).toBeLessThan(0.5);
  await press("s");
  await checkbox("Ann").check();
  expect(await zoomFactor()).toBeLessThan(0.5);
  await checkbox("Hide other cards").check();
  await expect.poll(zoomFactor).toBeGreaterThan(0.6);
  expect(await shownCards()).toEqual(["all", "r7"]);
  const { x, y } = await boxOf("r7");
  expect(x > 0 && x < 1150 && y > 0 && y < 650).toBe(true);
});

test("shows a search result that does not match", async () => {
  await openHidingFilter();
  expect(await shownCards()).toEqual(matchingIds);
  await press("Control+f");
  await type("shops lost");
  await press("Enter");
  expect(await shownCards()).toEqual(matchingIds);
  await press("Control+a");
  await type("it fell");
  await press("Enter");
  expect(await shownCards()).toEqual(["air", "fell", "keep", "q", "shops"]);
  expect(await checkbox("Hide other cards").isChecked()).toBe(true);
  await checkbox("money").uncheck();
  await checkbox("money").check();
  expect(await shownCards()).toEqual(matchingIds);
});

test("shows a card that is being added, and that was just added", async () => {
  await openHidingFilter();
  await focusCard("keep");
  await press("r");
  await type("People walk.");
  expect(await shownCards()).toEqual(["(new)", "keep", "q", "shops"]);
  await press("Enter");
  await changeTo(withReason(questionTree, "walk", "People walk."));
  await answerEdit({ type: "applied" });
  expect(await textField().count()).toBe(0);
  expect(await shownCards()).toEqual(["keep", "q", "shops", "walk"]);
  expect(await checkbox("Hide other cards").isChecked()).toBe(true);
});

/** The tree with a reason for `keep`, a copy of the card `air` with another id and text. */
function withReason(tree: Tree, id: string, text: string): Tree {
  const reason = tree.cards.find((card) => card.id === "air");
  if (reason === undefined) throw new Error("The tree has this card.");
  return {
    ...tree,
    cards: [...tree.cards, { ...reason, id: toCardId(id), text }],
    positions: [...tree.positions, { card: toCardId(id), parent: toCardId("keep") }],
  };
}

test("says when no card matches any more, and can be cleared there", async () => {
  await open(questionTree);
  await press("s");
  await checkbox("Bo").check();
  await checkbox("Hide other cards").check();
  await press("Escape");
  await changeTo({
    ...questionTree,
    cards: questionTree.cards.map((card) => ({ ...card, speakers: card.speakers.map(() => "Bob"), acceptedBy: [] })),
  });
  expect(await shownCards()).toEqual([]);
  await noMatches().waitFor();
  await screenshot("filter nothing");
  await noMatches().getByRole("button", { name: "Clear filter" }).click();
  expect(await shownCards()).toEqual(questionTreeIds);
  expect(await noMatches().count()).toBe(0);
});

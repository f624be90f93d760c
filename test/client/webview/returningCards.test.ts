/** The shown and the focused cards when cards are removed and restored. */
import { expect, test } from "vitest";
import { usePage } from "../../support/browser/usePage.ts";
import { retypedHead } from "../../support/trees/retypedHead.ts";
import { reason } from "../../support/trees/treeFixtures.ts";

const { answerEdit, changeTo, focusCard, focusedCard, open, press, shownCards, type } = usePage();
const { before, between, after, shops, treeWith, walk } = retypedHead;

test("folding and focus on a branch come back with the card", async () => {
  await open(before);
  await focusCard("air");
  await press(" ");
  expect(await shownCards()).toEqual(["air", "keep", "say", "shops", "walk"]);
  await changeTo(between);
  await changeTo(after);
  expect(await shownCards()).toEqual(["air2", "keep", "say", "shops", "walk"]);
  await focusCard("air2");
  await press("f");
  expect(await shownCards()).toEqual(["air2", "fell"]);
  await changeTo(between);
  expect(await shownCards()).toEqual(["keep", "say", "shops", "walk"]);
  await changeTo(after);
  expect(await shownCards()).toEqual(["air2", "fell"]);
});

test("Escape leaves a focused branch, but does not forget one whose card is gone", async () => {
  await open(before);
  await focusCard("air");
  await press("f");
  await changeTo(between);
  await press("Escape");
  await changeTo(after);
  expect(await shownCards()).toEqual(["air2", "fell"]);
  await press("Escape");
  expect(await shownCards()).toEqual(["air2", "fell", "keep", "say", "shops", "walk"]);
});

test("when the focused card is removed, a sibling gets the focus, or else the parent", async () => {
  await open(before);
  await focusCard("air");
  await changeTo(between);
  expect(await focusedCard()).toBe("shops");
  await press("ArrowDown");
  expect(await focusedCard()).toBe("walk");
  await press("ArrowRight");
  expect(await focusedCard()).toBe("say");
  await changeTo(treeWith(shops));
  expect(await focusedCard()).toBe("shops");
  await changeTo(treeWith());
  expect(await focusedCard()).toBe("keep");
});

test("when the addition of a card is undone, a sibling gets the focus", async () => {
  await open(between);
  await focusCard("keep");
  await press("r");
  await type("New.");
  await press("Enter");
  await changeTo(treeWith(shops, walk, reason("New.", { id: "new" })));
  await answerEdit({ type: "applied" });
  expect(await focusedCard()).toBe("new");
  await press("Control+z");
  await changeTo(between);
  expect(await focusedCard()).toBe("walk");
  await press("ArrowUp");
  expect(await focusedCard()).toBe("shops");
});

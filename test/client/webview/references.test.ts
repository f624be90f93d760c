import { expect, test } from "vitest";
import { usePage } from "../../support/browser/usePage.ts";
import { claim, objection, reason, reference, treeOf } from "../../support/trees/treeFixtures.ts";

const { answerEdit, card, changeTo, focusCard, open, preview, press, sent, sentEdits, shownCards, textField } = usePage(
  { width: 1400, height: 700 },
);

/** Keep rests on a claim that is written out below, which rests on keep in turn. */
const circle = (measured = "It was measured.") =>
  treeOf(
    claim(
      "Keep.",
      { id: "keep", name: "keep" },
      reason("", { id: "air" }, reference("clean", "premise", { id: "use" })),
    ),
    claim(
      "It is clean.",
      { id: "clean", name: "clean" },
      reason(measured, { id: "measured" }, objection("Once.", { id: "once" })),
      reason("", { id: "back" }, reference("keep", "premise", { id: "use-keep" })),
    ),
  );
const cardsOfMap = ["air", "back", "clean", "keep", "measured", "once", "use", "use-keep"];
const copy = (id: string): string => `use\u001f${id}`;
const copies = ["back", "measured", "once", "use-keep"].map(copy);

test("a reference unfolds in place to show what stands under its claim, and folds again", async () => {
  await open(circle());
  expect(await card("use").getAttribute("aria-expanded")).toBe("false");
  await card("use").locator(".fold-handle").click();
  expect(await shownCards()).toEqual([...cardsOfMap, ...copies].sort());
  expect(await card("use").getAttribute("aria-expanded")).toBe("true");
  expect(await card(copy("measured")).textContent()).toContain("It was measured.");
  await focusCard("use");
  await press(" ");
  expect(await shownCards()).toEqual(cardsOfMap);
});

test("a reference to a card above it cannot be unfolded", async () => {
  await open(circle());
  await card("use").locator(".fold-handle").click();
  expect(await card(copy("use-keep")).locator(".fold-handle").count()).toBe(0);
  await focusCard(copy("use-keep"));
  await press(" ");
  expect(await shownCards()).toEqual([...cardsOfMap, ...copies].sort());
});

test("a copy follows an edit of the text, folds by itself, and leads to its entry", async () => {
  await open(circle());
  await card("use").locator(".fold-handle").click();
  await changeTo(circle("Measured twice."));
  expect(await card(copy("measured")).textContent()).toContain("Measured twice.");
  await card(copy("measured")).locator(".fold-handle").click();
  expect(await shownCards()).toContain("once");
  expect(await shownCards()).not.toContain(copy("once"));
  await focusCard(copy("measured"));
  await press("Enter");
  expect((await sent("openCard")).at(-1)).toMatchObject({ card: "measured" });
});

test("an edit of a copy is an edit of the card that it copies", async () => {
  await open(circle());
  await card("use").locator(".fold-handle").click();
  await focusCard(copy("measured"));
  await press("Delete");
  expect((await sentEdits()).at(-1)).toMatchObject({ card: "measured", type: "delete" });
  await answerEdit({ type: "rejected", message: "No." });
  await focusCard(copy("measured"));
  await press("F2");
  await textField().fill("New words.");
  await press("Enter");
  expect((await sentEdits()).at(-1)).toEqual({ card: "measured", type: "setText", text: "New words." });
});

test("what is unfolded is kept when the server restarts", async () => {
  await open(circle());
  await card("use").locator(".fold-handle").click();
  const renamed = JSON.parse(JSON.stringify(circle()).replaceAll(/"(use-keep|use|measured|once|back)"/g, '"new-$1"'));
  await preview().send({ type: "tree", uri: "file:///map.argmap", version: 1, tree: { ...circle(), ...renamed } });
  expect(await shownCards()).toContain("new-use\u001fnew-measured");
});

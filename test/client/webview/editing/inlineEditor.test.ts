import { describe, expect, test } from "vitest";
import { MAP_URI, usePage } from "../../../support/browser/usePage.ts";
import { chargeTree, chargeTreeWith } from "../../../support/trees/chargeTree.ts";
import { claim, objection, question, reason, reference, treeOf } from "../../../support/trees/treeFixtures.ts";

const { answerEdit, boxOf, card, changeTo, focusCard, focusedCard, hasFocus, open, page, press, ...fixture } =
  usePage();
const { screenshot, sent, sentEdits, showTree, textField, type } = fixture;

const reject = (message: string) => answerEdit({ type: "rejected", message });

describe("adding a card", () => {
  test("shows the new card at once, and requests it when its text is submitted", async () => {
    await open(chargeTree);
    await focusCard("keep");
    await press("r");
    await expect.poll(() => textField().count()).toBe(1);
    expect(await card("(new)").count()).toBe(1);
    expect(await sentEdits()).toEqual([]);
    await type("People walk more.");
    await screenshot("editing new card");
    await press("Shift+Enter");
    await type("They say so.");
    await press("Enter");
    expect(await sentEdits()).toEqual([
      { card: "keep", type: "add", kind: "reason", text: "People walk more.\n\nThey say so." },
    ]);
    expect(await sent("edit")).toMatchObject([{ map: MAP_URI, version: 1 }]);
  });

  test("keeps a map whole that was shown whole, also if it needs a smaller scale", async () => {
    await open(treeOf(claim("The charge should stay.", { id: "keep" })), { width: 540, height: 700, motion: false });
    await focusCard("keep");
    await press("r");
    const rightEdge = () => boxOf("(new)").then(({ x, width }) => x + width);
    await expect.poll(rightEdge).toBeLessThanOrEqual(540);
    expect((await boxOf("keep")).x).toBeGreaterThanOrEqual(0);
  });

  test("replaces the draft by its card, which gets the focus", async () => {
    await open(chargeTree);
    await focusCard("keep");
    await press("o");
    await type("It costs.");
    await press("Enter");
    await answerEdit({ type: "applied" });
    expect(await textField().count()).toBe(1);
    await changeTo(chargeTreeWith(objection("It costs.", { id: "costs" })));
    expect(await textField().count()).toBe(0);
    expect(await card("(new)").count()).toBe(0);
    await expect.poll(focusedCard).toBe("costs");
    await press("r");
    expect(await textField().count()).toBe(1);
  });

  test.each(["Escape", "Enter", "Tab"])("drops an empty new card on %s", async (key) => {
    await open(chargeTree);
    await focusCard("air");
    await press("p");
    expect(await textField().count()).toBe(1);
    await press(key);
    expect(await textField().count()).toBe(0);
    expect(await sentEdits()).toEqual([]);
  });

  test("drops the text on Escape, and returns the focus to the card", async () => {
    await open(chargeTree);
    await focusCard("air");
    await press("p");
    await type("not this");
    await press("Escape");
    expect(await sentEdits()).toEqual([]);
    expect(await focusedCard()).toBe("air");
  });

  test("opens no text field for a kind that the card cannot have", async () => {
    await open(chargeTree);
    await focusCard("keep");
    await press("p", "c");
    expect(await textField().count()).toBe(0);
  });

  test("keeps the draft while the map changes", async () => {
    await open(chargeTree);
    await focusCard("keep");
    await press("r");
    await type("People walk");
    await changeTo(chargeTreeWith(objection("Another.", { id: "another" })));
    expect(await textField().inputValue()).toBe("People walk");
    await type(" more.");
    await press("Enter");
    expect(await sent("edit")).toMatchObject([{ version: 2, action: { text: "People walk more." } }]);
  });

  test("keeps the draft of a refused edit, and shows the reason", async () => {
    await open(chargeTree);
    await focusCard("keep");
    await press("r");
    await type("People walk more.");
    await press("Enter");
    await reject("The text could not be changed.");
    expect(await page().locator(".notice").textContent()).toContain("The text could not be changed.");
    expect(await textField().inputValue()).toBe("People walk more.");
    await textField().focus();
    await press("Enter");
    expect(await sentEdits()).toHaveLength(2);
  });

  test("repeats the request for the next version of the map", async () => {
    await open(chargeTree);
    await focusCard("keep");
    await press("r");
    await type("More.");
    await press("Enter");
    await answerEdit({ type: "stale" });
    expect(await sentEdits()).toHaveLength(1);
    await changeTo(chargeTreeWith(objection("Another.", { id: "another" })));
    expect((await sent("edit")).map(({ version }) => version)).toEqual([1, 2]);
  });

  test("repeats the request if only the text has changed, but not after Escape", async () => {
    await open(chargeTree);
    await focusCard("keep");
    for (const isDiscarded of [false, true]) {
      await press("r");
      await type("More.");
      await press("Enter");
      const requests = (await sentEdits()).length;
      await answerEdit({ type: "stale" });
      expect(await sent("requestTree")).toHaveLength(isDiscarded ? 2 : 1);
      if (isDiscarded) await press("Escape");
      await showTree(chargeTree);
      expect((await sentEdits()).length - requests).toBe(isDiscarded ? 0 : 1);
      if (!isDiscarded) await reject("No.");
      await press("Escape");
    }
    expect(await textField().count()).toBe(0);
  });

  test("keeps the next draft when the card of the previous one arrives", async () => {
    await open(chargeTree);
    await focusCard("keep");
    await press("r");
    await type("First.");
    await press("Enter");
    await card("buses").click({ button: "right" });
    await page().getByRole("menuitem", { name: "Add reason" }).click();
    await expect.poll(() => hasFocus(textField())).toBe(true);
    await type("Second");
    await changeTo(chargeTreeWith(reason("First.", { id: "first" })));
    await answerEdit({ type: "applied" });
    expect(await textField().inputValue()).toBe("Second");
    await type(" one.");
    await press("Enter");
    expect((await sentEdits()).at(-1)).toEqual({ card: "buses", type: "add", kind: "reason", text: "Second one." });
  });
});

describe("editing a text", () => {
  test("places the text field exactly over the text at any zoom", async () => {
    await open(chargeTree);
    for (const zoom of [0, 2, -3]) {
      for (let n = 0; n < Math.abs(zoom); n++) await press(zoom > 0 ? "+" : "-");
      await focusCard("shops");
      const text = await card("shops").locator("text", { hasText: "Fewer customers." }).boundingBox();
      await press("F2");
      const field = await textField().boundingBox();
      if (text === null || field === null) throw new Error("The text and the field are drawn.");
      expect(Math.abs(field.x - text.x), `${zoom}`).toBeLessThan(0.5);
      expect(Math.abs(field.y + field.height / 2 - (text.y + text.height / 2)), `${zoom}`).toBeLessThan(0.5);
      await screenshot(`editing text ${zoom}`);
      await press("Escape");
    }
  });

  test("submits the text when another card is clicked", async () => {
    await open(chargeTree);
    await focusCard("air");
    await press("e", "End");
    await type(" Much cleaner.");
    await card("shops").click();
    expect(await sentEdits()).toEqual([{ card: "air", type: "setText", text: "Cleaner air. Much cleaner." }]);
  });

  test("requests nothing if the text is unchanged", async () => {
    await open(chargeTree);
    await focusCard("air");
    await press("F2", "Enter");
    expect(await textField().count()).toBe(0);
    expect(await sentEdits()).toEqual([]);
  });

  test("edits the entry that a reference card refers to", async () => {
    const tree = treeOf(
      claim("A.", { id: "a" }, reason("R.", { id: "r" }, reference("b", "claim"))),
      claim("B.", { id: "b" }, reason("S.", { id: "s" })),
    );
    await open(tree);
    await focusCard(tree.cards.find(({ form }) => form === "reference")?.id ?? "");
    await press("F2");
    expect(await textField().inputValue()).toBe("B.");
    await type("!");
    await press("Enter");
    expect(await sentEdits()).toEqual([{ card: "b", type: "setText", text: "B.!" }]);
  });

  test("works in the outline too", async () => {
    await open(
      treeOf(
        question("Q?", { id: "q" }, claim("A.", { id: "a" }, reason("R.", { id: "r" }))),
        claim("B.", { id: "b" }),
      ),
    );
    await press("t");
    await focusCard("a");
    const text = await card("a").locator("text", { hasText: "A." }).boundingBox();
    await press("F2");
    const field = await textField().boundingBox();
    if (text === null || field === null) throw new Error("The text and the field are drawn.");
    expect(Math.abs(field.x - text.x)).toBeLessThan(2);
    await press("Escape", "r");
    await type("In the outline.");
    await screenshot("editing outline");
    await press("Enter");
    expect(await sentEdits()).toEqual([{ card: "a", type: "add", kind: "reason", text: "In the outline." }]);
  });
});

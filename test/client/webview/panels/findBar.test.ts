import { expect, test } from "vitest";
import { usePage } from "../../../support/browser/usePage.ts";
import { highTree, questionTree, withText } from "../../../support/trees/questionTree.ts";

const { boxOf, card, changeTo, focusCard, focusedCard, hasFocus, open, page, press, ...fixture } = usePage({
  width: 1400,
  height: 700,
});
const { preview, shownCards, type, zoomFactor } = fixture;
const input = () => page().getByRole("textbox", { name: "Find in the map" });
const status = () => page().locator(".find-bar output").textContent();
const currentHit = (id: string) => card(id).locator(".ring.find-match.is-current").count();

test("counts the results, steps through them in both directions, and unfolds what hides them", async () => {
  await open(questionTree);
  await focusCard("keep");
  await press("2", "Control+f");
  await type("it");
  await expect.poll(status).toBe("3 results");
  expect(await shownCards()).toEqual(["keep", "q"]);
  await press("Enter");
  await expect.poll(status).toBe("1 of 3");
  expect(await currentHit("keep")).toBe(1);
  await press("Enter");
  expect(await shownCards()).toContain("fell");
  expect(await currentHit("fell")).toBe(1);
  await press("Shift+Enter");
  expect(await currentHit("keep")).toBe(1);
  await press("F3", "F3", "F3");
  await expect.poll(status).toBe("1 of 3");
  await press("Escape");
  expect(await input().count()).toBe(0);
  expect(await focusedCard()).toBe("keep");
});

test("shows a result at a readable zoom", async () => {
  await open(highTree);
  await press("0");
  await expect.poll(zoomFactor).toBeLessThan(0.5);
  await press("/");
  await type("reason 41");
  await press("Enter");
  await expect.poll(zoomFactor).toBeGreaterThan(0.6);
  const { x, y } = await boxOf("r41");
  expect(x > 0 && x < 1200 && y > 0 && y < 650).toBe(true);
});

test("stays open while the map changes, and updates its results", async () => {
  await open(questionTree);
  await press("/");
  await type("much");
  await expect.poll(status).toBe("No results");
  await changeTo(withText(questionTree, "shops", "Shops lost much."));
  await expect.poll(status).toBe("1 result");
  expect(await input().inputValue()).toBe("much");
});

test("is opened by VS Code's command", async () => {
  await open(questionTree);
  await preview().send({ type: "command", command: "find" });
  expect(await hasFocus(input())).toBe(true);
});

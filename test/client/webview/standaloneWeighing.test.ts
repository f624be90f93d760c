/** What an exported HTML file shows of what stands in its map, without a server. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { WeighingMode } from "../../../client/webview/state/viewOptions.ts";
import { weighPage } from "../../../server/features/preview/weighedPage.ts";
import type { CardSuppositions } from "../../../server/protocol/weighing.ts";
import { openExport } from "../../support/browser/openExport.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { weighedCharge } from "../../support/maps/weighedCharge.ts";
import { exportedViewOf } from "../../support/programs/makeExport.ts";
import { watchedMap } from "../../support/workspaces/watchedMap.ts";

const { browser } = useBrowser();

/** The exported page of a map, and its cards by name. */
async function open(
  weighing: WeighingMode,
  {
    language,
    supposedFalse,
    isLarge = false,
  }: { readonly language?: string; readonly supposedFalse?: string; readonly isLarge?: boolean } = {},
) {
  const header = language === undefined ? "" : `map: Map\n  language: ${language}\n`;
  const { uri, workspace, trees, tree, card } = watchedMap(header + weighedCharge.replaceAll("\n  ", "\n"));
  const suppositions: CardSuppositions =
    supposedFalse === undefined ? [] : [{ card: card(supposedFalse), isTrue: false }];
  const withLikelihoods = weighing === "likelihood";
  const weighed = await weighPage(workspace, trees, uri, { suppositions, withLikelihoods, language });
  // As of a map with more than 300 entries.
  if (isLarge) for (const explanation of weighed?.explanations ?? []) delete explanation.withoutIt;
  const view = exportedViewOf(tree, {
    savedView: { weighing },
    ...(weighing !== "off" && weighed && { weighing: { ...weighed, suppositions } }),
  });
  const page = await openExport(browser(), view);
  return { page, cardOf: (name: string) => page.locator(`[data-card="${card(name)}"]`) };
}

const note = (page: Page) => page.locator(".weighing-note");

test("shows likelihoods as computed, and in the details of a card why", async () => {
  const { page, cardOf } = await open("likelihood");
  const keep = cardOf("keep");
  await keep.locator(".standing-badge text").waitFor();
  expect(await keep.locator(".standing-badge text").textContent()).toBe("≈ unlikely 40%");
  expect(await keep.getAttribute("aria-label")).toContain("weighed: unlikely (40%)");
  expect(await note(page).textContent()).toContain("computed");

  await keep.focus();
  await page.keyboard.press("i");
  const standing = page.getByRole("dialog").getByRole("region", { name: "Weighed" });
  await standing.getByText("It stands because the reason “The air got cleaner.” stands").waitFor();
  await standing.getByText("For it: the reason “The air got cleaner.” (40%).").waitFor();
  // Nothing can be supposed without a server.
  expect(await standing.getByRole("button", { name: "Suppose" }).count()).toBe(0);
});

test("the page of a large map says that what would change it is left out", async () => {
  const leftOut = "This export does not say what would change this";
  for (const isLarge of [true, false]) {
    const { page, cardOf } = await open("standing", { isLarge });
    await cardOf("trade").locator(".standing-badge").waitFor();
    await cardOf("keep").focus();
    await page.keyboard.press("i");
    const standing = page.getByRole("dialog").getByRole("region", { name: "Weighed" });
    await standing.getByText("It stands because").waitFor();
    expect(await standing.getByText(leftOut).count()).toBe(isLarge ? 1 : 0);
  }
});

test("the key W hides and shows what is weighed, and no other mode", async () => {
  const { page, cardOf } = await open("standing");
  const badge = cardOf("trade").locator(".standing-badge");
  await badge.waitFor();
  expect(await badge.locator("text").textContent()).toBe("× answered");
  await page.keyboard.press("w");
  await badge.waitFor({ state: "detached" });
  await note(page).waitFor({ state: "detached" });
  await page.keyboard.press("w");
  await badge.waitFor();
  expect(await badge.locator("text").textContent()).toBe("× answered");
});

test("shows the suppositions of the preview, which cannot be changed", async () => {
  const { page, cardOf } = await open("standing", { supposedFalse: "less" });
  const bar = page.locator(".supposition-bar");
  await bar.getByText("There is less nitrogen dioxide.").waitFor();
  expect(await bar.getByRole("button", { name: "Clear" }).count()).toBe(0);
  await cardOf("trade").locator(".standing-badge").waitFor();
  expect(await cardOf("keep").locator(".standing-badge text").textContent()).toBe("stands → × falls");
  await cardOf("keep").focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("h");
  await page.keyboard.press("w");
  await bar.waitFor({ state: "detached" });
  await page.keyboard.press("w");
  await bar.getByText("There is less nitrogen dioxide.").waitFor();
});

test("speaks the language of the map", async () => {
  const { page, cardOf } = await open("likelihood", { language: "de" });
  await cardOf("keep").locator(".standing-badge text").waitFor();
  expect(await cardOf("keep").locator(".standing-badge text").textContent()).toBe("≈ unwahrscheinlich 40\u00a0%");
  await cardOf("keep").focus();
  await page.keyboard.press("i");
  await page
    .getByRole("region", { name: "Abgewogen" })
    .getByText("Das hat Bestand, weil der Grund „The air got cleaner.“ Bestand hat")
    .waitFor();
});

test("a file that was exported without weighing opens, and has no key for it", async () => {
  const { page, cardOf } = await open("off");
  await cardOf("keep").focus();
  await page.keyboard.press("w");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await help.waitFor();
  expect(await help.textContent()).not.toContain("Weigh");
  expect(await page.locator(".standing-badge, .weighing-note").count()).toBe(0);
});

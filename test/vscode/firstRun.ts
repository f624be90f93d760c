/**
 * Tests the first minute of a new user, in windows of their own: the suite's window has a folder with maps, and the first
 * minute begins without one. The extension is installed from its package. Every step is a click or a key that the window itself suggests.
 */
import type { Page } from "playwright-core";
import { finish, type TestOutcome } from "./testOutcome.ts";
import { runWindowTests, type WindowTest } from "./windowTests.ts";
import { openFromExplorer, tab, mapsView as view, waitForTextFocus } from "./workbench.ts";

/** Three paragraphs, each longer than a line of the editor. */
const ARTICLE = [
  "The council wants to open the library on Sundays. ",
  "People who work all week have never seen it open, said the librarian. ",
  "The staff already work two evenings a week, and nobody has asked them. ",
]
  .map((sentence) => sentence.repeat(4).trim())
  .join("\n\n");

const tests: readonly WindowTest[] = [
  {
    title: "an empty folder leads to a first map with its picture and its counts",
    files: {},
    async run(page, screenshot) {
      await view(page).getByRole("button", { name: "New Map" }).waitFor();
      await screenshot("empty-folder");
      await view(page).getByRole("button", { name: "New Map" }).click();
      await quickPick(page).filter({ hasText: "Pro and con" }).waitFor();
      await screenshot("new-map");
      await page.keyboard.press("Enter");
      await page.locator('.quick-input-widget input[placeholder*="Sundays"]').waitFor();
      await page.keyboard.type("Sundays at the library");
      await page.keyboard.press("Enter");
      await tab(page, "sundays-at-the-library.argmap").waitFor();
      await inPreview(page, '[data-card][aria-label*="What speaks for it."]').waitFor();
      await statusItem(page, "1 claim, 2 reasons, 2 objections").waitFor();
      await screenshot("template");
      await waitForTextFocus(page);
      // The first placeholder is selected, so that typing replaces it, and Tab goes to the next.
      await page.keyboard.press("Tab");
      await page.keyboard.type("It should open on Sundays.");
      await inPreview(page, '[data-card][aria-label*="It should open on Sundays."]').waitFor();
      await statusItem(page, "1 unanswered").click();
      await quickPick(page).filter({ hasText: "What can be said in reply." }).first().waitFor();
      await screenshot("entries");
      await page.keyboard.press("Escape");
      await inPreview(page, ".counts button.unanswered").click();
      await inPreview(page, '.counts button.unanswered[aria-pressed="true"]').waitFor();
      await screenshot("counts-filter");
    },
  },
  {
    title: "a folder with an article leads to the wrapped article beside its map",
    files: { "library.txt": ARTICLE },
    async run(page, screenshot) {
      await view(page).getByRole("button", { name: "Map This Article" }).click();
      await tab(page, "library.argmap").waitFor();
      await tab(page, "library.txt").waitFor();
      await articleHint(page).waitFor();
      // The picture comes up by itself, below the map, and says what to do.
      await inPreview(page, ".welcome").filter({ hasText: "Select words in the article" }).waitFor();
      await page.locator(".editor-group-container").nth(2).locator(".tab").first().waitFor();
      await statusItem(page, "Article").waitFor();
      await expectWrapped(page);
      await screenshot("encode");
      // Selected by keys: on a slow machine, VS Code takes a double click for two single ones.
      await page.locator(".view-line").filter({ hasText: "The staff" }).first().click();
      await statusItem(page, "Ln 5").waitFor();
      await page.keyboard.press("Shift+Home");
      await articleHint(page).waitFor({ state: "detached" });
      await waitForTextFocus(page);
      // Opened again, it is wrapped again.
      await page.keyboard.press("Control+K");
      await page.keyboard.press("Control+W");
      await tab(page, "library.txt").waitFor({ state: "detached" });
      await openFromExplorer(page, "library.txt");
      await statusItem(page, "Article").waitFor();
      await expectWrapped(page);
      await view(page).getByText("library.argmap").first().waitFor();
      await screenshot("maps-view");
    },
  },
  {
    title: "an empty map shows a first line to type over, which goes when one types",
    files: { "blank.argmap": "" },
    async run(page, screenshot) {
      await openFromExplorer(page, "blank.argmap");
      await hint(page).waitFor({ state: "attached" });
      await page.locator(".codelens-decoration").filter({ hasText: "Pro and con" }).waitFor();
      await screenshot("blank");
      await page.keyboard.press("Tab");
      await hint(page).waitFor({ state: "detached" });
      await page.keyboard.type("It is so.");
      await page.locator(".view-line").filter({ hasText: "claim: It is so." }).waitFor();
      // VS Code decides how many words one step undoes.
      for (let step = 0; step < 6; step++) await page.keyboard.press("Control+Z");
      await hint(page).waitFor({ state: "attached" });
      await page.locator(".codelens-decoration a").filter({ hasText: "Competing answers" }).click();
      await page.locator(".view-line").filter({ hasText: "What is to be decided" }).waitFor();
    },
  },
  {
    title: "a map with a misspelled name shows its problem and its picture",
    files: { "misnamed.argmap": "claim toll: It should stay.\nreason for tol: It works.\n" },
    async run(page, screenshot) {
      await openFromExplorer(page, "misnamed.argmap");
      await page.locator(".squiggly-error").first().waitFor();
      await page.keyboard.press("Control+K");
      await page.keyboard.press("V");
      await inPreview(page, '[data-card][aria-label*="It should stay."]').waitFor();
      await screenshot("problem");
    },
  },
  {
    title: "the tour has four steps with pictures, and the examples open as copies",
    files: {},
    async run(page, screenshot) {
      await view(page).locator("a", { hasText: "take the tour" }).click();
      for (const step of ["map", "picture", "article", "problems"]) {
        await page.locator(`.getting-started-step[data-step-id$="#${step}"]`).click();
        await pictureFrame(page).locator("svg text").first().waitFor();
        await screenshot(`tour-${step}`);
      }
      await view(page).locator("a", { hasText: "Open an example" }).click();
      await quickPick(page).filter({ hasText: "Sundays at the library" }).waitFor();
      await page.keyboard.press("Enter");
      await tab(page, "first-map.argmap").waitFor();
      await inPreview(page, '[data-card][aria-label*="Yes, it should open on Sundays."]').waitFor();
    },
  },
];

const quickPick = (page: Page) => page.locator(".quick-input-list .monaco-list-row");
const statusItem = (page: Page, text: string) => page.locator(".statusbar-item a").filter({ hasText: text });
const articleHint = (page: Page) =>
  page.locator(".codelens-decoration").filter({ hasText: "Select words, press Ctrl+." });
const hint = (page: Page) => page.locator('.view-line span[class*="ced-"]').first();
const inPreview = (page: Page, selector: string) =>
  page
    .frameLocator('iframe.webview.ready[src*="extensionId=argmap.argmap"]')
    .frameLocator("iframe#active-frame")
    .locator(selector)
    .first();
const pictureFrame = (page: Page) => page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");

/** Waits until the article needs more lines on the screen than it has. */
async function expectWrapped(page: Page): Promise<void> {
  const lines = page.locator(".editor-group-container").first().locator(".view-line");
  await lines.nth(ARTICLE.split("\n").length + 1).waitFor();
}

const checkFirstRun = (): Promise<TestOutcome> =>
  runWindowTests({ heading: "the first minute", screenshots: "first", tests });

if (import.meta.main) finish(await checkFirstRun());

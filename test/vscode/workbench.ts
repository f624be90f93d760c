/** Parts of the workbench, for tests that control a window from outside only. */
import type { Locator, Page } from "playwright-core";
import { WAIT_LIMIT } from "../support/limits.ts";

/** Loading VS Code takes as long as the machine needs. The tests wait for the parts of the window that they use. */
export const untilCommitted = { waitUntil: "commit" } as const;

/** Opens a workbench, which then loads. */
export async function openWorkbench(page: Page, address: string): Promise<void> {
  await page.goto(address, untilCommitted);
}

/** The tab with a title. */
export const tab = (page: Page, name: string): Locator =>
  page.locator(".tabs-container .tab").filter({ has: page.getByText(name, { exact: true }) });

/** Polls, once for each animation frame, until a condition is true. */
export async function poll(
  page: Page,
  message: string,
  condition: () => Promise<boolean>,
  limit = WAIT_LIMIT,
): Promise<void> {
  for (const deadline = Date.now() + limit; Date.now() < deadline; ) {
    if (await condition()) return;
    await page.evaluate("new Promise(requestAnimationFrame)");
  }
  throw new Error(message);
}

/** Opens a file in a tab that stays, and waits until its text has the focus. */
export async function openFromExplorer(page: Page, name: string): Promise<void> {
  const row = page.locator(".explorer-folders-view .monaco-list-row").filter({ hasText: name });
  // The explorer ignores clicks while it updates its rows.
  await poll(page, `The explorer did not open ${name}.`, async () => {
    await row.dblclick();
    return (await tab(page, name).count()) > 0;
  });
  // It may have ignored the second click only, which moves the focus.
  await tab(page, name).click();
  await waitForTextFocus(page);
}

/** Waits until a text has the focus and so takes the next key. */
export const waitForTextFocus = (page: Page): Promise<void> =>
  page.locator(".editor-group-container.active .monaco-editor.focused").waitFor();

/** The view of maps in the Explorer. */
export const mapsView = (page: Page): Locator => page.locator('.pane:has(.pane-header[aria-label*="Argument Maps"])');

/** Runs a command by its title in the command palette. */
export async function runCommand(page: Page, commandTitle: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input.input").fill(`>${commandTitle}`);
  await page.locator(".quick-input-list .monaco-list-row.focused").filter({ hasText: commandTitle }).waitFor();
  await page.keyboard.press("Enter");
}

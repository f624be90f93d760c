/** Parts of the workbench, for tests that control a window from outside only. */
import type { Locator, Page } from "playwright-core";
import { WAIT_LIMIT } from "../support/limits.ts";

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
  await waitForTextFocus(page);
}

/** Waits until a text has the focus and so takes the next key. */
export const waitForTextFocus = (page: Page): Promise<void> =>
  page.locator(".editor-group-container.active .monaco-editor.focused").waitFor();

/** One browser for all tests of a process. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { TEST_LIMIT } from "../limits.ts";
import { launchBrowser } from "./launchBrowser.ts";
import { openPreview, type PreviewOptions, type PreviewPage } from "./openPage.ts";

export interface BrowserFixture {
  readonly browser: () => Browser;
  /** Opens the page for the current test. After the test, it expects no errors in the page, and closes it. */
  readonly openPreview: (options?: PreviewOptions) => Promise<PreviewPage>;
}

/** The browser of this process, which all its test files share. Playwright ends it when the process exits. */
let running: Promise<Browser> | undefined;

/** Returns the browser of this process. Starts one if there is none, or if it has crashed. */
async function sharedBrowser(): Promise<Browser> {
  const last = await running;
  if (last?.isConnected()) return last;
  running = launchBrowser();
  return running;
}

/** Gives the tests of a file a browser. Each page has a context of its own, so that tests share no storage. */
export function useBrowser(): BrowserFixture {
  let browser: Browser | undefined;
  const previews: PreviewPage[] = [];
  const startedBrowser = (): Browser => {
    if (browser === undefined) throw new Error("The browser has not been started.");
    return browser;
  };
  beforeAll(async () => {
    browser = await sharedBrowser();
  }, TEST_LIMIT);
  // The files of a process run one after the other, so these are the pages of this file.
  afterAll(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  }, TEST_LIMIT);
  afterEach(async () => {
    for (const preview of previews.splice(0)) {
      expect(preview.pageErrors).toEqual([]);
      await preview.close();
    }
  }, TEST_LIMIT);
  return {
    browser: startedBrowser,
    async openPreview(options) {
      const preview = await openPreview(startedBrowser(), options);
      previews.push(preview);
      return preview;
    },
  };
}

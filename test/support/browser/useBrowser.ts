/** One browser for all tests of a file. */
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

/** Starts one browser for all tests of the file that calls this. */
export function useBrowser(): BrowserFixture {
  let browser: Browser | undefined;
  const previews: PreviewPage[] = [];
  const startedBrowser = (): Browser => {
    if (browser === undefined) throw new Error("The browser has not been started.");
    return browser;
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  }, TEST_LIMIT);
  afterAll(() => browser?.close(), TEST_LIMIT);
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

/** The browser of a file of tests. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchBrowser } from "./launchBrowser.ts";
import { type Options, openPreview, type Preview } from "./openPage.ts";

export interface InBrowser {
  readonly browser: () => Browser;
  /** Opens the page for the test that runs: when that ends, nothing may have gone wrong in it, and it is closed. */
  readonly openPreview: (options?: Options) => Promise<Preview>;
}

/** Starts one browser for all tests of the file that calls this. */
export function inBrowser(): InBrowser {
  let browser: Browser | undefined;
  const opened: Preview[] = [];
  const running = (): Browser => {
    if (browser === undefined) throw new Error("The browser has not been started.");
    return browser;
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const preview of opened.splice(0)) {
      expect(preview.faults).toEqual([]);
      await preview.close();
    }
  });
  return {
    browser: running,
    async openPreview(options) {
      const preview = await openPreview(running(), options);
      opened.push(preview);
      return preview;
    },
  };
}

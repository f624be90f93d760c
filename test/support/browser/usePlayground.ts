/** The playground in a real browser, from a server for static files. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, BrowserContextOptions, FrameLocator, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { writeSite } from "../../../packaging/site/site.ts";
import { TEST_LIMIT, WAIT_LIMIT } from "../limits.ts";
import { root } from "../root.ts";
import { type StaticServer, serveFolder } from "./serveFolder.ts";
import { throttleCpu } from "./throttleCpu.ts";
import { useBrowser } from "./useBrowser.ts";

export interface PlaygroundPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The text that can be edited. */
  readonly text: Locator;
  readonly picture: FrameLocator;
  /** The cards whose text begins with these words. */
  card(words: string): Locator;
  /** The lines that the editor shows. */
  lines(): Promise<readonly string[]>;
  /** Replaces the text, and waits for its picture. */
  replaceText(text: string): Promise<void>;
}

export interface PlaygroundFixture {
  /** The address of the playground. */
  readonly url: () => string;
  /** Opens the playground and waits until it shows a map and a picture. `hash` begins with `#`. */
  readonly open: (options?: BrowserContextOptions & { readonly hash?: string }) => Promise<PlaygroundPage>;
}

/** Writes the site and starts a browser for the tests of a file. After each test, expects that the page had no errors. */
export function usePlayground(): PlaygroundFixture {
  const { browser } = useBrowser();
  const folder = mkdtempSync(join(tmpdir(), "argmap-site-"));
  const contexts: BrowserContext[] = [];
  const errors: string[] = [];
  let server: StaticServer | undefined;

  beforeAll(async () => {
    writeSite(root, folder);
    server = await serveFolder(folder);
  }, TEST_LIMIT);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(errors.splice(0)).toEqual([]);
  }, TEST_LIMIT);
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  }, TEST_LIMIT);

  const url = (): string => {
    if (server === undefined) throw new Error("The server has not been started.");
    return `${server.url}playground/`;
  };

  return {
    url,
    async open({ hash = "", ...options } = {}) {
      const context = await browser().newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: "reduce",
        // A service worker answers requests before the test sees them.
        serviceWorkers: "block",
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(WAIT_LIMIT);
      await throttleCpu(page);
      // Playwright answers the dialog of an `input`, not this one.
      await page.addInitScript(() => Reflect.deleteProperty(window, "showOpenFilePicker"));
      const { origin } = new URL(url());
      page.on("pageerror", (error) => errors.push(`${error}`));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      page.on("request", (request) => {
        if (!new RegExp(`^(${origin}/|data:|blob:)`).test(request.url())) errors.push(request.url());
      });
      await page.goto(url() + hash);
      const opened = playgroundOf(page, context);
      await opened.picture.locator("[data-card]").first().waitFor({ state: "attached" });
      return opened;
    },
  };
}

function playgroundOf(page: Page, context: BrowserContext): PlaygroundPage {
  const text = page.locator("#editor .cm-content");
  const picture = page.frameLocator("#picture");
  // The label of a card begins with its kind. A text in the picture has no spaces between its lines.
  const card = (words: string): Locator =>
    picture.getByRole("treeitem", { name: new RegExp(`^\\w+\\. ${words.replaceAll(/[.?]/g, "\\$&")}`) });
  return {
    page,
    context,
    text,
    picture,
    card,
    lines: () => text.locator(".cm-line").allTextContents(),
    async replaceText(next) {
      await text.focus();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText(next);
      const [words = ""] = /(?<=claim[^:]*: ).*/.exec(next) ?? [];
      await card(words).first().waitFor({ state: "attached" });
    },
  };
}

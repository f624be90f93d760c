/** Opens web pages with `<argument-map>`, as the build makes it, under a policy without inline styles and scripts. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, Locator, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { WAIT_LIMIT } from "../limits.ts";
import { root } from "../root.ts";
import { throttleCpu } from "./throttleCpu.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** Keeps the events of all elements of the page, in order. */
const listener = `
  window.elementEvents = [];
  for (const type of ["load", "error"])
    document.addEventListener(type, ({ target, message }) => {
      if (target instanceof HTMLElement && target.localName === "argument-map")
        window.elementEvents.push(message === undefined ? type : type + ": " + message);
    }, true);`;

export interface ElementPage {
  readonly page: Page;
  /** The cards of the first element. */
  readonly cards: Locator;
  card(text: string): Locator;
  /** Returns the events of all elements of the page. */
  events(): Promise<readonly string[]>;
}

/**
 * Opens a page with some HTML in its body, and files beside it. After the test, expects that the page has reported no error
 * but those about missing files.
 */
export async function openElements(
  browser: Browser,
  body: string,
  files: Readonly<Record<string, string>> = {},
): Promise<ElementPage> {
  const html = body.includes("<html")
    ? body
    : `<!doctype html><html lang="en"><head><title>Page</title><script type="module" src="element.js"></script></head><body>${body}</body></html>`;
  const page = await browser.newPage({
    viewport: { width: 900, height: 700 },
    reducedMotion: "reduce",
    hasTouch: true,
  });
  page.setDefaultTimeout(WAIT_LIMIT);
  await throttleCpu(page);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`${error}`));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  onTestFinished(async () => {
    await page.close();
    expect(errors.filter((error) => !error.includes("404"))).toEqual([]);
  });
  await page.addInitScript(listener);
  await page.route("**/*", (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === "")
      return route.fulfill({
        contentType: "text/html; charset=utf-8",
        headers: { "content-security-policy": policy },
        body: html,
      });
    if (name === "element.js")
      return route.fulfill({ contentType: "text/javascript", path: join(root, "dist/library/element.js") });
    const text = files[name];
    return text === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ contentType: "text/plain; charset=utf-8", body: text });
  });
  await page.goto("https://maps.test/");
  const cards = page.locator("argument-map").first().locator("[role=treeitem]");
  return {
    page,
    cards,
    card: (text) => cards.filter({ hasText: text }),
    events: () => page.evaluate("window.elementEvents"),
  };
}

/** The accessible label of a card has all its text, but words instead of its symbols (“accepted by” for ✓). */
const options = { rules: { "label-content-name-mismatch": { enabled: false } } };

/** Expects that axe-core finds nothing in a page. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

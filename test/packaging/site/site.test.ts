/** The built site in a browser: served below a path, as on a host that has other sites too. */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeFileList } from "../../../packaging/site/offline.ts";
import { writeSite } from "../../../packaging/site/site.ts";
import { expectAccessible } from "../../support/browser/openElements.ts";
import { type StaticServer, serveFolder } from "../../support/browser/serveFolder.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { TEST_LIMIT, WAIT_LIMIT } from "../../support/limits.ts";
import { root } from "../../support/root.ts";

const { browser } = useBrowser();
const folder = mkdtempSync(join(tmpdir(), "argmap-site-"));
let server: StaticServer;

beforeAll(async () => {
  writeSite(root, folder);
  server = await serveFolder(folder);
}, TEST_LIMIT);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const widths = [1440, 390];
const schemes = ["light", "dark"] as const;
const paths = ["index.html", "docs/language.html", "docs/weighing.html", "examples/index.html"];

/** Opens a page, and adds what it must not do to the list. */
async function openPage(context: BrowserContext, path: string, faults: string[]): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_LIMIT);
  page.on("pageerror", (error) => faults.push(`${error}`));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("request", (request) => !request.url().startsWith(server.url) && faults.push(request.url()));
  await page.goto(server.url + path);
  return page;
}

/** Resolves when the service worker answers for the page. */
const whenControlled = (page: Page) =>
  page.evaluate(`new Promise((resolve) => {
    const { serviceWorker } = navigator;
    if (serviceWorker.controller) resolve();
    else serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
  })`);

describe.each(widths)("at %i pixels", (width) => {
  test.each(paths)("%s is accessible, light and dark, and loads only files of the site", async (path) => {
    const faults: string[] = [];
    const context = await browser().newContext({ viewport: { width, height: 900 }, serviceWorkers: "block" });
    const page = await openPage(context, path, faults);
    const maps = page.locator("argument-map");
    for (const map of await maps.all()) await map.locator("[role=treeitem]").first().waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

test("without scripts, the start page and the documents show drawings", async () => {
  const context = await browser().newContext({ javaScriptEnabled: false });
  for (const path of ["index.html", "docs/language.html"]) {
    const page = await openPage(context, path, []);
    expect(await page.locator("argument-map .argmap-picture").first().isVisible(), path).toBe(true);
  }
  await context.close();
});

test("once a page has been opened, all pages open offline", async () => {
  const faults: string[] = [];
  const context = await browser().newContext();
  const page = await openPage(context, "docs/library.html", faults);
  await whenControlled(page);
  await context.setOffline(true);
  for (const path of ["index.html", "docs/reference.html", "examples/ardmore-trial.txt"]) {
    await page.goto(server.url + path);
    expect(await page.locator("body").innerText(), path).not.toBe("");
  }
  // A host may leave out the name of the index file and the ending of a page.
  await page.goto(`${server.url}docs/`);
  expect(await page.title()).toBe("Documents – Argmap");
  await page.goto(`${server.url}docs/weighing`);
  expect(await page.title()).toBe("Weighing an argument – Argmap");
  await page.goto(server.url);
  await page.locator("argument-map [role=treeitem]").first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test("once it has been opened, the playground opens offline", async () => {
  const faults: string[] = [];
  const context = await browser().newContext();
  const page = await openPage(context, "playground/index.html", faults);
  await whenControlled(page);
  const files = globSync("**/*", { cwd: folder }).filter(
    (path) => statSync(join(folder, path)).isFile() && path !== "sw.js",
  );
  const countCached = () =>
    page.evaluate(`caches.open("argmap-site ${server.url}").then((cache) => cache.keys()).then((keys) => keys.length)`);
  await expect.poll(countCached).toBe(files.length);
  await context.setOffline(true);
  await page.goto(`${server.url}playground/index.html`);
  await page.locator(".cm-content").waitFor();
  await page.frameLocator("#picture").locator("[role=treeitem]").first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

/** How many pages of the site are open. */
const openPages = `navigator.locks.query().then(({ held, pending }) => held.length + pending.length)`;

test.each([
  { use: "a new version waits while another page of the site is open, and is then shown", isUsed: false },
  { use: "a new version waits until a page that is in use has been left", isUsed: true },
])("$use", async ({ isUsed }) => {
  const changed = mkdtempSync(join(tmpdir(), "argmap-site-"));
  cpSync(folder, changed, { recursive: true });
  const host = await serveFolder(changed);
  const context = await browser().newContext();
  const [page, other] = [await context.newPage(), await context.newPage()];
  for (const opened of [page, other]) {
    await opened.goto(host.url);
    await whenControlled(opened);
    await expect.poll(() => opened.evaluate(openPages)).toBe(opened === page ? 1 : 2);
  }
  const newTitle = "<title>New</title>";
  const start = join(changed, "index.html");
  writeFileSync(start, readFileSync(start, "utf8").replace(/<title>.*?<\/title>/, newTitle));
  writeFileSync(
    join(changed, "sw.js"),
    readFileSync(join(changed, "sw.js"), "utf8").replace(/^self\.siteFiles.*\n/, ""),
  );
  writeFileList(changed);
  await page.evaluate(`navigator.serviceWorker.ready.then(async (registration) => {
    await registration.update();
    await new Promise((resolve) => {
      const check = () => registration.waiting && resolve();
      registration.installing?.addEventListener("statechange", check);
      check();
    });
  })`);
  expect(await page.title()).not.toBe("New");
  // Playwright counts as a user of each page in which it evaluates something, so this page is only watched.
  let shown = "";
  page.on("response", async (response) => {
    if (!response.request().isNavigationRequest()) return;
    // There is no text if the page has been left in the meantime.
    shown = await response.text().catch(() => shown);
  });
  await page.goto(`${host.url}index.html`);
  await expect.poll(() => other.evaluate(openPages)).toBe(2);
  expect(shown).not.toContain(newTitle);
  if (isUsed) await page.keyboard.press("Tab");
  await other.close();
  if (isUsed) {
    await expect.poll(() => page.evaluate(openPages)).toBe(1);
    expect(shown).not.toContain(newTitle);
    await page.goto(`${host.url}index.html`);
  }
  // If a page asks the old worker for something while that worker ends, the browser starts it again for five minutes.
  await expect.poll(() => shown, { timeout: 2 * WAIT_LIMIT }).toContain(newTitle);
  await context.close();
  await host.close();
  rmSync(changed, { recursive: true });
});

/** A page of a site with a map, as the built plugin draws it, under a policy that forbids scripts and inline styles. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import MarkdownIt from "markdown-it";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useBrowser } from "../support/browser/useBrowser.ts";
import { root } from "../support/root.ts";

const { browser } = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const built = join(root, "dist/library/markdown");

const MARKDOWN = `
# The charge

\`\`\`argmap
claim keep: The charge should stay.
  reason air: The air got cleaner.
  objection for kep: <img src=x onerror="document.title = 'hacked'"> It costs too much.
\`\`\`
`;

let page: Page;
const policyViolations: string[] = [];

beforeAll(async () => {
  const { default: argmap } = await import(pathToFileURL(join(built, "markdown-it.js")).href);
  const body = new MarkdownIt().use(argmap).render(MARKDOWN);
  const html =
    `<!doctype html><html lang="en"><head><title>Page</title><link rel="stylesheet" href="page.css"></head>` +
    `<body><main>${body}</main></body></html>`;
  const styles = `html { color-scheme: light dark; } ${readFileSync(join(built, "markdown.css"), "utf8")}`;
  page = await browser().newPage({ viewport: { width: 390, height: 800 } });
  page.on("console", (message) => policyViolations.push(message.text()));
  await page.route("**/*", (route) =>
    route.fulfill(
      new URL(route.request().url()).pathname === "/page.css"
        ? { contentType: "text/css", body: styles }
        : {
            contentType: "text/html; charset=utf-8",
            headers: { "content-security-policy": "default-src 'none'; style-src 'self'" },
            body: html,
          },
    ),
  );
  await page.goto("http://site.test/page.html");
});
afterAll(() => page.close());

/** Returns the color in which a text of the picture is drawn. */
const colorOf = (text: string): Promise<string> =>
  page
    .locator("text", { hasText: text })
    .first()
    .evaluate((element) => getComputedStyle(element).fill);

test("a picture has the light or the dark colors, as the page has", async () => {
  await page.emulateMedia({ colorScheme: "light" });
  expect(await colorOf("The charge should stay.")).toBe("rgb(31, 35, 40)");
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await colorOf("The charge should stay.")).toBe("rgb(230, 230, 230)");
});

test("on a phone, a wide picture is scrolled in its place and stays legible", async () => {
  const widths = await page.locator(".argmap-picture").evaluate((element) => ({
    shown: element.clientWidth,
    whole: element.scrollWidth,
    page: document.documentElement.scrollWidth,
  }));
  expect(widths.page).toBeLessThanOrEqual(390);
  expect(widths.whole).toBeGreaterThan(widths.shown);
});

test("the mistake is below the picture, and the text of the map runs no code", async () => {
  expect(await page.locator("div:has(> .argmap-picture) + ul").innerText()).toContain("“kep”");
  expect(await page.title()).toBe("Page");
  expect(await page.locator("img").count()).toBe(0);
  expect(policyViolations).toEqual([]);
});

test("the page is accessible, light and dark", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>("axe.run()");
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});

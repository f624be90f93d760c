/** Opens exported HTML files from the disk, without a network and without an editor. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import type { ExportedView } from "../../../server/protocol/export.ts";
import { WAIT_LIMIT } from "../limits.ts";
import { makeExport } from "../programs/makeExport.ts";
import { throttleCpu } from "./throttleCpu.ts";

/** Exports a view and opens the file. After the test, expects that the page has reported no error. */
export async function openExport(
  browser: Browser,
  view: ExportedView,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), "argmap-"));
  const file = join(folder, "map.html");
  writeFileSync(file, await makeExport(view, { format: "html" }));
  const context = await browser.newContext({ offline: true, viewport: { width: 1200, height: 760 }, ...options });
  const page = await context.newPage();
  /** Errors, violations of the content security policy, requests for other files, and dialogs. */
  const errors: string[] = [];
  onTestFinished(async () => {
    await context.close();
    rmSync(folder, { recursive: true });
    expect(errors).toEqual([]);
  });
  page.setDefaultTimeout(WAIT_LIMIT);
  await throttleCpu(page);
  page.on("pageerror", (error) => errors.push(`${error}`));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("request", (request) => !/^(file|data):/.test(request.url()) && errors.push(request.url()));
  page.on("dialog", (dialog) => errors.push(dialog.message()));
  await page.goto(pathToFileURL(file).toString());
  await page.locator("[data-card]").first().waitFor();
  return page;
}

/** The built library, in a web page. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { useBrowser } from "../support/browser/useBrowser.ts";
import { root } from "../support/root.ts";

const { browser } = useBrowser();

/** A page that draws a map, and names its problems in the title. */
const PAGE = `<!doctype html>
<div></div>
<script type="module">
  import { check, draw } from "./argmap.js";
  const map = "source talk: A talk\\n  file: talk.html\\nclaim: It should stay.\\n  quote talk: it works\\n  reason: It works.\\n";
  document.querySelector("div").innerHTML = await draw(map);
  const problems = await check(map, { files: { "talk.html": "<p>I think <b>it</b> failed.</p>" } });
  document.title = problems.map(({ code }) => code).join(", ");
</script>`;

test("a web page checks a map with its article and draws it, and loads nothing but the library", async () => {
  const page = await browser().newPage();
  const missing: string[] = [];
  await page.route("**/*", async (route) => {
    const name = basename(new URL(route.request().url()).pathname);
    const file = join(root, "dist/library", name);
    if (name === "page.html") return route.fulfill({ contentType: "text/html", body: PAGE });
    if (existsSync(file)) return route.fulfill({ contentType: "text/javascript", body: readFileSync(file) });
    if (name !== "favicon.ico") missing.push(name);
    return route.abort();
  });
  await page.goto("http://library.test/page.html");
  await expect.poll(() => page.title()).toBe("quote-not-found");
  expect(await page.locator("svg").textContent()).toContain("It should stay.");
  expect(missing).toEqual([]);
  await page.close();
});

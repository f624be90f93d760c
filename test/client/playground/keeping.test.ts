/** Maps in links, examples, and what the browser keeps. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { playgroundLink } from "../../../packaging/site/playgroundLink.ts";
import { usePlayground } from "../../support/browser/usePlayground.ts";
import { writePdf } from "../../support/pdf/writePdf.ts";

const { open } = usePlayground();

const hashOf = (map: string): string => playgroundLink(map).replace(/^[^#]*/, "");

test("copies a link that opens the same map elsewhere", async () => {
  const { page, replaceText, lines } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  await replaceText("claim: Die Tram fährt “nachts” – 夜间.\n");
  const before = await lines();
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("Copied a link that contains the map.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await open({ hash: new URL(link).hash });
  expect(await other.lines()).toEqual(before);
});

test("puts the link into the address if the browser does not let the page copy", async () => {
  const { page } = await open();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("denied"));
  });
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText("The link is in the address bar").waitFor();
  expect(new URL(page.url()).hash).toMatch(/^#map=[\w-]+$/);
});

test("says that a link is broken, and shows the map from before", async () => {
  const { page, lines } = await open({ hash: "#map=AAAA" });
  await page.getByText("The link has no map that can be read.").waitFor();
  expect((await lines()).join("\n")).toContain("Sundays at the library");
});

test("keeps what was typed when the page is reloaded, and when a link is opened", async () => {
  const { page, card, lines, replaceText } = await open();
  await replaceText("map: My trams\nclaim: The tram should run at night.\n");
  await page.reload();
  await card("The tram should run at night.").waitFor();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, hashOf("claim: A bus is enough.\n"));
  await card("A bus is enough.").waitFor();
  expect(await lines()).toContain("claim: A bus is enough.");
  await page.getByRole("button", { name: "File" }).click();
  await page.getByRole("menuitem", { name: "My trams" }).click();
  await card("The tram should run at night.").waitFor();
});

test("checks the quotes of an example in its article, and shows the passage", async () => {
  const { page, lines, text } = await open({ hash: "#example=wind-turbine.argmap" });
  await page.getByRole("button", { name: "No problems" }).waitFor();
  const quote = text.getByText("Four hundred households").first();
  await quote.scrollIntoViewIfNeeded();
  await quote.click();
  await page.keyboard.press("F12");
  await page.locator("#editor .cm-passage").first().waitFor();
  expect((await lines()).join("\n")).toContain("<");
  await expect.poll(() => page.locator(".file[aria-current]").textContent()).toBe("wind-turbine.html");
  await page.getByRole("button", { name: "wind-turbine.argmap" }).click();
  await text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("// ");
  await expect.poll(lines).toContain("// map: Should Hollin build its wind turbine?");
});

/** Opens an article beside the map, and inserts its source. */
async function insertSource(page: Page, name: string, mimeType: string, content: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "File" }).click();
  await page.getByRole("menuitem", { name: "Open an article beside the map" }).click();
  await (await chooser).setFiles([{ name, mimeType, buffer: Buffer.from(content) }]);
  await page.getByRole("button", { name: "Insert the source" }).click();
}

test("opens an article beside a map, inserts its source and finds its quotes", async () => {
  const { page, lines, replaceText } = await open();
  await replaceText("claim: The tram should run at night.\n");
  await insertSource(page, "night-trams.txt", "text/plain", Buffer.from("Shifts end at two in the morning.\n"));
  await expect.poll(lines).toContain("  file: night-trams.txt");
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText("  reason: It is late.\n    quote: Shifts end at two\n");
  await page.getByRole("button", { name: "No problems" }).waitFor();
  await page.keyboard.insertText("    quote: Shifts end at ten\n");
  await page.getByRole("button", { name: "1 problem" }).waitFor();
});

test("pastes words of an article as a quote", async () => {
  const { page, text, lines } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  const files = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "File" }).click();
  await page.getByRole("menuitem", { name: "Open…" }).click();
  const article = "Shifts end at two. Taxis cost too much.";
  await (await files).setFiles([
    { name: "trams.argmap", mimeType: "text/plain", buffer: Buffer.from("claim: The tram should run at night.\n  ") },
    { name: "shifts.txt", mimeType: "text/plain", buffer: Buffer.from(article) },
  ]);
  await page.getByRole("button", { name: "shifts.txt" }).click();
  await expect.poll(lines).toEqual([article]);
  await text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let step = 0; step < "Shifts end at two".length; step++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ControlOrMeta+c");
  await page.getByRole("button", { name: "trams.argmap" }).click();
  await expect.poll(async () => (await lines())[0]).toBe("claim: The tram should run at night.");
  await text.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("ControlOrMeta+v");
  await expect.poll(async () => (await lines()).join("\n")).toMatch(/quote \w+: Shifts end at two/);
  expect((await lines()).join("\n")).toMatch(/source \w+: .*\n {2}file: shifts\.txt/);
});

test("reads a PDF beside the map, and shows the passage in its text", async () => {
  const { page, text, lines, replaceText } = await open();
  await replaceText("claim: The tram should run at night.\n");
  await insertSource(page, "night-trams.pdf", "application/pdf", writePdf([["Shifts end at two."]]));
  await expect.poll(lines).toContain("  file: night-trams.pdf");
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText("  reason: It is late.\n    quote: Shifts end at two");
  await page.getByRole("button", { name: "No problems" }).waitFor();
  await page.keyboard.press("F12");
  await page.locator("#editor .cm-passage").waitFor();
  expect(await text.getAttribute("aria-readonly")).toBe("true");
  // The document is kept with the map.
  await page.reload();
  await page.getByRole("button", { name: "night-trams.pdf" }).waitFor();
  await page.getByRole("button", { name: "No problems" }).waitFor();
});

test("shows no elements of a map that a link brings, but its text", async () => {
  const hostile =
    "claim a: Look <img src=x onerror=alert(1)> <a href='javascript:alert(2)'>here</a>.\nreason for a: <b>So.</b>\n";
  const { page, text } = await open({ hash: hashOf(hostile) });
  await text.getByText("a", { exact: true }).first().hover();
  const hover = page.locator("#editor .cm-lsp-hover-tooltip");
  await hover.getByText("Look").waitFor();
  expect(await hover.locator("img, script, [href^=javascript]").count()).toBe(0);
});

test("gives a second tab a copy, so that neither loses its text", async () => {
  const { page, context, card, replaceText, lines } = await open();
  await replaceText("map: Mine\nclaim: The tram should run at night.\n");
  await page.reload();
  await card("The tram should run at night.").waitFor();
  const second = await context.newPage();
  await second.goto(page.url());
  await second.frameLocator("#picture").getByRole("treeitem").first().waitFor();
  await second.locator("#editor .cm-content").focus();
  await second.keyboard.press("ControlOrMeta+a");
  await second.keyboard.insertText("map: Other\nclaim: A bus is enough.\n");
  await second.frameLocator("#picture").getByRole("treeitem", { name: "A bus is enough." }).waitFor();
  // A tab that a test closes does not notice it.
  await second.waitForFunction(() =>
    Object.values(localStorage).some((kept) => `${kept}`.includes("A bus is enough.")),
  );
  await second.close();
  await page.reload();
  await card("The tram should run at night.").waitFor();
  expect(await lines()).toContain("map: Mine");
  await page.getByRole("button", { name: "File" }).click();
  await page.getByRole("menuitem", { name: "Other" }).waitFor();
});

test("downloads the map, and its picture as SVG and as a web page", async () => {
  const map = "map: Trams\n  language: de\nclaim: The tram should run at night.\n";
  const { page } = await open({ hash: hashOf(map) });
  await page.evaluate(() => Object.defineProperty(window, "showSaveFilePicker", { value: undefined }));
  const downloaded = async (item: string): Promise<{ readonly name: string; readonly text: string }> => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "File" }).click();
    await page.getByRole("menuitem", { name: item }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
  };
  expect(await downloaded("Save")).toEqual({ name: "map.argmap", text: map });
  const svg = await downloaded("SVG");
  expect(svg.name).toBe("map.svg");
  expect(svg.text).toContain("The tram should run at night.");
  const html = await downloaded("Web page");
  expect(html.name).toBe("map.html");
  expect(html.text).toContain("default-src 'none'");
  expect(html.text).toContain('<html lang="de">');
  expect(html.text).toContain("The tram should run at night.");
});

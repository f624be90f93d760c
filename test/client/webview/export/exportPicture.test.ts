/** What the page gives to whoever takes its picture out of the preview. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { themes } from "../../../../server/core/picture/theme.ts";
import type { Tree } from "../../../../server/core/tree/tree.ts";
import type { ExportRequest, ExportResult } from "../../../../server/protocol/previewExport.ts";
import { ardmore } from "../../../support/ardmoreTree.ts";
import { output, type PreviewOptions, type PreviewPage } from "../../../support/browser/openPage.ts";
import { useBrowser } from "../../../support/browser/useBrowser.ts";
import { attack, withAttack } from "../../../support/makeExport.ts";
import { claim, objection, reason, treeOf } from "../../../support/treeFixtures.ts";

vi.setConfig({ testTimeout: 30_000 });

const { openPreview } = useBrowser();
let preview: PreviewPage;
let request = 0;

const open = async (tree: Tree, options?: PreviewOptions): Promise<void> => {
  preview = await openPreview(options);
  await preview.show(tree);
};

/** Asks the page, and waits for its answer. */
async function ask(wanted: ExportRequest): Promise<ExportResult> {
  request += 1;
  const number = request;
  await preview.send({ type: "export", request: number, wanted });
  const answer = async () =>
    (await preview.sentMessages()).find((said) => said.type === "exported" && said.request === number);
  await expect.poll(answer, { timeout: 10_000 }).toBeDefined();
  const said = await answer();
  if (said?.type !== "exported") throw new Error("There is no answer.");
  return said.made;
}

async function svg(colours: "theme" | "print" = "print"): Promise<string> {
  const made = await ask({ format: "svg", colours });
  if (made.format !== "svg") throw new Error(JSON.stringify(made));
  return made.svg;
}

/** What a reader of XML makes of a text: its elements, and all its words. */
const read = (xml: string) =>
  preview.page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, "image/svg+xml");
    return {
      fault: parsed.querySelector("parsererror")?.textContent ?? null,
      root: parsed.documentElement.namespaceURI,
      names: [...new Set([...parsed.querySelectorAll("*")].map(({ localName }) => localName))],
      texts: [...parsed.querySelectorAll("text")].map(({ textContent }) => textContent),
    };
  }, xml);

const small = treeOf(
  claim("Stays & <goes>.", { id: "keep" }, reason("Cleaner air.", { id: "air" }), objection("Costs.", { id: "costs" })),
);

test("the SVG is well-formed, stands on its own, and says all that the cards say", async () => {
  await open(ardmore);
  const file = await svg();
  writeFileSync(join(output, "export-page.svg"), file);
  const { fault, root, texts } = await read(file);
  expect(fault).toBeNull();
  expect(root).toBe("http://www.w3.org/2000/svg");
  expect(file).not.toMatch(/href|url\(|style=|class=|var\(|<style|<script|@import/);
  expect(file).toMatch(/font-family="Arial, /);
  const said = texts.join("").replaceAll(/\s/g, "");
  for (const { text } of ardmore.cards) expect(said).toContain(text.slice(0, 60).replaceAll(/\s/g, ""));
});

test("hostile texts are the same texts in the SVG", async () => {
  await open(withAttack(ardmore));
  const file = await svg();
  const { fault, names, texts } = await read(file);
  expect(fault).toBeNull();
  expect(names.filter((name) => !["svg", "title", "g", "rect", "path", "circle", "text"].includes(name))).toEqual([]);
  expect(texts.join("")).toContain("<script>");
  expect(attack).toContain("<script>");
});

test("lines keep within their cards in whatever of the named fonts is there", async () => {
  await open(ardmore);
  const file = await svg();
  const beyond = await preview.page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, "image/svg+xml");
    document.body.append(document.adoptNode(parsed.documentElement));
    return [...document.querySelectorAll("body > svg g")].flatMap((card) => {
      const box = card.querySelector(":scope > rect")?.getBoundingClientRect();
      if (!box) return [];
      const texts = [...card.querySelectorAll<SVGTextElement>(":scope > text")];
      return texts.filter((text) => text.getBoundingClientRect().right > box.right).map((text) => text.textContent);
    });
  }, file);
  expect(beyond).toEqual([]);
});

test("colours are those of the theme, or those for print", async () => {
  await open(small, { theme: "dark" });
  const print = await svg("print");
  expect(print).toContain(`fill="${themes.light.reason}"`);
  expect(print).toContain('fill="#ffffff"');
  const themed = await svg("theme");
  expect(themed).toContain('fill="#1f1f1f"');
  expect(themed).toContain('fill="#3fb8a3"');
  expect(themed).not.toContain("#ffffff");
});

test("what is folded away is not exported", async () => {
  await open(small);
  await preview.send({ type: "do", what: "foldAll" });
  const texts = (await read(await svg())).texts;
  expect(texts.join(" ")).toContain("Stays & <goes>.");
  expect(texts.join(" ")).not.toContain("Cleaner air.");
  expect(texts).toContain("+2");
  const made = await ask({ format: "shown", colours: "print" });
  if (made.format !== "shown") throw new Error(JSON.stringify(made));
  expect(made.shown.tree.places).toHaveLength(1);
  expect(made.shown.whole.places).toHaveLength(3);
  expect(made.shown.options.hidden).toEqual([["keep", 2]]);
});

/** Size, and the colour in the corner, of a PNG as the browser reads it. */
const image = (png: string) =>
  preview.page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (one) => one.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    const colours = new Set<string>();
    // Some hundred thousand pixels tell enough of the colours.
    for (let at = 0; at < data.length; at += 4 * Math.ceil(data.length / 1_000_000))
      colours.add([...data.slice(at, at + 4)].join());
    return { width: bitmap.width, height: bitmap.height, corner: [...data.slice(0, 3)], colours: colours.size };
  }, png);

test.each([1, 3])("the PNG is %i times as large as the picture, and in its colours", async (scale) => {
  await open(ardmore, { theme: "dark" });
  const made = await ask({ format: "png", colours: "theme", scale, to: "file" });
  if (made.format !== "png" || made.png === null) throw new Error(JSON.stringify(made));
  writeFileSync(join(output, `export-page-${scale}.png`), Buffer.from(made.png, "base64"));
  const file = await svg("theme");
  const [, height = ""] = /height="(\d+)"/.exec(file) ?? [];
  const read = await image(made.png);
  // It is measured with the fonts of the page, the SVG with those that it names.
  expect(read.height / scale / Number(height)).toBeGreaterThan(0.85);
  expect(read.height / scale / Number(height)).toBeLessThan(1.15);
  expect(read.corner).toEqual([0x1f, 0x1f, 0x1f]);
  expect(read.colours).toBeGreaterThan(20);
});

test("an image that is too large to be drawn is refused with what can be done", async () => {
  await open(treeOf(claim("All", {}, ...Array.from({ length: 80 }, (_, n) => reason(`Reason ${n}`)))));
  const made = await ask({ format: "png", colours: "print", scale: 4, to: "file" });
  expect(made).toMatchObject({
    format: "refused",
    because: expect.stringMatching(/Choose a scale of [\d.]+ or less, or export an SVG or PDF\./),
  });
});

test("an image goes into the clipboard where the browser lets it, else a sentence says what to do", async () => {
  await open(small);
  const wanted: ExportRequest = { format: "png", colours: "print", scale: 1, to: "clipboard" };
  await preview.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await preview.page.bringToFront();
  expect(await ask(wanted)).toEqual({ format: "png", png: null });
  const types = await preview.page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  );
  expect(types).toContain("image/png");

  await preview.page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new Error("Write permission denied."));
  });
  expect(await ask(wanted)).toMatchObject({
    format: "refused",
    because: expect.stringContaining("export it as a PNG file"),
  });
});

test("lines that no font of a document has come as images, as large as they are said to be", async () => {
  await open(small);
  const writings = [
    { text: "旧城 A", size: 13, weight: 400, colour: "#ff0000", rtl: false },
    { text: "😀", size: 11, weight: 600, colour: "#000000", rtl: false },
  ] as const;
  const made = await ask({ format: "writings", writings: [...writings], scale: 3 });
  if (made.format !== "writings") throw new Error(JSON.stringify(made));
  expect(made.writings).toHaveLength(2);
  for (const { png, width, above, below } of made.writings) {
    const read = await image(png);
    expect(read.width).toBe(Math.round(width * 3));
    expect(read.height).toBe(Math.round((above + below) * 3));
    expect(read.colours).toBeGreaterThan(1);
  }
});

test("what is left of a map goes along, but not where the picture lay in this window", async () => {
  await open(small, { width: 541, height: 700 });
  const { page } = preview;
  await page.locator('[data-card="keep"]').focus();
  for (const key of ["-", "-", "-", "d", " "]) await page.keyboard.press(key);
  const made = await ask({ format: "shown", colours: "print" });
  if (made.format !== "shown") throw new Error(JSON.stringify(made));
  expect(made.shown.left).toMatchObject({ folded: [expect.stringContaining("Stays")], direction: "down" });
  expect(JSON.stringify(made.shown.left)).not.toContain("placement");
});

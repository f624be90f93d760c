import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { themes } from "../../../../server/core/picture/theme.ts";
import type { ExportRequest, ExportResult } from "../../../../server/protocol/previewExport.ts";
import { output } from "../../../support/browser/openPage.ts";
import { usePage } from "../../../support/browser/usePage.ts";
import { attack, withAttack } from "../../../support/programs/makeExport.ts";
import { ardmore } from "../../../support/trees/ardmoreTree.ts";
import { claim, objection, reason, treeOf } from "../../../support/trees/treeFixtures.ts";

const { focusCard, open, page, press, preview, sent, sentEdits, type } = usePage();
let requests = 0;

/** Sends an export request and waits for the result. Throws if the result has another format. */
async function exportAs<Format extends ExportResult["format"]>(
  format: Format,
  request: ExportRequest,
): Promise<Extract<ExportResult, { readonly format: Format }>> {
  requests += 1;
  const requestId = requests;
  await preview().send({ type: "export", requestId, request });
  const result = async () => (await sent("exportResult")).find((message) => message.requestId === requestId)?.result;
  await expect.poll(result).toBeDefined();
  const received = await result();
  if (received?.format !== format) throw new Error(JSON.stringify(received));
  // The check ascent does not narrow the generic type.
  return received as Extract<ExportResult, { readonly format: Format }>;
}

const exportSvg = async (colors: "theme" | "print" = "print"): Promise<string> =>
  (await exportAs("svg", { format: "svg", colors })).svg;

/** Parses an SVG as XML. */
const parseSvg = (xml: string) =>
  page().evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, "image/svg+xml");
    return {
      error: parsed.querySelector("parsererror")?.textContent ?? null,
      namespace: parsed.documentElement.namespaceURI,
      elements: [...new Set([...parsed.querySelectorAll("*")].map(({ localName }) => localName))],
      texts: [...parsed.querySelectorAll("text")].map(({ textContent }) => textContent),
    };
  }, xml);

const smallTree = treeOf(
  claim("Stays & <goes>.", { id: "keep" }, reason("Cleaner air.", { id: "air" }), objection("Costs.", { id: "costs" })),
);

test("the SVG is well-formed, refers to no other files, and contains the texts of all cards", async () => {
  await open(ardmore);
  const svg = await exportSvg();
  writeFileSync(join(output, "export-page.svg"), svg);
  const { error, namespace, texts } = await parseSvg(svg);
  expect(error).toBeNull();
  expect(namespace).toBe("http://www.w3.org/2000/svg");
  expect(svg).not.toMatch(/href|url\(|style=|class=|var\(|<style|<script|@import/);
  expect(svg).toMatch(/font-family="Arial, /);
  const allText = texts.join("").replaceAll(/\s/g, "");
  for (const { text } of ardmore.cards) expect(allText).toContain(text.slice(0, 60).replaceAll(/\s/g, ""));
});

test("markup in texts of the map is escaped in the SVG", async () => {
  await open(withAttack(ardmore));
  const { error, elements, texts } = await parseSvg(await exportSvg());
  expect(error).toBeNull();
  const expected = ["svg", "title", "g", "rect", "path", "circle", "text"];
  expect(elements.filter((name) => !expected.includes(name))).toEqual([]);
  expect(texts.join("")).toContain("<script>");
  expect(attack).toContain("<script>");
});

test("lines fit into their cards in the fonts that the SVG names", async () => {
  await open(ardmore);
  const tooWide = await page().evaluate(
    (xml) => {
      const parsed = new DOMParser().parseFromString(xml, "image/svg+xml");
      document.body.append(document.adoptNode(parsed.documentElement));
      return [...document.querySelectorAll("body > svg g")].flatMap((card) => {
        const box = card.querySelector(":scope > rect")?.getBoundingClientRect();
        if (!box) return [];
        const texts = [...card.querySelectorAll<SVGTextElement>(":scope > text")];
        return texts.filter((text) => text.getBoundingClientRect().right > box.right).map((text) => text.textContent);
      });
    },
    await exportSvg(),
  );
  expect(tooWide).toEqual([]);
});

test("the SVG has the colors of the theme or those for print", async () => {
  await open(smallTree, { theme: "dark" });
  const print = await exportSvg("print");
  expect(print).toContain(`fill="${themes.light.reason}"`);
  expect(print).toContain('fill="#ffffff"');
  const themed = await exportSvg("theme");
  expect(themed).toContain('fill="#1f1f1f"');
  expect(themed).toContain('fill="#3fb8a3"');
  expect(themed).not.toContain("#ffffff");
});

test("folded branches are not exported", async () => {
  await open(smallTree);
  await preview().send({ type: "command", command: "foldAll" });
  const { texts } = await parseSvg(await exportSvg());
  expect(texts.join(" ")).toContain("Stays & <goes>.");
  expect(texts.join(" ")).not.toContain("Cleaner air.");
  expect(texts).toContain("+2");
  const { view } = await exportAs("view", { format: "view", colors: "print" });
  expect(view.tree.positions).toHaveLength(1);
  expect(view.wholeTree.positions).toHaveLength(3);
  expect(view.options.hidden).toEqual([["keep", 2]]);
});

test("a text that is submitted but not yet in the map is exported, as the page shows it", async () => {
  await open(smallTree);
  await focusCard("keep");
  await press("r");
  await type("People walk more.");
  await press("Enter");
  expect(await sentEdits()).toHaveLength(1);
  expect((await parseSvg(await exportSvg())).texts.join(" ")).toContain("People walk more.");
  const { view } = await exportAs("view", { format: "view", colors: "print" });
  expect(view.wholeTree.positions).toHaveLength(4);
});

/** Decodes a PNG in base64: its size, the color of its corner, and the number of its colors. */
const decodePng = (png: string) =>
  page().evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (one) => one.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    const colors = new Set<string>();
    // A sample of the pixels is enough for counting colors.
    for (let index = 0; index < data.length; index += 4 * Math.ceil(data.length / 1_000_000))
      colors.add([...data.slice(index, index + 4)].join());
    return { width: bitmap.width, height: bitmap.height, corner: [...data.slice(0, 3)], colors: colors.size };
  }, png);

test.each([1, 3])("the PNG has %i times the size of the picture, and its colors", async (scale) => {
  await open(ardmore, { theme: "dark" });
  const { png } = await exportAs("png", { format: "png", colors: "theme", scale, destination: "file" });
  if (png === null) throw new Error("The result has no image.");
  writeFileSync(join(output, `export-page-${scale}.png`), Buffer.from(png, "base64"));
  const [, svgHeight = ""] = /height="(\d+)"/.exec(await exportSvg("theme")) ?? [];
  const { height, corner, colors } = await decodePng(png);
  // The PNG is laid out in the fonts of the page, and the SVG in those that it names.
  expect(height / scale / Number(svgHeight)).toBeGreaterThan(0.85);
  expect(height / scale / Number(svgHeight)).toBeLessThan(1.15);
  expect(corner).toEqual([0x1f, 0x1f, 0x1f]);
  expect(colors).toBeGreaterThan(20);
});

test("an image that is too large for the browser is refused, with the largest possible scale", async () => {
  await open(treeOf(claim("All", {}, ...Array.from({ length: 80 }, (_, n) => reason(`Reason ${n}`)))));
  const { message } = await exportAs("failed", { format: "png", colors: "print", scale: 4, destination: "file" });
  expect(message).toMatch(
    /^At scale 4 the image would be [\d,]+ × [\d,]+ pixels; the limit is 16,384 per side\. Choose a scale of [\d.]+ or less, or export an SVG or PDF\.$/,
  );
});

describe("copying an image to the clipboard", () => {
  const request: ExportRequest = { format: "png", colors: "print", scale: 1, destination: "clipboard" };
  const allowClipboard = async (): Promise<void> => {
    await page().context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page().bringToFront();
  };

  test("puts a PNG there", async () => {
    await open(smallTree);
    await allowClipboard();
    expect(await exportAs("png", request)).toEqual({ format: "png", png: null });
    const types = await page().evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
    expect(types).toContain("image/png");
  });

  test("is refused, with what to do, if the browser denies access", async () => {
    await open(smallTree);
    await allowClipboard();
    await page().evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error("Write permission denied."));
    });
    const { message } = await exportAs("failed", request);
    expect(message).toBe(
      "The preview could not access the clipboard (Write permission denied). Click the preview and try again, or export a PNG file.",
    );
  });
});

test("texts that the fonts of a document lack are exported as images of the stated sizes", async () => {
  await open(smallTree);
  const texts = [
    { text: "旧城 A", size: 13, weight: 400, color: "#ff0000", rtl: false },
    { text: "😀", size: 11, weight: 600, color: "#000000", rtl: false },
  ] as const;
  const result = await exportAs("textImages", { format: "textImages", texts: [...texts], scale: 3 });
  expect(result.images).toHaveLength(2);
  for (const { png, width, ascent, descent } of result.images) {
    const image = await decodePng(png);
    expect(image.width).toBe(Math.round(width * 3));
    expect(image.height).toBe(Math.round((ascent + descent) * 3));
    expect(image.colors).toBeGreaterThan(1);
  }
});

test("the view is exported without pan and zoom", async () => {
  await open(smallTree, { width: 541, height: 700 });
  await focusCard("keep");
  await press("-", "-", "-", "d", " ");
  const { view } = await exportAs("view", { format: "view", colors: "print" });
  expect(view.savedView).toMatchObject({ folded: [expect.stringContaining("Stays")], direction: "down" });
  expect(JSON.stringify(view.savedView)).not.toContain("placement");
});

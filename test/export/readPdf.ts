/** PDFs read back: their texts, and their pages as images. */
import { createCanvas } from "@napi-rs/canvas";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface ReadPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** The pieces of text, in the order in which they are written. */
  readonly texts: readonly string[];
}

export interface ReadPdf {
  readonly title: unknown;
  readonly language: string | null;
  readonly outline: readonly string[];
  readonly pages: readonly ReadPage[];
  /** What the reader found wrong or missing. */
  readonly warnings: readonly string[];
}

const open = (data: Uint8Array) =>
  getDocument({
    data: new Uint8Array(data),
    verbosity: VerbosityLevel.WARNINGS,
    standardFontDataUrl: "none/",
    disableFontFace: true,
  }).promise;

/** Reads a whole document. */
export async function readPdf(data: Uint8Array): Promise<ReadPdf> {
  const warnings: string[] = [];
  const log = console.log;
  console.log = (...words: unknown[]) => void warnings.push(words.join(" "));
  try {
    const document = await open(data);
    const { info } = await document.getMetadata();
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      pages.push({
        width,
        height,
        texts: items.flatMap((item) => ("str" in item && item.str !== "" ? [item.str] : [])),
      });
    }
    const title: unknown = "Title" in info ? info.Title : undefined;
    const { language } = await document.getMarkInfo().then(async () => ({ language: await languageOf(document) }));
    const outline = await document.getOutline();
    return { title, language, outline: outline?.map(({ title: one }) => one) ?? [], pages, warnings };
  } finally {
    console.log = log;
  }
}

async function languageOf(document: Awaited<ReturnType<typeof open>>): Promise<string | null> {
  const { info } = await document.getMetadata();
  return "Language" in info && typeof info.Language === "string" ? info.Language : null;
}

/** A page, counted from 1, as a PNG with so many pixels to a point. */
export async function pageAsPng(data: Uint8Array, number: number, scale: number): Promise<Uint8Array> {
  const document = await open(data);
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  // The canvas of Node and that of a browser do the same here, but are not of one type.
  const context = canvas.getContext("2d") as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext: context, viewport }).promise;
  return canvas.encode("png");
}

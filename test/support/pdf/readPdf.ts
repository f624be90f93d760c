/** Reads exported PDFs back with pdf.js: their texts, and their pages as images. */
import { createCanvas } from "@napi-rs/canvas";
import { getDocument, OPS, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface ParsedPage {
  /** In points, as `height`. */
  readonly width: number;
  readonly height: number;
  /** The text items, in the order of the file. */
  readonly texts: readonly string[];
  /** The addresses that links on the page lead to. */
  readonly links: readonly string[];
  /** The number of images on the page. */
  readonly images: number;
  /** The number of “missing glyph” boxes on the page. */
  readonly emptyBoxes: number;
}

export interface ParsedPdf {
  readonly title: unknown;
  readonly language: unknown;
  readonly outline: readonly string[];
  readonly pages: readonly ParsedPage[];
}

const openDocument = (data: Uint8Array) =>
  getDocument({ data: new Uint8Array(data), verbosity: VerbosityLevel.ERRORS, disableFontFace: true }).promise;

type Document = Awaited<ReturnType<typeof openDocument>>;

/** Reads all pages of a document. */
export async function readPdf(data: Uint8Array): Promise<ParsedPdf> {
  const document = await openDocument(data);
  const { info } = await document.getMetadata();
  const metadata = new Map(Object.entries(info));
  const outline = await document.getOutline();
  const pages: ParsedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) pages.push(await parsePage(document, number));
  return {
    title: metadata.get("Title"),
    language: metadata.get("Language"),
    outline: outline?.map(({ title }) => title) ?? [],
    pages,
  };
}

async function parsePage(document: Document, number: number): Promise<ParsedPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const { fnArray, argsArray } = await page.getOperatorList();
  const glyphsShown = fnArray.flatMap((operation: number, index: number) => {
    const [glyphs]: unknown[] = operation === OPS.showText ? argsArray[index] : [];
    return Array.isArray(glyphs) ? glyphs : [];
  });
  const annotations: readonly { readonly url?: string }[] = await page.getAnnotations();
  return {
    width,
    height,
    links: annotations.flatMap(({ url }) => url ?? []),
    texts: items.flatMap((item) => ("str" in item && item.str !== "" ? [item.str] : [])),
    images: fnArray.filter((operation: number) => operation === OPS.paintImageXObject).length,
    emptyBoxes: glyphsShown.filter((glyph) => glyph?.originalCharCode === 0).length,
  };
}

export interface Pixels {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** RGBA, four bytes for each pixel. */
  readonly data: Uint8ClampedArray;
}

/** Renders a page as an image. @param number the page, counted from 1 @param scale pixels for each point */
export async function renderPage(data: Uint8Array, number: number, scale: number): Promise<Pixels> {
  const page = await (await openDocument(data)).getPage(number);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext("2d");
  // This canvas implementation is compatible with that of a browser, but its type is not.
  const canvasContext = context as unknown as CanvasRenderingContext2D;
  await page.render({ canvasContext, viewport }).promise;
  const { width, height } = canvas;
  return { png: await canvas.encode("png"), width, height, data: context.getImageData(0, 0, width, height).data };
}

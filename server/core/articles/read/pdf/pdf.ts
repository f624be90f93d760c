/** Reads the text of a PDF, page by page. */
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
// @ts-expect-error: the library has no types for its worker module
import * as pdfjsWorker from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { type Page, plainArticle } from "../../article.ts";
import type { ReadResult } from "../../readArticle.ts";
import { linesOf, type PdfLine, pageTexts } from "./pdfLines.ts";

// pdf.js uses this global, if present, instead of starting a worker of its own. This module already runs in a worker.
Object.assign(globalThis, { pdfjsWorker });

/** Further pages are not read. */
const MAX_PAGES = 5000;

/**
 * Reads a PDF.
 *
 * @param bytes the content of the file; pdf.js may transfer it, so it is unusable afterwards
 * @param cMapUrl the folder of the character maps that Chinese, Japanese and Korean PDFs refer to, ending in `/`
 */
export async function parsePdf(bytes: Uint8Array, cMapUrl: string): Promise<ReadResult> {
  const options = { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, verbosity: 0 };
  const loading = getDocument({ data: bytes, ...options, cMapUrl, cMapPacked: true });
  try {
    const file = await loading.promise;
    const labels = (await file.getPageLabels()) ?? [];
    const texts = pageTexts(await readPages(file));
    if (texts.every((text) => text.trim() === "")) return { state: "no-text" };
    const pages: Page[] = [];
    let text = "";
    for (const [index, pageText] of texts.entries()) {
      const number = index + 1;
      const start = text.length;
      // Sentences and hyphenated words may continue on the next page, so only the end of a sentence ends a paragraph.
      text += pageText === "" ? "" : `${pageText}${/[.!?。！？:”"’)]$/.test(pageText) ? "\n\n" : "\n"}`;
      pages.push({ number, label: labels[index] || String(number), start, end: text.length });
    }
    return { state: "found", article: plainArticle("pdf", text.trimEnd(), pages) };
  } catch (error) {
    return { state: error instanceof Error && error.name === "PasswordException" ? "password-protected" : "broken" };
  } finally {
    await loading.destroy();
  }
}

async function readPages(file: PDFDocumentProxy): Promise<readonly (readonly PdfLine[])[]> {
  const pages: (readonly PdfLine[])[] = [];
  for (let number = 1; number <= Math.min(file.numPages, MAX_PAGES); number++) {
    // A damaged page must not prevent the others from being read.
    const lines = await file
      .getPage(number)
      .then(async (page) => linesOf((await page.getTextContent()).items.filter((item) => "str" in item)))
      .catch(() => []);
    pages.push(lines);
  }
  return pages;
}

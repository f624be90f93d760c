/** PDF as the text that a reader sees, page by page. */
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
// @ts-expect-error: there are no types for this half, and only the other calls it
import * as pdfjsWorker from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { type Page, plainArticle } from "../article.ts";
import type { ReadResult } from "../readSource.ts";
import { linesOf, type PdfLine, pageTexts } from "./pdfLines.ts";

// The library looks here for its other half before it starts a worker of its own; who calls this is in one already.
Object.assign(globalThis, { pdfjsWorker });

/** What is read of a file goes no further than this. */
const MAX_PAGES = 5000;

/**
 * Reads a PDF.
 *
 * @param bytes is used up
 * @param cMapUrl the folder with the tables of characters that Chinese, Japanese and Korean files refer to, ending in `/`
 */
export async function readPdf(bytes: Uint8Array, cMapUrl: string): Promise<ReadResult> {
  const options = { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, verbosity: 0 };
  const loading = getDocument({ data: bytes, ...options, cMapUrl, cMapPacked: true });
  try {
    const file = await loading.promise;
    const labels = (await file.getPageLabels()) ?? [];
    const texts = pageTexts(await readPages(file));
    if (texts.every((text) => text.trim() === "")) return { state: "wordless" };
    const pages: Page[] = [];
    let text = "";
    for (const [index, one] of texts.entries()) {
      const number = index + 1;
      // A sentence goes on over the end of a page; a hyphenated word does.
      const start = text.length;
      text += one === "" ? "" : `${one}${/[.!?。！？:”"’)]$/.test(one) ? "\n\n" : "\n"}`;
      pages.push({ number, label: labels[index] || String(number), start, end: text.length });
    }
    return { state: "found", article: plainArticle("pdf", text.trimEnd(), pages) };
  } catch (error) {
    return { state: error instanceof Error && error.name === "PasswordException" ? "locked" : "broken" };
  } finally {
    await loading.destroy();
  }
}

async function readPages(file: PDFDocumentProxy): Promise<readonly (readonly PdfLine[])[]> {
  const pages: (readonly PdfLine[])[] = [];
  for (let number = 1; number <= Math.min(file.numPages, MAX_PAGES); number++) {
    // One page that cannot be read takes none of the others along.
    const lines = await file
      .getPage(number)
      .then(async (page) => linesOf((await page.getTextContent()).items.filter((item) => "str" in item)))
      .catch(() => []);
    pages.push(lines);
  }
  return pages;
}

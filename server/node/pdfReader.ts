/** Reads PDFs in worker threads. */
import path from "node:path";
import type { ReadPdf, ReadResult } from "../core/articles/readArticle.ts";
import { isBuilt, READ_TIMEOUT, readInWorker } from "./readInWorker.ts";

const cMapUrl = path.join(import.meta.dirname, isBuilt ? "cmaps/" : "../../node_modules/pdfjs-dist/cmaps/");

/**
 * Reads a PDF in a worker.
 *
 * @param timeout in milliseconds
 */
export const readPdfInWorker = (bytes: Uint8Array, timeout = READ_TIMEOUT): Promise<ReadResult> =>
  readInWorker({ script: { built: "pdfWorker.cjs", source: "pdfWorker.ts" }, data: { bytes, cMapUrl }, timeout });

/** Reads a PDF in a worker, with the default timeout. */
export const readPdf: ReadPdf = (bytes) => readPdfInWorker(bytes);

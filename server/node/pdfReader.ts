/** Reads PDFs, each in a thread of its own. */
import path from "node:path";
import type { ReadPdf, ReadResult } from "../core/sources/readSource.ts";
import { isBuilt, READ_TIMEOUT, readInWorker } from "./readInWorker.ts";

const cMapUrl = path.join(import.meta.dirname, isBuilt ? "cmaps/" : "../../node_modules/pdfjs-dist/cmaps/");

/** Reads the pages of a PDF within a time. @param timeout after which it is given up */
export const readPdfInWorker = (bytes: Uint8Array, timeout = READ_TIMEOUT): Promise<ReadResult> =>
  readInWorker({ script: { built: "pdfWorker.cjs", source: "pdfWorker.ts" }, data: { bytes, cMapUrl }, timeout });

export const readPdf: ReadPdf = (bytes) => readPdfInWorker(bytes);

/** Reads PDFs, each in a thread of its own. */
import path from "node:path";
import type { Reading, ReadPdf } from "../core/sources/readSource.ts";
import { isBuilt, MOST_MILLISECONDS, readInThread } from "./readInWorker.ts";

const cMapUrl = path.join(import.meta.dirname, isBuilt ? "cmaps/" : "../../node_modules/pdfjs-dist/cmaps/");

/** Reads the pages of a PDF within a time. @param milliseconds after which it is given up */
export const readPdfInThread = (bytes: Uint8Array, milliseconds = MOST_MILLISECONDS): Promise<Reading> =>
  readInThread({ thread: { built: "pdfWorker.cjs", source: "pdfWorker.ts" }, data: { bytes, cMapUrl }, milliseconds });

export const readPdf: ReadPdf = (bytes) => readPdfInThread(bytes);

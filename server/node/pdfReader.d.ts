import type { Reading, ReadPdf } from "../core/sources/readSource.ts";
/** Reads the pages of a PDF within a time. @param milliseconds after which it is given up */
export declare const readPdfInThread: (bytes: Uint8Array, milliseconds?: number) => Promise<Reading>;
export declare const readPdf: ReadPdf;

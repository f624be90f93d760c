/** Reads PDFs in a thread each, so that one which takes long keeps nobody waiting and can be given up. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Reading, ReadPdf } from "./sources/source.ts";

/** Longer than any article takes, and short enough to be told of while one still remembers. */
const MOST_MILLISECONDS = 30_000;
const MOST_MEGABYTES = 512;

/** As built, the thread and its tables lie beside this file; in the sources they are where npm put them. */
const isBuilt = !import.meta.filename.endsWith(".ts");
const thread = path.join(import.meta.dirname, isBuilt ? "pdf.cjs" : "pdfThread.ts");
const cMapUrl = path.join(import.meta.dirname, isBuilt ? "cmaps/" : "../node_modules/pdfjs-dist/cmaps/");

/** Reads the pages of a PDF within a time. @param milliseconds after which it is given up */
export const readPdfInThread = (bytes: Uint8Array, milliseconds = MOST_MILLISECONDS): Promise<Reading> =>
  new Promise((resolve) => {
    // What the library has to say is for its developers; on standard output it would come between our messages.
    const worker = new Worker(thread, {
      workerData: { bytes, cMapUrl },
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const timer = setTimeout(() => end({ state: "slow" }), milliseconds);
    const end = (reading: Reading): void => {
      clearTimeout(timer);
      resolve(reading);
      void worker.terminate();
    };
    worker.once("message", end);
    worker.once("error", (error: NodeJS.ErrnoException) =>
      end({ state: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "slow" : "broken" }),
    );
    worker.once("exit", () => end({ state: "broken" }));
  });

export const readPdf: ReadPdf = (bytes) => readPdfInThread(bytes);

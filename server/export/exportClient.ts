/** Exports a picture in a worker thread, and answers the requests of the worker. */
import { Worker } from "node:worker_threads";
import * as v from "valibot";
import {
  type ExportedView,
  type FileFormat,
  fromWorker,
  type TextImage,
  type ToWorker,
  type UnsupportedText,
} from "../protocol/export.ts";
import { ExportError } from "./exportError.ts";

/** The map to export, with the options. */
export interface ExportJob {
  readonly view: ExportedView;
  readonly file: FileFormat;
  /** Folders with fonts, in addition to those of the system. */
  readonly fonts?: readonly string[];
  /**
   * Renders texts without a font as images, with `scale` image pixels for each pixel of the picture. Without this function, the
   * export of such a text fails.
   */
  readonly renderTexts?: (texts: readonly UnsupportedText[], scale: number) => Promise<readonly TextImage[]>;
  /** Cancels the export. */
  readonly signal?: AbortSignal;
}

/**
 * Returns the content of the exported file. Throws {@link ExportError}, or the reason of the signal.
 *
 * @param workerPath the path of the built `dist/export/worker.cjs`
 */
export function exportInWorker(
  workerPath: string,
  { view, file, fonts = [], renderTexts, signal }: ExportJob,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const worker = new Worker(workerPath);
    const post = (message: ToWorker): void => worker.postMessage(message);
    const fail = (error: unknown): void => {
      reject(error);
      void worker.terminate();
    };
    signal?.addEventListener("abort", () => fail(signal.reason));
    worker.on("error", (error) => fail(new ExportError(`Export failed: ${error}`)));
    worker.on("exit", () => reject(new ExportError("The export stopped unexpectedly. Try again.")));
    worker.on("message", async (data: unknown) => {
      const message = v.parse(fromWorker, data);
      switch (message.type) {
        case "exported":
          return resolve(message.data);
        case "failed":
          return reject(new ExportError(message.message));
        case "renderTexts":
          try {
            post({ type: "textImages", images: [...((await renderTexts?.(message.texts, message.scale)) ?? [])] });
          } catch (error) {
            fail(error);
          }
          return;
        default:
          return message satisfies never;
      }
    });
    post({ type: "export", view, file, fonts: [...fonts], canRenderTexts: renderTexts !== undefined });
  });
}

/** Asks for the file of a picture: starts the thread that makes it, and hands on what that asks in turn. */
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

/** There can be no such file; the message says why, in a sentence for the user. */
export class ExportError extends Error {}

export interface ExportJob {
  readonly shown: ExportedView;
  readonly file: FileFormat;
  /** Folders with fonts, beside those of this computer. */
  readonly fonts?: readonly string[];
  /** Draws what no font has, `scale` pixels for each of the picture; without it a text that no font has is refused. */
  readonly draw?: (texts: readonly UnsupportedText[], scale: number) => Promise<readonly TextImage[]>;
  /** Says that the file is no longer wanted. */
  readonly signal?: AbortSignal;
}

/** The bytes of a file; `program` is the built `dist/export/worker.cjs`. Throws {@link ExportError}, and the reason of the signal. */
export function exportInWorker(
  workerPath: string,
  { shown, file, fonts = [], draw, signal }: ExportJob,
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
    worker.on("error", (error) => fail(new ExportError(`The file could not be made: ${error}`)));
    worker.on("exit", () => reject(new ExportError("The file could not be made: what makes it has ended.")));
    worker.on("message", async (data: unknown) => {
      const message = v.parse(fromWorker, data);
      switch (message.type) {
        case "made":
          return resolve(message.data);
        case "refused":
          return reject(new ExportError(message.because));
        case "draw":
          try {
            post({ type: "drawn", writings: [...((await draw?.(message.writings, message.scale)) ?? [])] });
          } catch (error) {
            fail(error);
          }
          return;
        default:
          return message satisfies never;
      }
    });
    post({ type: "make", shown, file, fonts: [...fonts], draws: draw !== undefined });
  });
}

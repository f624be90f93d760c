/** Reads a file in a worker thread, so that a slow read does not block the server and can be cancelled. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ReadResult } from "../core/articles/readArticle.ts";

/** In milliseconds. Longer than any sensible article takes, and short enough for the user to understand the error. */
export const READ_TIMEOUT = 30_000;
const MAX_MEMORY_MB = 512;

/** Whether this code runs from a bundle, which has workers and data files in its own folder, and not from the sources. */
export const isBuilt = !import.meta.filename.endsWith(".ts");

/** Options of {@link readInWorker}. */
export interface WorkerReadOptions {
  /** The script of the worker, which must post one `ReadResult`. */
  readonly script: { readonly built: string; readonly source: string };
  /** The `workerData` of the worker. */
  readonly data: unknown;
  /** In milliseconds. */
  readonly timeout: number;
  /** Cancels the read. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Returns the result of a worker that reads a file. The state is `timed-out` if the worker exceeds the limit of time or memory
 * or is cancelled, and `broken` if it fails.
 */
export const readInWorker = ({ script, data, timeout, signal }: WorkerReadOptions): Promise<ReadResult> =>
  new Promise((resolve) => {
    // Output is captured and dropped: on standard output, library warnings would corrupt the LSP messages.
    const worker = new Worker(path.join(import.meta.dirname, isBuilt ? script.built : script.source), {
      workerData: data,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    });
    const timer = setTimeout(() => finish({ state: "timed-out" }), timeout);
    const abort = (): void => finish({ state: "timed-out" });
    signal?.addEventListener("abort", abort);
    const finish = (result: ReadResult): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      resolve(result);
      void worker.terminate();
    };
    worker.once("message", finish);
    worker.once("error", (error: NodeJS.ErrnoException) =>
      finish({ state: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "timed-out" : "broken" }),
    );
    worker.once("exit", () => finish({ state: "broken" }));
  });

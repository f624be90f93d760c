/** Reads a file in a thread of its own, so that one which takes long keeps nobody waiting and can be given up. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ReadResult } from "../core/sources/readSource.ts";

/** Longer than any article takes, and short enough to be told of while one still remembers. */
export const READ_TIMEOUT = 30_000;
const MAX_MEMORY_MB = 512;

/** As built, threads and tables lie beside this file; in the sources they are where npm and we put them. */
export const isBuilt = !import.meta.filename.endsWith(".ts");

export interface WorkerReadOptions {
  /** The file that the thread runs. It answers by one message. */
  readonly script: { readonly built: string; readonly source: string };
  /** What it is given. */
  readonly data: unknown;
  /** After which the reading is given up. */
  readonly timeout: number;
  /** Ends the reading at once: what came of it is not wanted any more. */
  readonly signal?: AbortSignal | undefined;
}

export const readInWorker = ({ script, data, timeout, signal }: WorkerReadOptions): Promise<ReadResult> =>
  new Promise((resolve) => {
    // What the library has to say is for its developers; on standard output it would come between our messages.
    const worker = new Worker(path.join(import.meta.dirname, isBuilt ? script.built : script.source), {
      workerData: data,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    });
    const timer = setTimeout(() => finish({ state: "slow" }), timeout);
    const abort = (): void => finish({ state: "slow" });
    signal?.addEventListener("abort", abort);
    const finish = (result: ReadResult): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      resolve(result);
      void worker.terminate();
    };
    worker.once("message", finish);
    worker.once("error", (error: NodeJS.ErrnoException) =>
      finish({ state: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "slow" : "broken" }),
    );
    worker.once("exit", () => finish({ state: "broken" }));
  });

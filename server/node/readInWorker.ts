/** Reads a file in a thread of its own, so that one which takes long keeps nobody waiting and can be given up. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Reading } from "../core/sources/readSource.ts";

/** Longer than any article takes, and short enough to be told of while one still remembers. */
export const MOST_MILLISECONDS = 30_000;
const MOST_MEGABYTES = 512;

/** As built, threads and tables lie beside this file; in the sources they are where npm and we put them. */
export const isBuilt = !import.meta.filename.endsWith(".ts");

export interface InThread {
  /** The file that the thread runs. It answers by one message. */
  readonly thread: { readonly built: string; readonly source: string };
  /** What it is given. */
  readonly data: unknown;
  /** After which the reading is given up. */
  readonly milliseconds: number;
  /** Ends the reading at once: what came of it is not wanted any more. */
  readonly signal?: AbortSignal | undefined;
}

export const readInThread = ({ thread, data, milliseconds, signal }: InThread): Promise<Reading> =>
  new Promise((resolve) => {
    // What the library has to say is for its developers; on standard output it would come between our messages.
    const worker = new Worker(path.join(import.meta.dirname, isBuilt ? thread.built : thread.source), {
      workerData: data,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const timer = setTimeout(() => end({ state: "slow" }), milliseconds);
    const giveUp = (): void => end({ state: "slow" });
    signal?.addEventListener("abort", giveUp);
    const end = (reading: Reading): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
      resolve(reading);
      void worker.terminate();
    };
    worker.once("message", end);
    worker.once("error", (error: NodeJS.ErrnoException) =>
      end({ state: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "slow" : "broken" }),
    );
    worker.once("exit", () => end({ state: "broken" }));
  });

/** Converts in a worker thread, so that a large file does not block the caller, and the user can cancel. */
import { Worker } from "node:worker_threads";
import type { ConvertJob, ConvertResults, FromConvertWorker } from "./convertJob.ts";

/**
 * Returns the result of a job. Throws an error whose message is for the user, or the reason of the signal.
 *
 * @param workerPath the path of the built `dist/export/convertWorker.cjs`
 * @param signal cancels the job
 */
export function convertInWorker<Job extends ConvertJob>(
  workerPath: string,
  job: Job,
  signal: AbortSignal,
): Promise<ConvertResults[Job["kind"]]> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const worker = new Worker(workerPath);
    const end = (settle: () => void): void => {
      settle();
      void worker.terminate();
    };
    signal.addEventListener("abort", () => end(() => reject(signal.reason)));
    worker.on("error", (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "Not enough memory. Split it into smaller files." : error.message,
        ),
      ),
    );
    worker.on("exit", () => reject(new Error("The conversion stopped unexpectedly. Try again.")));
    worker.on("message", (message: FromConvertWorker<Job["kind"]>) =>
      end(() => (message.state === "done" ? resolve(message.result) : reject(new Error(message.message)))),
    );
    worker.postMessage(job);
  });
}

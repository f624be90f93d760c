/** The worker that converts one map or file. Built as a separate bundle. */
import { parentPort } from "node:worker_threads";
import type { ConvertJob, FromConvertWorker } from "./convertJob.ts";
import { runJob } from "./runJob.ts";

const post = (message: FromConvertWorker<ConvertJob["kind"]>): void => parentPort?.postMessage(message);

parentPort?.once("message", (job: ConvertJob) => {
  runJob(job).then(
    (result) => post({ state: "done", result }),
    (error: unknown) => post({ state: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

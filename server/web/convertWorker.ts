/** The worker that converts one map or file in a browser. Built as a separate bundle. */
import type { ConvertJob, FromConvertWorker } from "../convert/convertJob.ts";
import { runJob } from "../convert/runJob.ts";
import { receiveBundleFolder } from "./bundleFolder.ts";

const post = (message: FromConvertWorker<ConvertJob["kind"]>): void => self.postMessage(message);

receiveBundleFolder(() => {
  self.onmessage = ({ data: job }: MessageEvent<ConvertJob>) => {
    runJob(job).then(
      (result) => post({ state: "done", result }),
      (error: unknown) => post({ state: "failed", message: error instanceof Error ? error.message : String(error) }),
    );
  };
});

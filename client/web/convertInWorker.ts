import type { Uri } from "vscode";
import type { ConvertJob, ConvertResults, FromConvertWorker } from "../../server/convert/convertJob.ts";
import { startBundle } from "./startBundle.ts";

/**
 * Returns the result of a job. Throws an error whose message is for the user, or the reason of the signal.
 *
 * @param extensionUri the folder of the extension
 */
export function convertInWorker<Job extends ConvertJob>(
  extensionUri: Uri,
  job: Job,
  signal: AbortSignal,
): Promise<ConvertResults[Job["kind"]]> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const worker = startBundle(extensionUri, "convertWorker.js");
    const end = (settle: () => void): void => {
      settle();
      worker.terminate();
    };
    signal.addEventListener("abort", () => end(() => reject(signal.reason)));
    worker.onerror = ({ message }) => end(() => reject(new Error(message)));
    worker.onmessage = ({ data }: MessageEvent<FromConvertWorker<Job["kind"]>>) =>
      end(() => (data.state === "done" ? resolve(data.result) : reject(new Error(data.message))));
    worker.postMessage(job);
  });
}

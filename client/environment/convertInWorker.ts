import { Uri } from "vscode";
import * as worker from "../../server/convert/convertInWorker.ts";
import type { ConvertJob, ConvertResults } from "../../server/convert/convertJob.ts";

/**
 * Returns the result of a job. Throws an error whose message is for the user, or the reason of the signal.
 *
 * @param extensionUri the folder of the extension
 */
export const convertInWorker = <Job extends ConvertJob>(
  extensionUri: Uri,
  job: Job,
  signal: AbortSignal,
): Promise<ConvertResults[Job["kind"]]> =>
  worker.convertInWorker(Uri.joinPath(extensionUri, "dist/export/convertWorker.cjs").fsPath, job, signal);

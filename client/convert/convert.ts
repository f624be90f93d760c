/** Runs imports and exports in a worker, with a notice that the user can cancel. */
import { l10n, ProgressLocation, type Uri, window } from "vscode";
import type { ConvertJob, ConvertResults } from "../../server/convert/convertJob.ts";
import { convertInWorker } from "../environment/convertInWorker.ts";

/**
 * Returns the result of a job; undefined if the user cancels. Throws an error whose message is for the user.
 *
 * @param title the text of the notice
 * @param job the job, or a function that prepares it while the notice is shown
 * @param extensionUri the folder of the extension
 */
export async function convertWithProgress<Job extends ConvertJob>(
  title: string,
  extensionUri: Uri,
  job: Job | (() => Promise<Job>),
): Promise<ConvertResults[Job["kind"]] | undefined> {
  const abortController = new AbortController();
  const progress = { location: ProgressLocation.Notification, title, cancellable: true };
  try {
    return await window.withProgress(progress, async (_, token) => {
      token.onCancellationRequested(() => abortController.abort());
      const prepared = typeof job === "function" ? await job() : job;
      return convertInWorker(extensionUri, prepared, abortController.signal);
    });
  } catch (error) {
    if (abortController.signal.aborted) return undefined;
    throw error;
  }
}

/** Shows an error to the user. */
export function showError(error: unknown, name: string): void {
  const reason = error instanceof Error ? error.message : String(error);
  void window.showErrorMessage(l10n.t("“{0}” could not be converted. {1}", name, reason));
}

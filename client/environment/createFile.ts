import { Uri } from "vscode";
import { type ExportJob, exportInWorker } from "../../server/export/exportClient.ts";

/**
 * Returns the content of an exported file. Throws an `ExportError`, or the reason of the signal.
 *
 * @param extensionUri the folder of the extension
 */
export const createFile = (extensionUri: Uri, job: ExportJob): Promise<Uint8Array> =>
  exportInWorker(Uri.joinPath(extensionUri, "dist/export/worker.cjs").fsPath, job);

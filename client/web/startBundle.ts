import { Uri } from "vscode";
import { startWorker } from "../../server/web/bundleFolder.ts";

/**
 * Starts a worker with a bundle.
 *
 * @param extensionUri the folder of the extension
 * @param name the name of the bundle in `dist/web`
 */
export function startBundle(extensionUri: Uri, name: string): Worker {
  const bundleFolder = `${Uri.joinPath(extensionUri, "dist/web").toString(true)}/`;
  return startWorker(bundleFolder + name, bundleFolder);
}

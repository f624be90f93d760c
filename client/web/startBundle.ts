import { Uri } from "vscode";
import type { BundleFolderMessage } from "../../server/web/bundleFolder.ts";

/**
 * Starts a worker with a bundle. It gets its first message.
 *
 * @param extensionUri the folder of the extension
 * @param name the name of the bundle in `dist/web`
 */
export function startBundle(extensionUri: Uri, name: string): Worker {
  const bundleFolder = `${Uri.joinPath(extensionUri, "dist/web").toString(true)}/`;
  const worker = new Worker(bundleFolder + name);
  worker.postMessage({ bundleFolder } satisfies BundleFolderMessage);
  return worker;
}

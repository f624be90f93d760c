/** The address from which a worker loads the bundles that it rarely needs. A worker does not know where its own script came from. */

/** The first message to a worker. */
export interface BundleFolderMessage {
  /** The address of the folder, with `/` at its end. */
  readonly bundleFolder: string;
}

declare global {
  /** Read by the bundles: see `lazyScripts` in `build/plugins.ts`. */
  var argmapBundleFolder: string | undefined;
}

/** Takes the first message to this worker, and calls `start` with its folder. `start` takes over the further messages. */
export function receiveBundleFolder(start: (folder: string) => void): void {
  self.onmessage = ({ data }: MessageEvent<BundleFolderMessage>) => {
    self.onmessage = null;
    globalThis.argmapBundleFolder = data.bundleFolder;
    start(data.bundleFolder);
  };
}

/**
 * Starts a worker, and sends it its first message.
 *
 * @param script the address of its script
 * @param bundleFolder the address of the folder, with `/` at its end
 */
export function startWorker(script: string, bundleFolder: string): Worker {
  const worker = new Worker(script);
  worker.postMessage({ bundleFolder } satisfies BundleFolderMessage);
  return worker;
}

/**
 * Starts a worker of the worker or page that calls this.
 *
 * @param name the name of its bundle
 */
export const startNestedWorker = (name: string, bundleFolder: string): Worker =>
  startWorker(workerUrl(bundleFolder + name), bundleFolder);

/** Returns an address from which this page can start a script as a worker. */
function workerUrl(script: string): string {
  if (new URL(script).origin === self.origin) return script;
  // The extension may come from another host than the page. Scripts may be loaded from there, but workers not.
  const source = `importScripts(${JSON.stringify(script)});`;
  return URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
}

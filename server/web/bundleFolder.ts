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
 * Starts a worker of the worker that calls this. The extension may come from another host than the page: scripts may be loaded
 * from there, but workers not.
 *
 * @param name the name of its bundle
 */
export function startNestedWorker(name: string, bundleFolder: string): Worker {
  const loader = `importScripts(${JSON.stringify(bundleFolder + name)});`;
  return startWorker(URL.createObjectURL(new Blob([loader], { type: "text/javascript" })), bundleFolder);
}

/** Reads articles in workers of the browser. */
import type { ReadInBackground, ReadResult } from "../core/articles/readArticle.ts";
import { WorkerPool } from "../threads/workerPool.ts";
import type { StartThread } from "../threads/workerThread.ts";
import { startNestedWorker } from "./bundleFolder.ts";

/** In milliseconds. */
const READ_TIMEOUT = 30_000;

/** Returns a function that reads articles. @param folder the address of the folder of the bundles */
export function createBackgroundReader(folder: string): ReadInBackground {
  const pool = new WorkerPool({
    startThread: webThread<ReadResult>(folder, "readWorker.js"),
    size: 2,
    idleTime: 10_000,
    cancelTime: 500,
  });
  return async (task, signal) => {
    const result = await pool.read(task, READ_TIMEOUT, signal);
    // The worker does not send the text of the file back, as it is already here.
    return result.state === "found" && "text" in task
      ? { ...result, article: { ...result.article, fileText: task.text } }
      : result;
  };
}

/** Returns a function that starts a worker of the browser, which limits its memory itself. */
const webThread =
  <T>(folder: string, name: string): StartThread<T> =>
  ({ onMessage, onFailure, onExit }) => {
    const worker = startNestedWorker(name, folder);
    worker.onmessage = ({ data }: MessageEvent<T>) => onMessage(data);
    worker.onerror = () => onFailure("failed");
    return {
      post: (message) => worker.postMessage(message),
      async terminate() {
        worker.terminate();
        onExit();
      },
      keepAlive() {},
    };
  };

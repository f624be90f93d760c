/** Reads articles in worker threads, because some files take a parser practically forever. */
import path from "node:path";
import type { ReadInBackground, ReadResult, ReadTask } from "../core/articles/readArticle.ts";
import { WorkerPool } from "../threads/workerPool.ts";
import { nodeThread } from "./nodeThread.ts";

/** In milliseconds. Longer than any sensible article takes, and short enough for the user to understand the error. */
export const READ_TIMEOUT = 30_000;

/** Whether this code runs from a bundle, which has workers and data files in its own folder, and not from the sources. */
const isBuilt = !import.meta.filename.endsWith(".ts");

const CMAP_URL = path.join(import.meta.dirname, isBuilt ? "cmaps/" : "../../node_modules/pdfjs-dist/cmaps/");

/** The message to the worker. */
export interface ReadMessage {
  readonly task: ReadTask;
  /** The folder of the character maps that Chinese, Japanese and Korean PDFs refer to. */
  readonly cMapUrl: string;
}

/** The threads that read articles. More than two would take time from the thread that answers requests. */
export const readerPool = new WorkerPool({
  startThread: nodeThread(path.join(import.meta.dirname, isBuilt ? "readWorker.cjs" : "readWorker.ts"), 512),
  size: 2,
  idleTime: 10_000,
  cancelTime: 500,
});

/**
 * Reads an article in a worker.
 *
 * @param timeout in milliseconds
 */
export async function readWithTimeout(task: ReadTask, timeout: number, signal: AbortSignal): Promise<ReadResult> {
  const message: ReadMessage = { task, cMapUrl: CMAP_URL };
  const result = await readerPool.read(message, timeout, signal);
  // The worker does not send the text of the file back, as it is already here.
  return result.state === "found" && "text" in task
    ? { ...result, article: { ...result.article, fileText: task.text } }
    : result;
}

/** Reads an article in a worker, with the default timeout. */
export const readInBackground: ReadInBackground = (task, signal) => readWithTimeout(task, READ_TIMEOUT, signal);

/** Reads long articles in HTML and Markdown in worker threads, because some texts take a markup parser practically forever. */
import type { MarkupFormat, ReadMarkup, ReadResult } from "../core/articles/readArticle.ts";
import { READ_TIMEOUT, readInWorker } from "./readInWorker.ts";

/** The input of the worker. */
export interface MarkupInput {
  readonly format: MarkupFormat;
  readonly text: string;
}

/**
 * Reads an article in a worker.
 *
 * @param timeout in milliseconds
 */
export async function readMarkupInWorker(
  input: MarkupInput,
  timeout = READ_TIMEOUT,
  signal?: AbortSignal,
): Promise<ReadResult> {
  const script = { built: "markupWorker.cjs", source: "markupWorker.ts" };
  const result = await readInWorker({ script, data: input, timeout, signal });
  // The worker does not send the text of the file back, as it is already here.
  return result.state === "found" ? { ...result, article: { ...result.article, fileText: input.text } } : result;
}

/** Reads an article in a worker, with the default timeout. */
export const readMarkup: ReadMarkup = (format, text, signal) =>
  readMarkupInWorker({ format, text }, READ_TIMEOUT, signal);

/** Reads long articles in HTML and Markdown, each in a thread of its own: some texts take a reader of markup forever. */

import type { MarkupFormat, ReadMarkup, ReadResult } from "../core/sources/readSource.ts";
import { READ_TIMEOUT, readInWorker } from "./readInWorker.ts";

/** What the thread is given. */
export interface MarkupInput {
  readonly format: MarkupFormat;
  readonly text: string;
}

/** Reads an article within a time. @param timeout after which it is given up */
export async function readMarkupInWorker(
  input: MarkupInput,
  timeout = READ_TIMEOUT,
  signal?: AbortSignal,
): Promise<ReadResult> {
  const script = { built: "markupWorker.cjs", source: "markupWorker.ts" };
  const result = await readInWorker({ script, data: input, timeout, signal });
  // Its text is here already: one copy of it is enough.
  return result.state === "found" ? { ...result, article: { ...result.article, fileText: input.text } } : result;
}

export const readMarkup: ReadMarkup = (format, text, signal) =>
  readMarkupInWorker({ format, text }, READ_TIMEOUT, signal);

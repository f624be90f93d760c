/** Reads long articles in HTML and Markdown, each in a thread of its own: some texts take a reader of markup forever. */

import type { MarkupFormat, Reading, ReadMarkup } from "../core/sources/readSource.ts";
import { MOST_MILLISECONDS, readInThread } from "./readInWorker.ts";

/** What the thread is given. */
export interface MarkupData {
  readonly format: MarkupFormat;
  readonly text: string;
}

/** Reads an article within a time. @param milliseconds after which it is given up */
export async function readMarkupInThread(
  data: MarkupData,
  milliseconds = MOST_MILLISECONDS,
  signal?: AbortSignal,
): Promise<Reading> {
  const thread = { built: "markupWorker.cjs", source: "markupWorker.ts" };
  const reading = await readInThread({ thread, data, milliseconds, signal });
  // Its text is here already: one copy of it is enough.
  return reading.state === "found" ? { ...reading, article: { ...reading.article, fileText: data.text } } : reading;
}

export const readMarkup: ReadMarkup = (format, text, signal) =>
  readMarkupInThread({ format, text }, MOST_MILLISECONDS, signal);

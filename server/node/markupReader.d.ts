/** Reads long articles in HTML and Markdown, each in a thread of its own: some texts take a reader of markup forever. */
import type { MarkupFormat, Reading, ReadMarkup } from "../core/sources/readSource.ts";
/** What the thread is given. */
export interface MarkupData {
  readonly format: MarkupFormat;
  readonly text: string;
}
/** Reads an article within a time. @param milliseconds after which it is given up */
export declare function readMarkupInThread(
  data: MarkupData,
  milliseconds?: number,
  signal?: AbortSignal,
): Promise<Reading>;
export declare const readMarkup: ReadMarkup;

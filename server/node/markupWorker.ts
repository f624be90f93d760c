/** Worker that reads one article in HTML or Markdown and posts the `ReadResult`. Built as a separate bundle. */
import { parentPort, workerData } from "node:worker_threads";
import type { ReadResult } from "../core/articles/readArticle.ts";
import type { MarkupInput } from "./markupReader.ts";

async function postResult({ format, text }: MarkupInput): Promise<void> {
  const { readHtml, readMarkdown } = await import("../core/articles/read/markupBundle.ts");
  const article = format === "markdown" ? readMarkdown(text) : readHtml(text, format);
  const result: ReadResult = { state: "found", article: { ...article, fileText: "" } };
  parentPort?.postMessage(result);
}

void postResult(workerData);

/** Reads the articles that are read in the background: what the workers of Node and of browsers do. */
import type { BinaryFormat } from "./article.ts";
import type { ReadResult, ReadTask } from "./readArticle.ts";

/**
 * Reads an article. The text of its file is left out of the result: the caller has it.
 *
 * @param cMapUrl the folder of the character maps that Chinese, Japanese and Korean PDFs refer to, ending in `/`
 */
export async function readTask(task: ReadTask, cMapUrl: string): Promise<ReadResult> {
  if ("bytes" in task) return readBinary(task.format, task.bytes, cMapUrl);
  const { readMarkup } = await import("./read/markupBundle.ts");
  const article = readMarkup(task.format, task.text);
  return { state: "found", article: { ...article, fileText: "" } };
}

async function readBinary(format: BinaryFormat, bytes: Uint8Array, cMapUrl: string): Promise<ReadResult> {
  if (format === "pdf") {
    const { parsePdf } = await import("./read/pdf/pdf.ts");
    return parsePdf(bytes, cMapUrl);
  }
  const { readDocument } = await import("./read/documentBundle.ts");
  return readDocument(format, bytes);
}

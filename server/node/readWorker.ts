/** Worker that reads articles and answers each message with a `ReadResult`. Built as a separate bundle. */
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import type { BinaryFormat } from "../core/articles/article.ts";
import type { ReadResult, ReadTask } from "../core/articles/readArticle.ts";
import type { ReadMessage } from "./backgroundReader.ts";

// pdf.js requires this function, which Node has only since 20.16; VS Code 1.97 runs on 20.18, the command line on 20.0.
const require = createRequire(import.meta.filename);
process.getBuiltinModule ??= (id: string) => require(id);

async function read(task: ReadTask, cMapUrl: string): Promise<ReadResult> {
  if ("bytes" in task) return readBinary(task.format, task.bytes, cMapUrl);
  const { readMarkup } = await import("../core/articles/read/markupBundle.ts");
  const article = readMarkup(task.format, task.text);
  return { state: "found", article: { ...article, fileText: "" } };
}

async function readBinary(format: BinaryFormat, bytes: Uint8Array, cMapUrl: string): Promise<ReadResult> {
  if (format === "pdf") {
    const { parsePdf } = await import("../core/articles/read/pdf/pdf.ts");
    return parsePdf(bytes, cMapUrl);
  }
  const { readDocument } = await import("../core/articles/read/documentBundle.ts");
  return readDocument(format, bytes);
}

parentPort?.on("message", ({ task, cMapUrl }: ReadMessage) => {
  read(task, cMapUrl).then(
    (result) => parentPort?.postMessage(result),
    () => parentPort?.postMessage({ state: "broken" } satisfies ReadResult),
  );
});

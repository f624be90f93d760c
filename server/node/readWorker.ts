/** Worker that reads articles and answers each message with a `ReadResult`. Built as a separate bundle. */
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import type { ReadResult, ReadTask } from "../core/articles/readArticle.ts";
import type { ReadMessage } from "./backgroundReader.ts";

// pdf.js requires this function, which Node has only since 20.16; VS Code 1.97 runs on 20.18, the command line on 20.0.
const require = createRequire(import.meta.filename);
process.getBuiltinModule ??= (id: string) => require(id);

async function read(task: ReadTask, cMapUrl: string): Promise<ReadResult> {
  if (task.format === "pdf") {
    const { parsePdf } = await import("../core/articles/read/pdf.ts");
    return parsePdf(task.bytes, cMapUrl);
  }
  const { readMarkup } = await import("../core/articles/read/markupBundle.ts");
  const article = readMarkup(task.format, task.text);
  return { state: "found", article: { ...article, fileText: "" } };
}

parentPort?.on("message", ({ task, cMapUrl }: ReadMessage) => {
  read(task, cMapUrl).then(
    (result) => parentPort?.postMessage(result),
    () => parentPort?.postMessage({ state: "broken" } satisfies ReadResult),
  );
});

/** Worker that reads articles and answers each message with a `ReadResult`. Built as a separate bundle. */
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import type { ReadResult } from "../core/articles/readArticle.ts";
import { readTask } from "../core/articles/readTask.ts";
import type { ReadMessage } from "./backgroundReader.ts";

// pdf.js requires this function, which Node has only since 20.16; VS Code 1.97 runs on 20.18, the command line on 20.0.
const require = createRequire(import.meta.filename);
process.getBuiltinModule ??= (id: string) => require(id);

parentPort?.on("message", ({ task, cMapUrl }: ReadMessage) => {
  readTask(task, cMapUrl).then(
    (result) => parentPort?.postMessage(result),
    () => parentPort?.postMessage({ state: "broken" } satisfies ReadResult),
  );
});

/** Worker that reads one PDF and posts the `ReadResult`. Built as a separate bundle. */
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

// pdf.js requires this function, which Node has only since 20.16; VS Code 1.91 runs on 20.9.
const require = createRequire(import.meta.filename);
process.getBuiltinModule ??= (id: string) => require(id);

async function postResult(): Promise<void> {
  const { parsePdf } = await import("../core/articles/read/pdf.ts");
  parentPort?.postMessage(await parsePdf(workerData.bytes, workerData.cMapUrl));
}

void postResult();

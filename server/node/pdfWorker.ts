/** Reads one PDF in a thread of its own, which is given the file and gives what came of it. A bundle of its own. */
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

// The library asks for it, and Node has it from 20.16 on only; VS Code 1.91 runs on 20.9.
const require = createRequire(import.meta.filename);
process.getBuiltinModule ??= (id: string) => require(id);

async function postResult(): Promise<void> {
  const { readPdf } = await import("../core/sources/read/pdf.ts");
  parentPort?.postMessage(await readPdf(workerData.bytes, workerData.cMapUrl));
}

void postResult();

import { Worker } from "node:worker_threads";
import type { StartThread } from "../threads/workerThread.ts";

/**
 * Returns a function that starts a worker thread of Node.
 *
 * @param script the path of its script
 * @param maxMemoryMb the limit of its memory, in megabytes
 */
export const nodeThread =
  <T>(script: string, maxMemoryMb: number): StartThread<T> =>
  ({ onMessage, onFailure, onExit }) => {
    const resourceLimits = { maxOldGenerationSizeMb: maxMemoryMb, maxYoungGenerationSizeMb: 32 };
    // Output is captured and dropped: on standard output, library warnings would corrupt the LSP messages.
    const worker = new Worker(script, { stdout: true, stderr: true, resourceLimits });
    worker.on("message", onMessage);
    worker.on("error", (error: NodeJS.ErrnoException) =>
      onFailure(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "out-of-memory" : "failed"),
    );
    worker.on("exit", onExit);
    return {
      post: (message) => worker.postMessage(message),
      terminate: () => worker.terminate(),
      keepAlive: (keepsProgramRunning) => (keepsProgramRunning ? worker.ref() : worker.unref()),
    };
  };

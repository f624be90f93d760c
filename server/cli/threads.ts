/** Runs tasks in worker threads, one on each core. */
import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { UsageError } from "./usageError.ts";
import type { FromThread, Task, TaskKind, TaskResult } from "./worker.ts";

/** Reading articles may take threads of its own, and more threads would share one disk. */
const MAX_THREADS = 16;

/** How tasks are run. */
export interface RunOptions {
  /** Called after each task, with its result. */
  readonly onDone?: () => void;
  readonly threads?: number;
}

/** Returns the results of tasks, in their order. The first failure ends all threads, and is thrown. */
export function runTasks<Kind extends TaskKind>(
  kind: Kind,
  tasks: readonly Task<Kind>[],
  { onDone, threads = Math.min(availableParallelism(), MAX_THREADS) }: RunOptions = {},
): Promise<readonly TaskResult<Kind>[]> {
  const results = new Array<TaskResult<Kind>>(tasks.length);
  const workers: Worker[] = [];
  let next = 0;
  let done = 0;
  return new Promise<readonly TaskResult<Kind>[]>((resolve, reject) => {
    if (tasks.length === 0) return resolve(results);
    const assign = (worker: Worker): void => {
      const index = next++;
      if (index < tasks.length) worker.postMessage({ kind, index, task: tasks[index] });
    };
    for (let count = 0; count < Math.min(threads, tasks.length); count++) {
      const worker = new Worker(path.join(import.meta.dirname, "cliWorker.cjs"));
      workers.push(worker);
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error("A worker thread has stopped.")));
      worker.on("message", (message: FromThread<Kind>) => {
        if ("usageError" in message) return reject(new UsageError(message.usageError));
        if ("error" in message) return reject(message.error);
        results[message.index] = message.result;
        onDone?.();
        if (++done === tasks.length) resolve(results);
        else assign(worker);
      });
      assign(worker);
    }
  }).finally(() => Promise.all(workers.map((worker) => worker.terminate())));
}

/** A worker thread of the command line, which runs one task after the other. Built as a separate bundle. */
import { parentPort } from "node:worker_threads";
import { checkMaps } from "./maps/checkMaps.ts";
import { buildPart } from "./table/buildPart.ts";
import { UsageError } from "./usageError.ts";

/** The tasks that threads can run: functions from a task to its result. */
const tasks = { check: checkMaps, buildPart };

export type TaskKind = keyof typeof tasks;
export type Task<Kind extends TaskKind> = Parameters<(typeof tasks)[Kind]>[0];
export type TaskResult<Kind extends TaskKind> = Awaited<ReturnType<(typeof tasks)[Kind]>>;

/** A message to a thread. The kind says which task it is. */
export type ToThread = {
  readonly [Kind in TaskKind]: { readonly kind: Kind; readonly index: number; readonly task: Task<Kind> };
}[TaskKind];

/** The answer of a thread. */
export type FromThread<Kind extends TaskKind> =
  | { readonly index: number; readonly result: TaskResult<Kind> }
  | { readonly index: number; readonly error: unknown }
  /** A separate message, because an error loses its class between threads. */
  | { readonly index: number; readonly usageError: string };

const run = (message: ToThread): Promise<unknown> =>
  message.kind === "check" ? tasks.check(message.task) : tasks.buildPart(message.task);

parentPort?.on("message", (message: ToThread) => {
  const { index } = message;
  run(message).then(
    (result) => parentPort?.postMessage({ index, result }),
    (error: unknown) =>
      parentPort?.postMessage(error instanceof UsageError ? { index, usageError: error.message } : { index, error }),
  );
});

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Plugin } from "vitest/config";
import type { PoolRunnerInitializer, PoolWorker } from "vitest/node";

let idleThread: Worker | undefined;

/** Starts a thread, or takes the one that has run the tests of the last mutant. */
const createPoolWorker: PoolRunnerInitializer["createPoolWorker"] = ({ env, execArgv }): PoolWorker => {
  const thread = idleThread ?? new Worker(join(import.meta.dirname, "warmWorker.ts"), { env, execArgv });
  idleThread = undefined;
  // The process of Stryker ends when it has no more mutants.
  thread.unref();
  return {
    name: "warm",
    on: (event, callback) => thread.on(event, callback),
    off: (event, callback) => thread.off(event, callback),
    send: (message) => thread.postMessage(message),
    deserialize: (data) => data,
    start: () => Promise.resolve(),
    stop: () => {
      for (const event of ["message", "error", "exit"]) thread.removeAllListeners(event);
      idleThread = thread;
      return Promise.resolve();
    },
  };
};

/** Keeps the worker between the runs of Vitest in one process. Stryker sets the pool, so the configuration cannot. */
export const warmPool: Plugin = {
  name: "warm-pool",
  configureVitest: ({ project }) => {
    project.config.pool = "warm";
    project.config.poolRunner = { name: "warm", createPoolWorker };
  },
};

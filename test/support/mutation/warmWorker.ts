/**
 * A worker of Vitest that runs the tests of one mutant after the other. Each mutant finds the modules of the project
 * fresh; those of packages stay loaded, which takes longer than most tests.
 */
import { parentPort } from "node:worker_threads";
import type { ModuleRunner } from "vite/module-runner";
import { init, runBaseTests, setupEnvironment } from "vitest/worker";

if (parentPort === null) throw new Error("This module runs only in a worker.");
const port = parentPort;

let moduleRunner: ModuleRunner | undefined;

function resetModules(): void {
  for (const node of moduleRunner?.evaluatedModules.idToModuleMap.values() ?? []) {
    node.promise = undefined;
    node.exports = undefined;
    node.evaluated = false;
    node.importers.clear();
  }
}

type Listener = (message: unknown) => void;
let listenerOfRun: Listener | undefined;
let listenerCount = 0;

/** The first listener receives requests; each run adds one for its remote calls, which replaces that of the run before. */
function listen(listener: Listener): void {
  port.on("message", listener);
  if (listenerCount++ === 0) return;
  if (listenerOfRun !== undefined) port.off("message", listenerOfRun);
  listenerOfRun = listener;
}

init({
  post: (message) => port.postMessage(message),
  on: listen,
  off: (listener) => port.off("message", listener),
  setup: setupEnvironment,
  onModuleRunner: (runner) => {
    moduleRunner = runner;
  },
  runTests: (state, traces) => {
    resetModules();
    return runBaseTests("run", state, traces);
  },
  collectTests: (state, traces) => runBaseTests("collect", state, traces),
});

/** How a run of the suite ends. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestOutcome } from "./bridge.ts";

const SUITE_TIMEOUT_MS = 420_000;

export interface SuiteRun {
  /** What the suite says at its end. */
  readonly outcome: Promise<TestOutcome>;
  /** Settles when VS Code is gone; without an outcome, it has failed to start. */
  readonly exited: Promise<unknown>;
  /** Where VS Code keeps its logs. */
  readonly home: string;
  /** What was written elsewhere. */
  log(): string;
}

/** Waits for the suite; logs are shown only where something went wrong. */
export async function waitForOutcome({ outcome, exited, home, log }: SuiteRun): Promise<TestOutcome> {
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => timeout.reject(new Error("The suite did not end in time.")), SUITE_TIMEOUT_MS);
  const exitedEarly = exited.then((status) => {
    throw new Error(`VS Code ended with ${status} before the suite did.`);
  });
  exitedEarly.catch(() => {}); // Once there is an outcome, its end is as it should be.
  try {
    const result = await Promise.race([outcome, exitedEarly, timeout.promise]);
    if (result.failed > 0) console.log(extensionLogs(home));
    return result;
  } catch (error) {
    console.log(`${log()}\n${extensionLogs(home)}\n${error}`);
    return { passed: 0, failed: 1 };
  } finally {
    clearTimeout(timer);
  }
}

/** What the extension and the server have logged. */
function extensionLogs(home: string): string {
  const logs = globSync("**/*Argmap.log", { cwd: home });
  return logs.map((path) => `${path}:\n${readFileSync(join(home, path), "utf8")}`).join("\n");
}

/** The last line of a run of tests. */
export const summary = ({ passed, failed }: TestOutcome): string => `${passed} passed, ${failed} failed`;

/** The status of a process that has run tests. */
export const exitStatus = ({ passed, failed }: TestOutcome): number => (failed > 0 || passed === 0 ? 1 : 0);

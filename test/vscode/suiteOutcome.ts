/** Waits for the result of the suite and reports it. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SUITE_LIMIT, TEST_LIMIT } from "../support/limits.ts";
import type { TestOutcome } from "./testOutcome.ts";

/**
 * In milliseconds without a command of the suite. Mocha ends each test after `TEST_LIMIT`, so a longer silence means that
 * VS Code has not started or hangs.
 */
const SILENCE_LIMIT = 2 * TEST_LIMIT;

export interface SuiteRun {
  /** The result that the suite sends when it has finished. */
  readonly outcome: Promise<TestOutcome>;
  /** The time of the last command of the suite, as `Date.now()`. */
  readonly lastActivity: () => number;
  /** Settles when VS Code has exited. Before there is an outcome, that means that it failed. */
  readonly exited: Promise<unknown>;
  /** The folder that contains the logs of VS Code. */
  readonly home: string;
  /** Other logs, to show if the run fails. */
  log(): string;
}

/** Waits for the result of the suite. Prints the logs if something failed. */
export async function waitForOutcome({ outcome, lastActivity, exited, home, log }: SuiteRun): Promise<TestOutcome> {
  const start = Date.now();
  const timeout = Promise.withResolvers<never>();
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - lastActivity() > SILENCE_LIMIT) timeout.reject(new Error("The suite does not respond."));
    if (now - start > SUITE_LIMIT) timeout.reject(new Error("The suite takes too long."));
  }, 1_000);
  const exitedEarly = exited.then((status) => {
    throw new Error(`VS Code exited with ${status} before the suite had finished.`);
  });
  exitedEarly.catch(() => {}); // Expected once there is an outcome.
  try {
    const result = await Promise.race([outcome, exitedEarly, timeout.promise]);
    if (result.failed > 0) console.log(extensionLogs(home));
    return result;
  } catch (error) {
    console.log(`${log()}\n${extensionLogs(home)}\n${error}`);
    return { passed: 0, failed: 1 };
  } finally {
    clearInterval(timer);
  }
}

/** The logs of the extension and the server. */
function extensionLogs(home: string): string {
  const logs = globSync("**/*Argmap.log", { cwd: home });
  return logs.map((path) => `${path}:\n${readFileSync(join(home, path), "utf8")}`).join("\n");
}

/** How a run of the suite ends. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./bridge.ts";

const patience = 420_000;

export interface Run {
  /** What the suite says at its end. */
  readonly outcome: Promise<Outcome>;
  /** Settles when VS Code is gone; without an outcome, it has failed to start. */
  readonly exited: Promise<unknown>;
  /** Where VS Code keeps its logs. */
  readonly home: string;
  /** What was written elsewhere. */
  log(): string;
}

/** Waits for the suite; logs are shown only where something went wrong. */
export async function report({ outcome, exited, home, log }: Run): Promise<Outcome> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("The suite did not end in time.")), patience);
  const gone = exited.then((status) => {
    throw new Error(`VS Code ended with ${status} before the suite did.`);
  });
  gone.catch(() => {}); // Once there is an outcome, its end is as it should be.
  try {
    const result = await Promise.race([outcome, gone, late.promise]);
    if (result.failed > 0) console.log(ownLog(home));
    return result;
  } catch (error) {
    console.log(`${log()}\n${ownLog(home)}\n${error}`);
    return { passed: 0, failed: 1 };
  } finally {
    clearTimeout(timer);
  }
}

/** What the extension and the server have logged. */
function ownLog(home: string): string {
  const logs = globSync("**/*Argmap.log", { cwd: home });
  return logs.map((path) => `${path}:\n${readFileSync(join(home, path), "utf8")}`).join("\n");
}

/** The last line of a run of tests. */
export const summary = ({ passed, failed }: Outcome): string => `${passed} passed, ${failed} failed`;

/** The status of a process that has run tests. */
export const statusOf = ({ passed, failed }: Outcome): number => (failed > 0 || passed === 0 ? 1 : 0);

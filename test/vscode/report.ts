/** How a run of the suite ends: its last line, and the status of the process. */
import type { Outcome } from "./bridge.ts";

const patience = 180_000;

/** Waits for the suite; `log` is shown only where something went wrong. */
export async function report(outcome: Promise<Outcome>, exited: Promise<unknown>, log: () => string): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("The suite did not end in time.")), patience);
  try {
    // The suite tells its outcome before it exits: an exit without one is a failure to start.
    const gone = exited.then((status) =>
      Promise.reject(new Error(`VS Code left with ${status} before the suite ended.`)),
    );
    const { passed, failed } = await Promise.race([outcome, gone, late.promise]);
    if (failed > 0) console.log(log());
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  } catch (error) {
    console.log(log());
    console.log(error instanceof Error ? error.message : error);
    console.log("0 passed, 1 failed");
    process.exitCode = 1;
  } finally {
    clearTimeout(timer);
  }
}

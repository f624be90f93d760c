/** How many tests have passed and failed. */
export interface TestOutcome {
  readonly passed: number;
  readonly failed: number;
}

/** The last line of a test run. */
export const summary = ({ passed, failed }: TestOutcome): string => `${passed} passed, ${failed} failed`;

/** Returns the sum of outcomes. */
export const total = (outcomes: readonly TestOutcome[]): TestOutcome => ({
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
});

/** Ends a test script: sets the exit status, and reports the outcome to the parent process, if it listens. */
export function finish(outcome: TestOutcome): void {
  process.send?.(outcome);
  process.exitCode = exitStatus(outcome);
}

/** The exit status of a process that has run tests. A run without tests counts as failed. */
export const exitStatus = ({ passed, failed }: TestOutcome): number => (failed > 0 || passed === 0 ? 1 : 0);

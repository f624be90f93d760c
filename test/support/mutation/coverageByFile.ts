/**
 * Reports the mutants that the tests of one file cover. Stryker reports those of all files before it again with each file,
 * which takes memory and time in proportion to the square of their number.
 */
import { afterAll, inject } from "vitest";

interface MutantCoverage {
  readonly static: object;
  perTest: object;
}

/** The globals that Stryker shares with the mutated code in a worker. */
interface StrykerGlobals {
  mutantCoverage?: MutantCoverage;
  /** The object in which the code with mutants counts. */
  counted?: MutantCoverage;
}

// Stryker provides the name, without a type.
const namespace = inject("globalNamespace" as never) as string;
const globals = globalThis as unknown as Record<string, StrykerGlobals>;
globals[namespace] ??= {};
const stryker = globals[namespace];
const counted = stryker.counted ?? stryker.mutantCoverage ?? { static: {}, perTest: {} };
stryker.counted = counted;
stryker.mutantCoverage = counted;

// It runs before the hook with which Stryker reports `mutantCoverage`.
afterAll(() => {
  stryker.mutantCoverage = { ...counted };
  counted.perTest = {};
});

import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { TEST_LIMIT } from "./support/limits.ts";
import { warmPool } from "./support/mutation/warmPool.ts";

/** Runs the files first that failed the last time, then the quick ones: one failure is enough for a mutant. */
class QuickestFailureFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification): number => {
      const result = this.ctx.cache.getTestSpecificationResult(file);
      return result === undefined || result.failed ? 0 : result.duration;
    };
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b)));
  }
}

/** The tests that mutants of the language, the checks and the quotes must fail: `npm run test:mutation`. */
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  plugins: [warmPool],
  test: {
    include: ["test/core/{language,checks}/**/*.test.ts", "test/core/articles/quotes/**/*.test.ts"],
    // All tests of a mutant run in one worker.
    isolate: false,
    sequence: { sequencer: QuickestFailureFirst },
    cache: false,
    // A property that a mutant breaks usually fails after a few random inputs; long input shows little that short input
    // does not.
    env: { ARGMAP_RUNS_SHARE: process.env["ARGMAP_RUNS_SHARE"] ?? "0.01" },
    setupFiles: ["test/support/seed.ts", "test/support/mutation/coverageByFile.ts"],
    testTimeout: TEST_LIMIT,
  },
});

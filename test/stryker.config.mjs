/**
 * Mutation testing: changes the code in small ways and looks whether a test fails. `npm run test:mutation` tests all mutants,
 * `npm run test:mutation -- server/core/checks/rules` those of a folder or file.
 *
 * Results are kept in `test/output/`: a later run tests only mutants of changed code, and those with changed tests. `--force`
 * tests all again.
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  testRunner: "vitest",
  // The tests of a mutant are known from their coverage.
  vitest: { configFile: "test/vitest.mutation.config.ts", related: false },
  mutate: [
    "server/core/language/**/*.ts",
    "server/core/checks/**/*.ts",
    "server/core/articles/quotes/**/*.ts",
    "!**/*.ohm-bundle.*",
  ],
  coverageAnalysis: "perTest",
  // Code that runs once, when a module is loaded, is covered by no test in particular, so its mutants would need all tests.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: "test/output/mutation.json",
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { logTests: false, allowColor: false },
  tempDirName: "test/output/stryker",
  thresholds: { high: 90, low: 80, break: 80 },
  concurrency: 2,
  // A busy machine must not turn survivors into timeouts.
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 20,
  ignorePatterns: ["dist", "test/output", "test/vscode/embedded/node_modules", "docs/*.png"],
  // Stryker would read tsconfig.json with an API that TypeScript 7 does not have; the tests need no compiler options.
  tsconfigFile: "none",
};

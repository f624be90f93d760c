/**
 * Mutation testing: changes the code in small ways and looks whether a test fails. `npm run test:mutation` takes an hour or
 * more on two cores. Part of it: `npm run test:mutation -- --mutate "server/core/checks/**\/*.ts"`.
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  testRunner: "vitest",
  vitest: { configFile: "test/vitest.mutation.config.ts" },
  mutate: [
    "server/core/language/**/*.ts",
    "server/core/checks/**/*.ts",
    "server/core/articles/quotes/**/*.ts",
    "!**/*.ohm-bundle.*",
  ],
  coverageAnalysis: "perTest",
  // A mutant in code that runs once, when a module is loaded, would need a process of its own.
  ignoreStatic: true,
  reporters: ["clear-text", "json", "progress-append-only"],
  jsonReporter: { fileName: "test/output/mutation.json" },
  clearTextReporter: { logTests: false, allowColor: false },
  tempDirName: "test/output/stryker",
  thresholds: { high: 90, low: 80, break: 80 },
  concurrency: 2,
  ignorePatterns: ["dist", "test/output", "test/vscode/embedded/node_modules", "docs/*.png"],
  // Stryker would read tsconfig.json with an API that TypeScript 7 does not have; the tests need no compiler options.
  tsconfigFile: "none",
};

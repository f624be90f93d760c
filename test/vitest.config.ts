import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { SUITE_LIMIT, TEST_LIMIT, WAIT_LIMIT } from "./support/limits.ts";

const root = join(import.meta.dirname, "..");
const all = globSync("test/**/*.test.ts", { cwd: root, exclude: ["test/vscode/**", "test/output/**"] }).map((path) =>
  path.replaceAll("\\", "/"),
);
const imports = (path: string, module: RegExp): boolean => module.test(readFileSync(join(root, path), "utf8"));

/** Test files that open the page in a browser. */
const browser = all.filter((path) => imports(path, /from ".*\/browser\/use(Browser|Page|Playground)\.ts"/));
/** Test files that run what the build makes: the server over stdio, the command line, the export worker. */
const programs = all.filter((path) => !browser.includes(path) && imports(path, /support\/programs\/|dist\//));
/** All others: code called in this process. */
const unit = all.filter((path) => !browser.includes(path) && !programs.includes(path));

/** All tests but the suite that runs inside VS Code. */
export default defineConfig({
  root,
  test: {
    projects: [
      // Files of one process share what they import, which takes longer to load than most of the tests take, and a browser.
      { extends: true, test: { name: "unit", include: unit, isolate: false } },
      { extends: true, test: { name: "programs", include: programs, isolate: false } },
      { extends: true, test: { name: "browser", include: browser, isolate: false } },
    ],
    // By default Vitest leaves one core to itself, which is half of a machine with two.
    maxWorkers: "100%",
    setupFiles: ["test/support/seed.ts"],
    // With ARGMAP_RUNS, some tests try many more random maps.
    testTimeout: process.env.ARGMAP_RUNS === undefined ? TEST_LIMIT : 2 * SUITE_LIMIT,
    hookTimeout: TEST_LIMIT,
    teardownTimeout: WAIT_LIMIT,
    expect: { poll: { timeout: WAIT_LIMIT } },
    coverage: {
      provider: "v8",
      include: ["server/**/*.ts"],
      // The project “programs” tests code that runs in its own process or thread. Coverage of that is not measured.
      exclude: ["**/*.ohm-bundle.*", "server/main.ts", "server/cli/**", "server/export/**", "server/node/*Worker.ts"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 95 },
      reportsDirectory: "test/output/coverage",
    },
  },
});

import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** All tests but the suite that runs within VS Code. */
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/support/seed.ts"],
    exclude: ["**/node_modules/**", "test/vscode/**"],
    // What hangs is told all the same; what is only slow, on a machine that is busy, is not.
    testTimeout: 20_000,
    // Two at a time leave a machine of two cores something for the servers and browsers that tests start.
    maxWorkers: "50%",
  },
});

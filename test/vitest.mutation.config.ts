import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** The tests that mutants of the language, the checks and the quotes must fail: `npm run test:mutation`. */
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    include: ["test/core/{language,checks}/**/*.test.ts", "test/core/articles/quotes/**/*.test.ts"],
    setupFiles: ["test/support/seed.ts"],
  },
});

import { createRequire } from "node:module";

/** Loads `commandBundle.ts`, which the build puts into a separate bundle. So the cast is safe. */
export const loadCommands = () =>
  createRequire(`${import.meta.dirname}/`)("../export/client.cjs") as typeof import("../commandBundle.ts");

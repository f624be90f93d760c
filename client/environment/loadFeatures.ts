import { createRequire } from "node:module";

/** Loads `features.ts`, which the build puts into a separate bundle. So the cast is safe. */
export const loadFeatures = async () =>
  createRequire(`${import.meta.dirname}/`)("./features.cjs") as typeof import("../features.ts");

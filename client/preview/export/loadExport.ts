import { createRequire } from "node:module";

/** Loads `exportBundle.ts`, which the build puts into a separate bundle because exporting is rare. So the cast is safe. */
export const loadExport = () =>
  createRequire(`${import.meta.dirname}/`)("../export/client.cjs") as typeof import("./exportBundle.ts");

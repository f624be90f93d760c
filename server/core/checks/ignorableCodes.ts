/** The problems that a comment can silence: all but errors, and those of such comments themselves. */
import { checks } from "./registry.ts";

/** The codes that a comment can silence. */
export const ignorableCodes: ReadonlySet<string> = new Set(
  checks.flatMap(({ code, severity, scope }) => (severity === "error" || scope === "comment" ? [] : [code])),
);

/** The codes of errors. */
export const errorCodes: ReadonlySet<string> = new Set(
  checks.flatMap(({ code, severity }) => (severity === "error" ? [code] : [])),
);

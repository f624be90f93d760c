/** How grave a problem is told to be. */
import type { Severity } from "../language/problem.ts";
import { checks } from "./registry.ts";

/** Severities that the user set for codes. */
export type Severities = Readonly<Record<string, Severity | "off">>;

const off = new Set(checks.filter((check) => check.off === true).map(({ code }) => code));

/** What the user has set, else what the check says; `off`: it is not told. */
export const severityOf = (
  { code, severity }: { readonly code: string; readonly severity: Severity },
  set: Severities = {},
): Severity | "off" => set[code] ?? (off.has(code) ? "off" : severity);

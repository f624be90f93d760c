/** How grave a problem is told to be. */
import type { Severity } from "../language/problem.ts";
import { checks } from "./registry.ts";

/** Severities that the user set for codes. */
export type SeveritySettings = Readonly<Record<string, Severity | "off">>;

const offByDefault = new Set(checks.filter((check) => check.offByDefault === true).map(({ code }) => code));

/** What the user has set, else what the check says; `off`: it is not told. */
export const severityOf = (
  { code, severity }: { readonly code: string; readonly severity: Severity },
  settings: SeveritySettings = {},
): Severity | "off" => settings[code] ?? (offByDefault.has(code) ? "off" : severity);

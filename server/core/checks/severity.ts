/** The severity of problems under the user's settings. */
import type { Severity } from "../language/problem.ts";
import { checks } from "./registry.ts";

/** The severities that the user has set, by code. */
export type SeveritySettings = Readonly<Record<string, Severity | "off">>;

const offByDefault = new Set(checks.filter((check) => check.offByDefault === true).map(({ code }) => code));

/** Returns the severity that the user has set for a problem, or its default. Problems that are `off` are not reported. */
export const severityOf = (
  { code, severity }: { readonly code: string; readonly severity: Severity },
  settings: SeveritySettings = {},
): Severity | "off" => settings[code] ?? (offByDefault.has(code) ? "off" : severity);

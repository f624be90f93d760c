/** The problems that a comment can silence: all but errors, and those of such comments themselves. */
import type { Check } from "../check.ts";

let known: { readonly ignorable: readonly string[]; readonly errors: ReadonlySet<string> } | undefined;

/** Sets the list of checks, which contains the checks that ask for the codes. */
export function setChecks(checks: readonly Check[]): void {
  known = {
    ignorable: checks.flatMap(({ code, severity, scope }) =>
      severity === "error" || scope === "comment" ? [] : [code],
    ),
    errors: new Set(checks.flatMap(({ code, severity }) => (severity === "error" ? [code] : []))),
  };
}

/** The codes that a comment can silence. */
export const ignorableCodes = (): readonly string[] => known?.ignorable ?? [];
/** Whether a code is that of an error. */
export const isErrorCode = (code: string): boolean => known?.errors.has(code) === true;

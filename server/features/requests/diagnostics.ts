import type { Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { type Severities, severityOf } from "../../core/checks/severity.ts";
import type { MapFile } from "../../core/language/map.ts";
import type { Problem, Severity } from "../../core/language/problem.ts";
import type { Known } from "../../workspace/workspace.ts";
import { nameLocation } from "../shared/ranges.ts";

/** What a client may be told and how. */
export interface DiagnosticOptions {
  /** Severities that the user set for codes; `off` leaves a problem out. */
  readonly severities: Severities;
  /** Where the page of the reference is whose sections are named after the codes. */
  readonly reference: string | undefined;
  /** Whether the client shows other places involved. */
  readonly related: boolean;
  /** How the client writes the URI of a file, where it is not as we do. */
  readonly written?: (uri: string) => string;
}

/** More than these are not sent for one file. */
const MOST_PROBLEMS = 1000;

const numbers: { readonly [S in Severity]: DiagnosticSeverity } = { error: 1, warning: 2, information: 3, hint: 4 };
const UNNECESSARY = 1;

/** All that is said of a file, errors first, then in the order of the text; the last one says how many more there are. */
export function diagnostics({ file, checker }: Known, options: DiagnosticOptions): Diagnostic[] {
  const { severities } = options;
  const kept: { readonly problem: Problem; readonly severity: Severity; readonly line: number }[] = [];
  for (const problem of checker.problems()) {
    const severity = severityOf(problem, severities);
    if (severity !== "off") kept.push({ problem, severity, line: file.syntax.lines.numberOf(problem.at.line) });
  }
  kept.sort(
    (a, b) => numbers[a.severity] - numbers[b.severity] || a.line - b.line || a.problem.at.start - b.problem.at.start,
  );
  const told = kept.slice(0, kept.length > MOST_PROBLEMS ? MOST_PROBLEMS - 1 : MOST_PROBLEMS);
  const result = told.map(({ problem, severity }) => toDiagnostic(file, problem, severity, options));
  const more = kept.length - told.length;
  if (more > 0) {
    const top = { line: 0, character: 0 };
    result.push({
      range: { start: top, end: top },
      severity: 3,
      source: "argmap",
      code: "more-problems",
      message: `There are ${more} more problems; they show as these are mended.`,
    });
  }
  return result;
}

/** A problem in the terms of LSP. */
export function toDiagnostic(
  file: MapFile,
  problem: Problem,
  severity: Severity,
  options: DiagnosticOptions,
): Diagnostic {
  const { code, message, at, to, offers } = problem;
  const { start, end } = file.syntax.rangeOf(at);
  const others = options.related
    ? problem.related.filter(({ entry }) => entry.home.entries.get(entry.id) === entry)
    : [];
  return {
    range: { start, end: to === undefined ? end : file.syntax.rangeOf(to).end },
    severity: numbers[severity],
    source: "argmap",
    code,
    message,
    ...(options.reference !== undefined && { codeDescription: { href: `${options.reference}#${code}` } }),
    ...(code.startsWith("unused-") && { tags: [UNNECESSARY] }),
    ...(others.length > 0 && {
      relatedInformation: others.map(({ entry, message }) => {
        const { uri, range } = nameLocation(entry);
        return { location: { uri: options.written?.(uri) ?? uri, range }, message };
      }),
    }),
    ...(offers.length > 0 && { data: { offers } }),
  };
}

import type { Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { type SeveritySettings, severityOf } from "../../core/checks/severity.ts";
import type { MapFile } from "../../core/language/map.ts";
import type { Problem, Severity } from "../../core/language/problem.ts";
import type { WorkspaceFile } from "../../workspace/workspace.ts";
import { nameLocation } from "../shared/ranges.ts";

/** What a client may be told and how. */
export interface DiagnosticOptions {
  /** Severities that the user set for codes; `off` leaves a problem out. */
  readonly severities: SeveritySettings;
  /** Where the page of the reference is whose sections are named after the codes. */
  readonly referenceUri: string | undefined;
  /** Whether the client shows other places involved. */
  readonly supportsRelatedInformation: boolean;
  /** How the client writes the URI of a file, where it is not as we do. */
  readonly toClientUri?: (uri: string) => string;
}

/** More than these are not sent for one file. */
const MAX_PROBLEMS = 1000;

const lspSeverities: { readonly [S in Severity]: DiagnosticSeverity } = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};
const UNNECESSARY = 1;

/** All that is said of a file, errors first, then in the order of the text; the last one says how many more there are. */
export function diagnostics({ file, checker }: WorkspaceFile, options: DiagnosticOptions): Diagnostic[] {
  const { severities } = options;
  const reported: { readonly problem: Problem; readonly severity: Severity; readonly line: number }[] = [];
  for (const problem of checker.problems()) {
    const severity = severityOf(problem, severities);
    if (severity !== "off") reported.push({ problem, severity, line: file.syntax.lines.numberOf(problem.at.line) });
  }
  reported.sort(
    (a, b) =>
      lspSeverities[a.severity] - lspSeverities[b.severity] ||
      a.line - b.line ||
      a.problem.at.start - b.problem.at.start,
  );
  const sent = reported.slice(0, reported.length > MAX_PROBLEMS ? MAX_PROBLEMS - 1 : MAX_PROBLEMS);
  const result = sent.map(({ problem, severity }) => toDiagnostic(file, problem, severity, options));
  const hiddenCount = reported.length - sent.length;
  if (hiddenCount > 0) {
    const fileStart = { line: 0, character: 0 };
    result.push({
      range: { start: fileStart, end: fileStart },
      severity: 3,
      source: "argmap",
      code: "more-problems",
      message: `There are ${hiddenCount} more problems; they show as these are mended.`,
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
  const { code, message, at, to, suggestions } = problem;
  const { start, end } = file.syntax.rangeOf(at);
  const relatedEntries = options.supportsRelatedInformation
    ? problem.related.filter(({ entry }) => entry.document.entries.get(entry.id) === entry)
    : [];
  return {
    range: { start, end: to === undefined ? end : file.syntax.rangeOf(to).end },
    severity: lspSeverities[severity],
    source: "argmap",
    code,
    message,
    ...(options.referenceUri !== undefined && { codeDescription: { href: `${options.referenceUri}#${code}` } }),
    ...(code.startsWith("unused-") && { tags: [UNNECESSARY] }),
    ...(relatedEntries.length > 0 && {
      relatedInformation: relatedEntries.map(({ entry, message }) => {
        const { uri, range } = nameLocation(entry);
        return { location: { uri: options.toClientUri?.(uri) ?? uri, range }, message };
      }),
    }),
    ...(suggestions.length > 0 && { data: { offers: suggestions } }),
  };
}

/** Diagnostics: the problems of a map in the form that editors show them. */

import type { Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { compareByCheck } from "../../../core/checks/problemOrder.ts";
import { type SeveritySettings, severityOf } from "../../../core/checks/severity.ts";
import { isCurrent } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import type { Problem, Severity } from "../../../core/language/problem.ts";
import type { WorkspaceFile } from "../../../workspace/workspace.ts";
import { multiLineRange, nameLocation } from "../../shared/ranges.ts";

/** Which problems are reported, and in what form. */
export interface DiagnosticOptions {
  /** The severities from the settings, by problem code; `off` hides a problem. */
  readonly severities: SeveritySettings;
  /** The reference page, which has a section for each problem code. Undefined: diagnostics have no link. */
  readonly referenceUri: string | undefined;
  /** Whether the client shows related locations. */
  readonly supportsRelatedInformation: boolean;
  /** Converts a URI to the client’s spelling. */
  readonly toClientUri?: (uri: string) => string;
}

interface ReportedProblem {
  readonly problem: Problem;
  readonly severity: Severity;
  readonly line: number;
}

/** From this number of places on, the same message is shown once, with a count. */
const MIN_REPEATED = 4;

/**
 * Shows the same message of many problems only at the first of them. The others become hints, which editors mark in the
 * text but do not list, so that each place can still be seen and fixed. Messages about the whole file are shown once.
 */
function collapseRepeated(reported: readonly ReportedProblem[]): readonly ReportedProblem[] {
  const counts = new Map<string, number>();
  const keyOf = ({ problem, severity }: ReportedProblem): string => `${severity} ${problem.code} ${problem.message}`;
  for (const one of reported) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  const firstLines = new Map<string, number>();
  const hints: ReportedProblem[] = [];
  const shown = reported.flatMap((one): readonly ReportedProblem[] => {
    const { problem } = one;
    const key = keyOf(one);
    const count = counts.get(key) ?? 0;
    if (count < (problem.isShownOnce ? 2 : MIN_REPEATED)) return [one];
    const firstLine = firstLines.get(key);
    if (firstLine === undefined) {
      firstLines.set(key, one.line);
      const message = `${problem.message} (In ${count} places of this file.)`;
      return [{ ...one, problem: { ...problem, message } }];
    }
    if (!problem.isShownOnce) hints.push({ ...one, severity: "hint" });
    return [];
  });
  return [...shown, ...hints];
}

/** The maximum number of diagnostics for one file. */
const MAX_PROBLEMS = 1000;

const lspSeverities: { readonly [S in Severity]: DiagnosticSeverity } = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};
const UNNECESSARY = 1;

/**
 * Returns the diagnostics of a file, errors first, then in the order of the text. A message that occurs often is shown at
 * its first place, with a count. If there are more than `MAX_PROBLEMS`, the last one says how many are hidden.
 *
 * @param isWaiting whether a problem is not shown yet, because the user is still writing there
 */
export function diagnostics(
  { file, checker }: WorkspaceFile,
  options: DiagnosticOptions,
  isWaiting: (problem: Problem) => boolean = () => false,
): Diagnostic[] {
  const { severities } = options;
  const reported: ReportedProblem[] = [];
  for (const problem of checker.problems()) {
    if (isWaiting(problem)) continue;
    const severity = severityOf(problem, severities);
    if (severity !== "off") reported.push({ problem, severity, line: file.syntax.lines.numberOf(problem.at.line) });
  }
  reported.sort(
    (a, b) =>
      lspSeverities[a.severity] - lspSeverities[b.severity] ||
      a.line - b.line ||
      a.problem.at.start - b.problem.at.start ||
      compareByCheck(a.problem, b.problem),
  );
  const shown = collapseRepeated(reported);
  const sent = shown.slice(0, shown.length > MAX_PROBLEMS ? MAX_PROBLEMS - 1 : MAX_PROBLEMS);
  const result = sent.map(({ problem, severity }) => toDiagnostic(file, problem, severity, options));
  const hiddenCount = shown.length - sent.length;
  if (hiddenCount > 0) {
    const fileStart = { line: 0, character: 0 };
    result.push({
      range: { start: fileStart, end: fileStart },
      severity: 3,
      source: "argmap",
      code: "more-problems",
      message: `${hiddenCount} more problems are hidden. Fix some of these to see them.`,
    });
  }
  return result;
}

/** Converts a problem to an LSP diagnostic. */
export function toDiagnostic(
  file: MapFile,
  problem: Problem,
  severity: Severity,
  options: DiagnosticOptions,
): Diagnostic {
  const { code, message, suggestions } = problem;
  // An entry may have been removed since the problem was found.
  const relatedEntries = options.supportsRelatedInformation
    ? problem.related.filter(({ entry }) => isCurrent(entry))
    : [];
  return {
    range: multiLineRange(file, problem),
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

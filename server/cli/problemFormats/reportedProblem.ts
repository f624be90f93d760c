import { lineNumberOf } from "../../core/language/entry.ts";
import type { MapFile } from "../../core/language/map.ts";
import { fileOf } from "../../core/language/map.ts";
import type { Problem, Severity } from "../../core/language/problem.ts";

/** A problem as it is printed. Lines and columns are counted from 1, columns in UTF-16 code units, ends exclusive. */
export interface ReportedProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly related: readonly { readonly file: string; readonly line: number; readonly message: string }[];
}

/** The problems of all maps that were checked, by file and place. */
export interface CheckedMaps {
  readonly problems: readonly ReportedProblem[];
  /** The maps by the names that the user gave them, those without problems too. */
  readonly files: readonly string[];
  /** Returns a line of a map, counted from 1. */
  readonly lineOf: (problem: ReportedProblem) => string;
}

/**
 * Returns a problem as it is printed.
 *
 * @param displayNames the names of files by their URIs
 */
export function toReportedProblem(
  file: MapFile,
  problem: Problem,
  displayNames: ReadonlyMap<string, string>,
): ReportedProblem {
  const { start, end } = file.syntax.rangeOf(problem.at);
  const last = problem.to === undefined ? end : file.syntax.rangeOf(problem.to).end;
  const nameOf = ({ uri }: MapFile): string => displayNames.get(uri) ?? decodeURIComponent(uri);
  return {
    file: nameOf(file),
    line: start.line + 1,
    column: start.character + 1,
    endLine: last.line + 1,
    endColumn: last.character + 1,
    severity: problem.severity,
    code: problem.code,
    message: problem.message,
    related: problem.related.map(({ entry, message }) => ({
      file: nameOf(fileOf(entry)),
      line: lineNumberOf(entry),
      message,
    })),
  };
}

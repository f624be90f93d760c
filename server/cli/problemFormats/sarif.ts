/** SARIF 2.1.0, the OASIS format for results of static analysis, which code hosts show beside the lines. */
import { pathToFileURL } from "node:url";
import { version } from "../../../package.json";
import type { Severity } from "../../core/language/problem.ts";
import type { CheckedMaps, ReportedProblem } from "./reportedProblem.ts";

const levels = { error: "error", warning: "warning", information: "note", hint: "note" } as const satisfies Record<
  Severity,
  string
>;

/** Returns a SARIF log with one run. */
export function formatAsSarif({ problems, files }: CheckedMaps): string {
  const ruleIds = [...new Set(problems.map(({ code }) => code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "argmap", version, rules: ruleIds.map((id) => ({ id })) } },
        // The unit of columns in SARIF is named; without it, readers may count code points.
        columnKind: "utf16CodeUnits",
        artifacts: files.map((file) => ({ location: { uri: relativeUri(file) } })),
        results: problems.map((problem) => toResult(problem, ruleIds)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function toResult(problem: ReportedProblem, ruleIds: readonly string[]) {
  const { file, line, column, endLine, endColumn, severity, code, message, related } = problem;
  return {
    ruleId: code,
    ruleIndex: ruleIds.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: relativeUri(file) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    relatedLocations: related.map((one) => ({
      message: { text: one.message },
      physicalLocation: { artifactLocation: { uri: relativeUri(one.file) }, region: { startLine: one.line } },
    })),
  };
}

/** Returns a URI relative to the working folder for a path that the user wrote so; otherwise an absolute one. */
function relativeUri(file: string): string {
  const base = `${pathToFileURL(process.cwd()).href}/`;
  const { href } = pathToFileURL(file);
  return href.startsWith(base) ? href.slice(base.length) : href;
}

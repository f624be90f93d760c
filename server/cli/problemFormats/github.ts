/** Workflow commands of GitHub Actions, which become annotations of a pull request. */
import type { Severity } from "../../core/language/problem.ts";
import type { CheckedMaps, ReportedProblem } from "./reportedProblem.ts";

const commands = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
} as const satisfies Record<Severity, string>;

/** Returns one workflow command for each problem. */
export const formatForGithub = ({ problems }: CheckedMaps): string => problems.map(toCommand).join("");

function toCommand({ file, line, column, endLine, endColumn, severity, code, message }: ReportedProblem): string {
  const properties = {
    file: escapeProperty(file),
    line,
    endLine,
    // Columns are allowed only within one line.
    ...(line === endLine ? { col: column, endColumn } : {}),
    title: escapeProperty(code),
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${value}`);
  return `::${commands[severity]} ${listed.join(",")}::${escapeMessage(message)}\n`;
}

const escapeMessage = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string => escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

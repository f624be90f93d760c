/** Problems as they are printed on a terminal: each with its line, and carets under its range. */
import { styleText } from "node:util";
import type { Severity } from "../../core/language/problem.ts";
import { counted } from "../../core/strings/english.ts";
import { printable } from "../command.ts";
import type { CheckedMaps, ReportedProblem } from "./reportedProblem.ts";

const severityOrder: readonly Severity[] = ["error", "warning", "information", "hint"];
const severityColors = { error: "red", warning: "yellow", information: "blue", hint: "cyan" } as const;

/** Returns the problems with their lines, and a summary. */
export async function formatAsText(checked: CheckedMaps): Promise<string> {
  const isSimple = checked.problems.every((problem) => ASCII.test(checked.lineOf(problem)));
  const widthOf = isSimple ? (text: string) => text.length : await loadStringWidth();
  const problems = checked.problems.map((problem) => formatProblem(problem, checked.lineOf(problem), widthOf));
  return `${problems.join("")}${summary(checked)}\n`;
}

/** Characters that take one column each, and tabs, which are kept. */
const ASCII = /^[\t -~]*$/u;

/** The library is loaded when it is needed: it takes a tenth of the start of a command. */
const loadStringWidth = async (): Promise<(text: string) => number> => (await import("string-width")).default;

/** Of a longer line, only the part around the problem is shown. */
const MAX_LINE_LENGTH = 240;
const CONTEXT_LENGTH = 80;

/** Formats a problem with its line, and carets under the range of the problem. */
function formatProblem(problem: ReportedProblem, fullLine: string, widthOf: (text: string) => number): string {
  const { file, line, column, endLine, endColumn, severity, code, message, related } = problem;
  const number = String(line);
  const gutter = " ".repeat(number.length);
  const from = fullLine.length > MAX_LINE_LENGTH ? Math.max(0, column - 1 - CONTEXT_LENGTH) : 0;
  const raw = printable(fullLine.slice(from, from + MAX_LINE_LENGTH));
  const before = raw.slice(0, column - 1 - from);
  const marked = raw.slice(column - 1 - from, endLine === line ? endColumn - 1 - from : undefined);
  // Tabs are kept, so that the carets are aligned with the line.
  const pad = before
    .split("\t")
    .map((part) => " ".repeat(widthOf(part)))
    .join("\t");
  const carets = "^".repeat(Math.max(1, widthOf(marked)));
  const others = related.map((one) => `${gutter}   ${one.file}:${one.line}: ${one.message}\n`).join("");
  return (
    `${styled("bold", `${file}:${line}:${column}`)} ${styled(severityColors[severity], severity)} ${message} ${styled("dim", `(${code})`)}\n` +
    `${styled("dim", `${number} |`)} ${raw}\n${styled("dim", `${gutter} |`)} ${pad}${styled(severityColors[severity], carets)}\n${others}\n`
  );
}

function summary({ problems, files }: CheckedMaps): string {
  const maps = counted(files.length, "map");
  const counts = severityOrder.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity === "information" ? "note" : severity)];
  });
  return counts.length === 0 ? `${maps}, no problems.` : `${maps}: ${counts.join(", ")}.`;
}

const styled = (format: "bold" | "dim" | (typeof severityColors)[Severity], text: string): string =>
  process.stdout.isTTY && process.env["NO_COLOR"] === undefined ? styleText(format, text) : text;

/** `argmap check`: prints the problems of maps that an editor would show. */
import { styleText } from "node:util";
import stringWidth from "string-width";
import { severityOf } from "../core/checks/severity.ts";
import type { MapFile } from "../core/language/map.ts";
import { fileOf } from "../core/language/map.ts";
import { headSpan, type Problem, type Severity } from "../core/language/problem.ts";
import { counted, joinList } from "../core/strings/english.ts";
import { diskFileSystem } from "../node/diskFileSystem.ts";
import { type Command, openMaps, parseArguments, printable, UsageError, uriOf } from "./command.ts";
import { findMaps, isFolder } from "./findMaps.ts";

const severityOrder: readonly Severity[] = ["error", "warning", "information", "hint"];
const severityColors = { error: "red", warning: "yellow", information: "blue", hint: "cyan" } as const;

/** A problem as `--json` prints it. Lines and columns are counted from 1, columns in UTF-16 code units, ends exclusive. */
interface ReportedProblem {
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

/** The command `check`. Exits with 1 if a map has errors. */
export const check: Command = async (args) => {
  const { values, positionals } = parseArguments(args, { json: { type: "boolean", default: false } });
  if (positionals.length === 0) throw new UsageError("No maps specified. Name the files or folders to check.");
  const found = positionals.map((target) => findMaps(target));
  const files = [...new Set(found.flatMap(({ maps }) => maps))];
  const unreadable = [...new Set(found.flatMap((one) => one.unreadable))];
  if (unreadable.length > 0) process.stderr.write(`argmap check: ${passedOver(unreadable)}\n`);
  if (files.length === 0) throw new UsageError(`No maps found in ${positionals.join(", ")}.`);
  const uris = files.map(uriOf);
  // Maps may cite files in the working folder, and in the folders that the user names.
  const folders = [".", ...positionals.filter(isFolder)].map(uriOf);
  const workspace = await openMaps(uris, folders, diskFileSystem);
  const reported: { readonly problem: ReportedProblem; readonly raw: string }[] = [];
  const displayNames = new Map(uris.map((uri, index) => [uri, files[index] ?? uri]));
  for (const [index, uri] of uris.entries()) {
    const file = workspace.get(uri)?.file;
    if (file === undefined) continue;
    const enabled = workspace.problemsOf(uri).filter((problem) => severityOf(problem) !== "off");
    const problems = enabled.map((problem) => ({
      problem: toReportedProblem(files[index] ?? uri, file, problem, displayNames),
      raw: problem.at.line.scanned.raw,
    }));
    problems.sort((a, b) => a.problem.line - b.problem.line || a.problem.column - b.problem.column);
    reported.push(...problems);
  }
  if (values.json)
    process.stdout.write(
      `${JSON.stringify(
        reported.map(({ problem }) => problem),
        undefined,
        2,
      )}\n`,
    );
  else
    process.stdout.write(
      `${reported.map(({ problem, raw }) => formatProblem(problem, raw)).join("")}${summary(reported, files.length)}\n`,
    );
  return reported.some(({ problem }) => problem.severity === "error") ? 1 : 0;
};

const MAX_NAMED = 3;

/** Says which folders and files were not read. */
function passedOver(unreadable: readonly string[]): string {
  const named = unreadable.slice(0, MAX_NAMED);
  const rest = unreadable.length - named.length;
  return `Passed over what cannot be read: ${joinList([...named, ...(rest > 0 ? [`${rest} more`] : [])], "and")}.`;
}

function toReportedProblem(
  name: string,
  file: MapFile,
  problem: Problem,
  displayNames: ReadonlyMap<string, string>,
): ReportedProblem {
  const { start, end } = file.syntax.rangeOf(problem.at);
  const last = problem.to === undefined ? end : file.syntax.rangeOf(problem.to).end;
  return {
    file: name,
    line: start.line + 1,
    column: start.character + 1,
    endLine: last.line + 1,
    endColumn: last.character + 1,
    severity: problem.severity,
    code: problem.code,
    message: problem.message,
    related: problem.related.map(({ entry, message }) => {
      const relatedFile = fileOf(entry);
      const { line } = relatedFile.syntax.rangeOf(headSpan(entry)).start;
      return {
        file: displayNames.get(relatedFile.uri) ?? decodeURIComponent(relatedFile.uri),
        line: line + 1,
        message,
      };
    }),
  };
}

/** Of a longer line, only the part around the problem is shown. */
const MAX_LINE_LENGTH = 240;
const CONTEXT_LENGTH = 80;

/** Formats a problem with its line, and carets under the range of the problem. */
function formatProblem(problem: ReportedProblem, fullLine: string): string {
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
    .map((part) => " ".repeat(stringWidth(part)))
    .join("\t");
  const carets = "^".repeat(Math.max(1, stringWidth(marked)));
  const others = related.map((one) => `${gutter}   ${one.file}:${one.line}: ${one.message}\n`).join("");
  return (
    `${styled("bold", `${file}:${line}:${column}`)} ${styled(severityColors[severity], severity)} ${message} ${styled("dim", `(${code})`)}\n` +
    `${styled("dim", `${number} |`)} ${raw}\n${styled("dim", `${gutter} |`)} ${pad}${styled(severityColors[severity], carets)}\n${others}\n`
  );
}

function summary(reported: readonly { readonly problem: ReportedProblem }[], files: number): string {
  const maps = counted(files, "map");
  const counts = severityOrder.flatMap((severity) => {
    const count = reported.filter(({ problem }) => problem.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity === "information" ? "note" : severity)];
  });
  return counts.length === 0 ? `${maps}, no problems.` : `${maps}: ${counts.join(", ")}.`;
}

const styled = (format: "bold" | "dim" | (typeof severityColors)[Severity], text: string): string =>
  process.stdout.isTTY && process.env["NO_COLOR"] === undefined ? styleText(format, text) : text;

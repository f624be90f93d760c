/** `argmap check`: the problems that an editor shows, in a terminal. */
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { styleText } from "node:util";
import stringWidth from "string-width";
import { severityOf } from "../core/checks/severity.ts";
import type { MapFile } from "../core/language/map.ts";
import { fileOf } from "../core/language/map.ts";
import { headSpan, type Problem, type Severity } from "../core/language/problem.ts";
import { diskFileSystem } from "../node/diskFileSystem.ts";
import { normalUri } from "../workspace/paths.ts";
import { type Command, openMaps, readWords, WrongUse } from "./command.ts";

const gravity: readonly Severity[] = ["error", "warning", "information", "hint"];
const colours = { error: "red", warning: "yellow", information: "blue", hint: "cyan" } as const;

/** A problem as `--json` prints it. Lines and columns count from 1, columns in UTF-16 code units, ends exclusive. */
interface Told {
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

export const check: Command = async (words) => {
  const { values, positionals } = readWords(words, { json: { type: "boolean", default: false } });
  if (positionals.length === 0) throw new WrongUse("Name the maps to check.");
  const files = [...new Set(positionals.flatMap(mapsIn))];
  if (files.length === 0) throw new WrongUse(`There is no map in ${positionals.join(", ")}.`);
  const uris = files.map(uriOf);
  // Who stands in a folder, or names it, means what is in it.
  const folders = [".", ...positionals.filter((place) => statSync(place).isDirectory())].map(uriOf);
  const workspace = await openMaps(uris, folders, diskFileSystem);
  const told: { readonly problem: Told; readonly raw: string }[] = [];
  for (const [index, uri] of uris.entries()) {
    const file = workspace.get(uri)?.file;
    if (file === undefined) continue;
    const names = new Map(uris.map((one, at) => [one, files[at] ?? one]));
    const wanted = workspace.problemsOf(uri).filter((problem) => severityOf(problem) !== "off");
    const problems = wanted.map((problem) => ({
      problem: tell(files[index] ?? uri, file, problem, names),
      raw: problem.at.line.reading.raw,
    }));
    problems.sort((a, b) => a.problem.line - b.problem.line || a.problem.column - b.problem.column);
    told.push(...problems);
  }
  if (values.json)
    process.stdout.write(
      `${JSON.stringify(
        told.map(({ problem }) => problem),
        undefined,
        2,
      )}\n`,
    );
  else
    process.stdout.write(
      `${told.map(({ problem, raw }) => written(problem, raw)).join("")}${summary(told, files.length)}\n`,
    );
  return told.some(({ problem }) => problem.severity === "error") ? 1 : 0;
};

const uriOf = (place: string): string => normalUri(pathToFileURL(path.resolve(place)).toString());

/** A file itself; for a folder all maps in it. */
function mapsIn(place: string): readonly string[] {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (stats === undefined) throw new WrongUse(`${place} does not exist.`);
  if (!stats.isDirectory()) return [place];
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".argmap") && !name.split(path.sep).includes("node_modules"))
    .sort()
    .map((name) => path.join(place, name));
}

function tell(name: string, file: MapFile, problem: Problem, names: ReadonlyMap<string, string>): Told {
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
      const home = fileOf(entry);
      const { line } = home.syntax.rangeOf(headSpan(entry)).start;
      return { file: names.get(home.uri) ?? decodeURIComponent(home.uri), line: line + 1, message };
    }),
  };
}

/** Lines are shown up to this long; of a longer one, what is around the problem. */
const longest = 240;
const around = 80;

/** A problem with its line and a caret under each column that it marks. */
function written(problem: Told, whole: string): string {
  const { file, line, column, endLine, endColumn, severity, code, message, related } = problem;
  const number = String(line);
  const gutter = " ".repeat(number.length);
  const from = whole.length > longest ? Math.max(0, column - 1 - around) : 0;
  // What a terminal would take for an order is shown as a sign of its own.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  const raw = whole.slice(from, from + longest).replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "\ufffd");
  const before = raw.slice(0, column - 1 - from);
  const marked = raw.slice(column - 1 - from, endLine === line ? endColumn - 1 - from : undefined);
  // Tabs stay tabs, so that the carets stand where the line's own characters do.
  const pad = before
    .split("\t")
    .map((part) => " ".repeat(stringWidth(part)))
    .join("\t");
  const carets = "^".repeat(Math.max(1, stringWidth(marked)));
  const others = related.map((one) => `${gutter}   ${one.file}:${one.line}: ${one.message}\n`).join("");
  return (
    `${paint("bold", `${file}:${line}:${column}`)} ${paint(colours[severity], severity)} ${message} ${paint("dim", `(${code})`)}\n` +
    `${paint("dim", `${number} |`)} ${raw}\n${paint("dim", `${gutter} |`)} ${pad}${paint(colours[severity], carets)}\n${others}\n`
  );
}

function summary(told: readonly { readonly problem: Told }[], files: number): string {
  const where = files === 1 ? "1 map" : `${files} maps`;
  const counts = gravity.flatMap((severity) => {
    const count = told.filter(({ problem }) => problem.severity === severity).length;
    const word = severity === "information" ? "note" : severity;
    return count === 0 ? [] : [`${count} ${word}${count === 1 ? "" : "s"}`];
  });
  return counts.length === 0 ? `${where}, no problems.` : `${where}: ${counts.join(", ")}.`;
}

const paint = (format: "bold" | "dim" | (typeof colours)[Severity], text: string): string =>
  process.stdout.isTTY && process.env["NO_COLOR"] === undefined ? styleText(format, text) : text;

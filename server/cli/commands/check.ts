/** `argmap check`: prints the problems of maps that an editor would show. */
import { severityOf } from "../../core/checks/severity.ts";
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { displayName, openMaps, STDIN, uriOf } from "../command.ts";
import { findAllMaps } from "../findMaps.ts";
import { fixMaps } from "../fixMaps.ts";
import { formatForGithub } from "../problemFormats/github.ts";
import { formatAsJson } from "../problemFormats/json.ts";
import { formatAsJunit } from "../problemFormats/junit.ts";
import type { ProblemFormat } from "../problemFormats/problemFormats.ts";
import { type CheckedMaps, type ReportedProblem, toReportedProblem } from "../problemFormats/reportedProblem.ts";
import { formatAsSarif } from "../problemFormats/sarif.ts";
import { formatAsText } from "../problemFormats/text.ts";
import { UsageError } from "../usageError.ts";

export interface CheckOptions {
  readonly format: ProblemFormat;
  /** Same as the format `json`. */
  readonly json?: boolean;
  readonly maxWarnings?: number;
  readonly fix?: boolean;
}

const formatters: Readonly<Record<ProblemFormat, (checked: CheckedMaps) => string>> = {
  text: formatAsText,
  json: formatAsJson,
  sarif: formatAsSarif,
  github: formatForGithub,
  junit: formatAsJunit,
};

/**
 * Prints the problems of maps, and of the maps in folders. Returns 1 if there is an error, or more warnings than allowed.
 *
 * @throws {UsageError} if there are no maps, or one cannot be read
 */
export async function check(targets: readonly string[], options: CheckOptions): Promise<number> {
  const { maps, folders } = findAllMaps("check", targets);
  if (options.fix && maps.includes(STDIN)) throw new UsageError("--fix changes files, and standard input is none.");
  const uris = maps.map(uriOf);
  let workspace = await openMaps(uris, folders, diskFileSystem);
  if (options.fix && (await fixMaps(workspace, uris))) workspace = await openMaps(uris, folders, diskFileSystem);
  const checked = collectProblems(workspace, uris, maps.map(displayName));
  process.stdout.write(formatters[options.json ? "json" : options.format](checked));
  const count = (severity: string): number =>
    checked.problems.filter((problem) => problem.severity === severity).length;
  const warnings = count("warning");
  const { maxWarnings = Number.POSITIVE_INFINITY } = options;
  if (warnings > maxWarnings)
    process.stderr.write(
      `argmap check: There are more warnings than --max-warnings ${maxWarnings} allows: ${warnings}.\n`,
    );
  return count("error") > 0 || warnings > maxWarnings ? 1 : 0;
}

/** Returns the problems of open maps that are not turned off, by map and place. */
function collectProblems(workspace: Workspace, uris: readonly string[], files: readonly string[]): CheckedMaps {
  const displayNames = new Map(uris.map((uri, index) => [uri, files[index] ?? uri]));
  const lines = new Map<ReportedProblem, string>();
  for (const uri of uris) {
    const file = workspace.get(uri)?.file;
    if (file === undefined) continue;
    for (const problem of workspace.problemsOf(uri))
      if (severityOf(problem) !== "off")
        lines.set(toReportedProblem(file, problem, displayNames), problem.at.line.scanned.raw);
  }
  return { problems: [...lines.keys()], files, lineOf: (problem) => lines.get(problem) ?? "" };
}

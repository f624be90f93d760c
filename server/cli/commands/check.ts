/** `argmap check`: prints the problems of maps that an editor would show. */
import { availableParallelism } from "node:os";
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import { displayName, openMaps, reportUnreadable, uriOf } from "../command.ts";
import { checkMaps, independentGroups, type MapProblems } from "../maps/checkMaps.ts";
import { findAllMaps } from "../maps/findMaps.ts";
import { formatForGithub } from "../problemFormats/github.ts";
import { formatAsJson } from "../problemFormats/json.ts";
import { formatAsJunit } from "../problemFormats/junit.ts";
import type { ProblemFormat } from "../problemFormats/problemFormats.ts";
import type { CheckedMaps } from "../problemFormats/reportedProblem.ts";
import { formatAsSarif } from "../problemFormats/sarif.ts";
import { formatAsText } from "../problemFormats/text.ts";
import { startProgress } from "../progressBar.ts";
import { STDIN } from "../standardStreams.ts";
import { runTasks } from "../threads.ts";
import { UsageError } from "../usageError.ts";

export interface CheckOptions {
  readonly format: ProblemFormat;
  /** Same as the format `json`. */
  readonly json?: boolean;
  readonly maxWarnings?: number;
  readonly fix?: boolean;
}

const formatters: Readonly<Record<ProblemFormat, (checked: CheckedMaps) => string | Promise<string>>> = {
  text: formatAsText,
  json: formatAsJson,
  sarif: formatAsSarif,
  github: formatForGithub,
  junit: formatAsJunit,
};

/**
 * Prints the problems of maps, and of the maps in folders. Returns 1 if there is an error, or more warnings than allowed, or if
 * one of several maps cannot be read.
 *
 * @throws {UsageError} if there are no maps, or none can be read
 */
export async function check(targets: readonly string[], options: CheckOptions): Promise<number> {
  const { maps, folders } = await findAllMaps("check", targets);
  const usesStdin = maps.includes(STDIN);
  if (options.fix && usesStdin) throw new UsageError("--fix changes files, but standard input is not a file.");
  if (options.fix) {
    const uris = maps.map(uriOf);
    const { fixMaps } = await import("../maps/fixMaps.ts");
    await fixMaps((await openMaps(uris, folders, diskFileSystem)).workspace, uris);
  }
  const problems = usesStdin ? await checkMaps({ maps, folders }) : await checkInThreads(maps, folders);
  return printProblems("check", maps, problems, options);
}

/** Returns the problems of each map; undefined for one that cannot be read. Many maps are checked on all cores. */
async function checkInThreads(maps: readonly string[], folders: readonly string[]): Promise<Found> {
  const groups = await independentGroups(maps, availableParallelism());
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) return checkMaps({ maps: only, folders });
  const progress = startProgress("Checking maps", groups.length);
  try {
    const tasks = groups.map((group) => ({ maps: group, folders }));
    const results = await runTasks("check", tasks, { onDone: () => progress.advance() });
    const byMap = new Map(
      groups.flatMap((group, at) => group.map((map, index) => [map, results[at]?.[index]] as const)),
    );
    return maps.map((map) => byMap.get(map));
  } finally {
    progress.end();
  }
}

/** The problems of each map; undefined for one that cannot be read. */
type Found = readonly (MapProblems | undefined)[];

/**
 * Prints the problems of maps. Returns 1 if there is an error, or more warnings than allowed, or if one of several maps cannot be
 * read.
 *
 * @param command the name of the command, for messages
 * @throws {UsageError} if no map can be read
 */
export async function printProblems(
  command: string,
  maps: readonly string[],
  found: Found,
  options: Pick<CheckOptions, "format" | "json" | "maxWarnings">,
): Promise<number> {
  const isRead = (_map: string, index: number): boolean => found[index] !== undefined;
  const lacksMaps = reportUnreadable(
    command,
    maps.filter((map, index) => !isRead(map, index)),
    maps,
  );
  const lines = new Map(found.flatMap((one) => one ?? []).map(({ problem, line }) => [problem, line]));
  const problems = [...lines.keys()];
  const files = maps.filter(isRead).map(displayName);
  process.stdout.write(
    await formatters[options.json ? "json" : options.format]({
      problems,
      files,
      lineOf: (problem) => lines.get(problem) ?? "",
    }),
  );
  const count = (severity: string): number => problems.filter((problem) => problem.severity === severity).length;
  const warnings = count("warning");
  const { maxWarnings = Number.POSITIVE_INFINITY } = options;
  if (warnings > maxWarnings)
    process.stderr.write(
      `argmap ${command}: There are more warnings than --max-warnings ${maxWarnings} allows: ${warnings}.\n`,
    );
  return lacksMaps || count("error") > 0 || warnings > maxWarnings ? 1 : 0;
}

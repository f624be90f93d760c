/** `argmap check`: prints the problems of maps that an editor would show. */
import { availableParallelism } from "node:os";
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import { checkMaps, independentGroups, type MapProblems } from "../checkMaps.ts";
import { displayName, openMaps, uriOf } from "../command.ts";
import { findAllMaps } from "../findMaps.ts";
import { fixMaps } from "../fixMaps.ts";
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
  const { maps, folders } = await findAllMaps("check", targets);
  const usesStdin = maps.includes(STDIN);
  if (options.fix && usesStdin) throw new UsageError("--fix changes files, but standard input is not a file.");
  if (options.fix) {
    const uris = maps.map(uriOf);
    await fixMaps(await openMaps(uris, folders, diskFileSystem), uris);
  }
  const problems = usesStdin ? await checkMaps({ maps, folders }) : await checkInThreads(maps, folders);
  return printProblems(maps, problems, options);
}

/** Returns the problems of each map. Many maps are checked on all cores. */
async function checkInThreads(maps: readonly string[], folders: readonly string[]): Promise<readonly MapProblems[]> {
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
    return maps.map((map) => byMap.get(map) ?? []);
  } finally {
    progress.end();
  }
}

/** Prints the problems of maps. Returns 1 if there is an error, or more warnings than allowed. */
export function printProblems(
  maps: readonly string[],
  found: readonly MapProblems[],
  options: Pick<CheckOptions, "format" | "json" | "maxWarnings">,
): number {
  const lines = new Map(found.flat().map(({ problem, line }) => [problem, line]));
  const problems = [...lines.keys()];
  const files = maps.map(displayName);
  process.stdout.write(
    formatters[options.json ? "json" : options.format]({
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
      `argmap check: There are more warnings than --max-warnings ${maxWarnings} allows: ${warnings}.\n`,
    );
  return count("error") > 0 || warnings > maxWarnings ? 1 : 0;
}

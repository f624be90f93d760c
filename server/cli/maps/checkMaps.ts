/** Finds the problems of maps, in this thread or in several. */
import { severityOf } from "../../core/checks/severity.ts";
import { MapFile } from "../../core/language/map.ts";
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import { resolvePath } from "../../workspace/files/paths.ts";
import { displayName, type OpenedMaps, openMaps, uriOf } from "../command.ts";
import { type ReportedProblem, toReportedProblem } from "../problemFormats/reportedProblem.ts";

/** Maps to check together. */
export interface CheckTask {
  /** Paths, as the user wrote them. */
  readonly maps: readonly string[];
  /** Folders whose articles may be cited. */
  readonly folders: readonly string[];
}

/** The problems of one map, in the order of its text, each with its line. */
export type MapProblems = readonly { readonly problem: ReportedProblem; readonly line: string }[];

/** Returns the problems of each map; undefined for one that cannot be read. */
export async function checkMaps({ maps, folders }: CheckTask): Promise<readonly (MapProblems | undefined)[]> {
  return problemsOfMaps(await openMaps(maps.map(uriOf), folders, diskFileSystem), maps);
}

/** Returns the problems of maps that are open, without those that are turned off; undefined for one that cannot be read. */
export function problemsOfMaps(
  { workspace, unreadable }: OpenedMaps,
  maps: readonly string[],
): readonly (MapProblems | undefined)[] {
  const displayNames = new Map(maps.map((map) => [uriOf(map), displayName(map)]));
  return maps.map((map) => {
    const uri = uriOf(map);
    if (unreadable.has(uri)) return undefined;
    const file = workspace.get(uri)?.file;
    if (file === undefined) return [];
    return workspace
      .problemsOf(uri)
      .filter((problem) => severityOf(problem) !== "off")
      .map((problem) => ({
        problem: toReportedProblem(file, problem, displayNames),
        line: problem.at.line.scanned.raw,
      }))
      .sort(({ problem: a }, { problem: b }) => a.line - b.line || a.column - b.column);
  });
}

/** Fewer maps are checked in this thread: starting others takes longer. */
const MIN_MAPS = 40;
/** The number of groups for each thread. With several small groups, threads finish at about the same time. */
const GROUPS_PER_THREAD = 8;

/**
 * Divides maps into groups that can be checked apart. Maps that import each other, even indirectly, stay together, as the
 * problems of one depend on the other. Returns one group if there are few maps.
 */
export async function independentGroups(
  maps: readonly string[],
  threads: number,
): Promise<readonly (readonly string[])[]> {
  if (maps.length < MIN_MAPS || threads < 2) return [maps];
  const groups = new UnionFind<string>();
  const paths = new Map(maps.map((map) => [uriOf(map), map]));
  for (const [uri] of paths) for (const imported of await importsOf(uri)) groups.join(uri, imported);
  const sets = new Map<string, string[]>();
  for (const [uri, map] of paths) {
    const root = groups.find(uri);
    sets.set(root, [...(sets.get(root) ?? []), map]);
  }
  const size = Math.ceil(maps.length / (threads * GROUPS_PER_THREAD));
  const filled: string[][] = [];
  for (const set of sets.values()) {
    const last = filled.at(-1);
    if (last !== undefined && last.length + set.length <= size) last.push(...set);
    else filled.push([...set]);
  }
  return filled;
}

/** Returns the maps that a map imports. Most have no such word, and are not parsed. */
async function importsOf(uri: string): Promise<readonly string[]> {
  const text = (await diskFileSystem.read(uri)) ?? "";
  if (!/import/i.test(text)) return [];
  const file = new MapFile(uri, text);
  return file.imports.flatMap(({ entry }) => resolvePath(uri, entry.text) ?? []);
}

/** Sets of values that are joined. */
class UnionFind<Value> {
  readonly #parents = new Map<Value, Value>();

  find(value: Value): Value {
    let root = value;
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) root = parent;
    return root;
  }

  join(a: Value, b: Value): void {
    const [first, second] = [this.find(a), this.find(b)];
    if (first !== second) this.#parents.set(first, second);
  }
}

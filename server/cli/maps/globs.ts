/** Replaces glob patterns among the names from the user by their matches. */
import { existsSync } from "node:fs";
import path from "node:path";
import { isMap } from "../../workspace/files/folders.ts";
import { UsageError } from "../usageError.ts";

/** Matches the special characters of a glob pattern. */
const PATTERN = /[*?[{]|[@!+]\(/;

/** Whether a name is a pattern. A file with brackets in its name is not. */
export const isGlob = (target: string): boolean => PATTERN.test(target) && !existsSync(target);

/**
 * Returns the same names, with each pattern replaced by the maps that it matches, in alphabetical order. A pattern without
 * `**` also matches folders, as in a shell.
 *
 * @throws {UsageError} if nothing matches a pattern
 */
export async function expandGlobs(targets: readonly string[]): Promise<readonly string[]> {
  if (!targets.some(isGlob)) return targets;
  const { glob } = await import("tinyglobby");
  const expanded = await Promise.all(
    targets.map(async (target) => {
      if (!isGlob(target)) return [target];
      const { folder, pattern } = splitGlob(target);
      const options = { cwd: folder, expandDirectories: false, ignore: ["**/node_modules/**"] };
      const found = await glob(pattern, { ...options, onlyFiles: pattern.includes("**") });
      const matches = found.filter((one) => one.endsWith("/") || isMap(one));
      if (matches.length === 0) throw new UsageError(`No map matches ${target}`);
      return matches.map((one) => path.join(folder, one)).sort();
    }),
  );
  return expanded.flat();
}

/** Returns what to watch for changes: of a pattern, the folder below which all its matches are. */
export const watchedPath = (target: string): string => (isGlob(target) ? splitGlob(target).folder : target);

/** Splits a pattern after its last folder without special characters. */
function splitGlob(target: string): { readonly folder: string; readonly pattern: string } {
  const slashed = toPattern(target);
  const start = slashed.lastIndexOf("/", slashed.search(PATTERN)) + 1;
  return { folder: slashed.slice(0, start) || ".", pattern: slashed.slice(start) };
}

/** In patterns, folders are separated by a slash on every system. */
const toPattern = (target: string): string => (path.sep === "\\" ? target.replaceAll("\\", "/") : target);

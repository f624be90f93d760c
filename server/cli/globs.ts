/** Replaces the glob patterns among what a user names by the files and folders that match them. */
import { existsSync } from "node:fs";
import path from "node:path";
import { isMap } from "../workspace/files/folders.ts";
import { UsageError } from "./usageError.ts";

/** The characters by which a pattern is told from a path. */
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

/** Splits a pattern at the last folder whose name is no pattern. */
function splitGlob(target: string): { readonly folder: string; readonly pattern: string } {
  const slashed = toPattern(target);
  const start = slashed.lastIndexOf("/", slashed.search(PATTERN)) + 1;
  return { folder: slashed.slice(0, start) || ".", pattern: slashed.slice(start) };
}

/** In patterns, folders are separated by a slash on every system. */
const toPattern = (target: string): string => (path.sep === "\\" ? target.replaceAll("\\", "/") : target);

import { MAP_EXTENSION } from "../language.ts";

/**
 * Returns the name of a map that is not taken in a folder: `talk.argmap`, `talk-2.argmap` and so on.
 *
 * @param taken the names in the folder
 */
export function unusedName(stem: string, taken: readonly string[]): string {
  // Some file systems are not case-sensitive.
  const names = new Set(taken.map((name) => name.toLowerCase()));
  let name = `${stem}${MAP_EXTENSION}`;
  for (let number = 2; names.has(name.toLowerCase()); number++) name = `${stem}-${number}${MAP_EXTENSION}`;
  return name;
}

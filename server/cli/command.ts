/** What a command of the command line is. */
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { FileSystem } from "../workspace/fileSystem.ts";
import { Workspace } from "../workspace/workspace.ts";

/** Does what its words say; gives the exit status. Throws {@link WrongUse} where the words are off. */
export type Command = (words: readonly string[]) => number | Promise<number>;

/** The command was called in a way it cannot be; the message says in what. */
export class WrongUse extends Error {}

/** Options and other words of a command; throws {@link WrongUse} at an option that there is not. */
export function readWords<O extends ParseArgsOptionsConfig>(words: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

/**
 * A workspace with these maps open and all that they import and cite read. Throws {@link WrongUse} where one cannot be read.
 *
 * @param folders whose files may be cited, beside those in the folder of each map
 */
export async function openMaps(
  uris: readonly string[],
  folders: readonly string[],
  fileSystem: FileSystem,
): Promise<Workspace> {
  const errors: unknown[] = [];
  const workspace = new Workspace(fileSystem, (error) => errors.push(error));
  for (const folder of folders) workspace.sources.allow(folder);
  for (const uri of uris) {
    const text = await fileSystem.read(uri);
    if (text === undefined) throw new WrongUse(`${decodeURIComponent(uri.replace(/^file:\/\//, ""))} cannot be read.`);
    workspace.open(uri, text, 0);
  }
  await workspace.settled();
  if (errors.length > 0) throw errors[0];
  return workspace;
}

/** What a command of the command line is. */
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { FileSystem } from "../workspace/fileSystem.ts";
import { Workspace } from "../workspace/workspace.ts";

/** Does what its words say; gives the exit status. Throws {@link UsageError} where the words are off. */
export type Command = (args: readonly string[]) => number | Promise<number>;

/** The command was called in a way it cannot be; the message says in what. */
export class UsageError extends Error {}

/** Options and other words of a command; throws {@link UsageError} at an option that there is not. */
export function parseArguments<O extends ParseArgsOptionsConfig>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/**
 * A workspace with these maps open and all that they import and cite read. Throws {@link UsageError} where one cannot be read.
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
  for (const folder of folders) workspace.sources.allowFolder(folder);
  for (const uri of uris) {
    const text = await fileSystem.read(uri);
    if (text === undefined)
      throw new UsageError(`${decodeURIComponent(uri.replace(/^file:\/\//, ""))} cannot be read.`);
    workspace.open(uri, text, 0);
  }
  await workspace.whenIdle();
  if (errors.length > 0) throw errors[0];
  return workspace;
}

/** Writes the maps that an assistant has changed: all of them, or none. */
import { realpath } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import writeFileAtomic from "write-file-atomic";
import { UserError } from "../../features/shared/userError.ts";
import type { ConfinedFiles } from "../../node/confinedFileSystem.ts";
import type { MapChange } from "../../protocol/assistant.ts";
import { cannotWrite } from "../command.ts";

/** Returns a function that writes maps in the folders. It refuses maps that have changed since they were read. */
export function mapWriter({ fileSystem, contains }: ConfinedFiles): (changes: readonly MapChange[]) => Promise<void> {
  return async (changes) => {
    for (const { uri, before } of changes) {
      const file = fileURLToPath(uri);
      if (!(await contains(uri)))
        throw new UserError(`${file} is not in the folders of Argmap, so nothing is written.`);
      if ((await fileSystem.read(uri)) !== before)
        throw new UserError(`${file} has changed at this moment, so nothing is written. Call read_map, and try again.`);
    }
    const written: MapChange[] = [];
    try {
      for (const change of changes) {
        await write(change.uri, change.after);
        written.push(change);
      }
    } catch (error) {
      for (const { uri, before } of written) await write(uri, before);
      throw new UserError(error instanceof Error ? error.message : String(error));
    }
  };
}

/** Replaces the content of a file, or of the target of a link. */
async function write(uri: string, text: string): Promise<void> {
  const file = fileURLToPath(uri);
  try {
    await writeFileAtomic(await realpath(file), text);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

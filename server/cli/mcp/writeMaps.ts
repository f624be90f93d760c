/** Writes the maps that an assistant has changed: all of them, or none. */
import { realpath } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import writeFileAtomic from "write-file-atomic";
import { joinList } from "../../core/strings/english.ts";
import { UserError } from "../../features/shared/userError.ts";
import type { ConfinedFiles } from "../../node/confinedFileSystem.ts";
import type { MapChange } from "../../protocol/assistant.ts";
import { cannotWrite, refuseReadOnly } from "../command.ts";

/** Writes a file whole. Rejects with the error of the system. */
export type WriteFile = (file: string, content: string) => Promise<void>;

/** Returns a function that writes maps in the folders. It refuses maps that have changed since they were read, or are read-only. */
export function mapWriter(
  { fileSystem, contains }: ConfinedFiles,
  writeFile: WriteFile = writeFileAtomic,
): (changes: readonly MapChange[]) => Promise<void> {
  return async (changes) => {
    for (const { uri, before } of changes) {
      const file = fileURLToPath(uri);
      if (!(await contains(uri)))
        throw new UserError(`${file} is not in the folders of Argmap, so nothing is written.`);
      if ((await fileSystem.read(uri)) !== before)
        throw new UserError(`${file} has changed at this moment, so nothing is written. Call read_map, and try again.`);
      await orUserError(file, () => refuseReadOnly(file));
    }
    const written: MapChange[] = [];
    try {
      for (const change of changes) {
        await write(change.uri, change.after, writeFile);
        written.push(change);
      }
    } catch (error) {
      throw await undo(written, error, writeFile);
    }
  };
}

/** Writes the maps as they were before, and returns the error that says what could not be written, and what not undone. */
async function undo(written: readonly MapChange[], error: unknown, writeFile: WriteFile): Promise<UserError> {
  const changed: string[] = [];
  for (const { uri, before } of written) {
    try {
      await write(uri, before, writeFile);
    } catch {
      changed.push(fileURLToPath(uri));
    }
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (changed.length === 0) return new UserError(`${reason} Nothing has changed.`);
  return new UserError(
    `${reason} But ${joinList(changed)} already ${changed.length === 1 ? "has" : "have"} the change, and could not be changed back. Tell the user, who has to undo it there.`,
  );
}

/** Replaces the content of a file, or of the target of a link. */
const write = (uri: string, text: string, writeFile: WriteFile): Promise<void> => {
  const file = fileURLToPath(uri);
  return orUserError(file, async () => writeFile(await realpath(file), text));
};

/** @throws {UserError} that says why a file cannot be written */
async function orUserError(file: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    throw new UserError(cannotWrite(file, error).message);
  }
}

/** Lays the unsaved texts of an editor over the files on disk. */
import type { FileSystem } from "../workspace/files/fileSystem.ts";
import { normalizeUri } from "../workspace/files/paths.ts";

/** Files, and those of them that have changed since they were read. */
export interface WatchedFiles {
  readonly fileSystem: FileSystem;
  readonly changedFiles: () => Promise<readonly string[]>;
}

/** Returns the files as an editor has them. Only the texts of files that can be read on disk are replaced. */
export function withUnsavedTexts(
  { fileSystem, changedFiles }: WatchedFiles,
  unsavedTexts: () => Iterable<readonly [uri: string, text: string]>,
): WatchedFiles {
  /** The unsaved text of each file when it was read. */
  const read = new Map<string, string | undefined>();
  const current = (): ReadonlyMap<string, string> =>
    new Map(Array.from(unsavedTexts(), ([uri, text]) => [normalizeUri(uri), text]));
  return {
    fileSystem: {
      ...fileSystem,
      async read(uri) {
        const unsaved = current().get(uri);
        read.set(uri, unsaved);
        const saved = await fileSystem.read(uri);
        return saved === undefined ? undefined : (unsaved ?? saved);
      },
    },
    async changedFiles() {
      const unsaved = current();
      const edited = [...read].flatMap(([uri, text]) => (unsaved.get(uri) === text ? [] : [uri]));
      return [...new Set([...(await changedFiles()), ...edited])];
    },
  };
}

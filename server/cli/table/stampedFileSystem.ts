/** Records the stamps of files at the time when they are read. */
import { fileURLToPath } from "node:url";
import type { FileSystem } from "../../workspace/files/fileSystem.ts";
import { type FileStamp, stampOf } from "./manifest.ts";

export interface StampedFileSystem {
  readonly fileSystem: FileSystem;
  /** Returns the stamp that a file had before it was read, or has now if it was not read. */
  readonly stampWhenRead: (path: string) => FileStamp;
}

/** Wraps a file system. A file that is saved while it is read keeps its old stamp, so that a later run reads it again. */
export function stampedFileSystem(base: FileSystem): StampedFileSystem {
  const stamps = new Map<string, FileStamp>();
  const record = (uri: string): void => {
    if (!uri.startsWith("file:")) return;
    const path = fileURLToPath(uri);
    if (!stamps.has(path)) stamps.set(path, stampOf(path));
  };
  return {
    fileSystem: {
      ...base,
      read: (uri) => {
        record(uri);
        return base.read(uri);
      },
      readBytes: (uri, maxBytes) => {
        record(uri);
        return base.readBytes(uri, maxBytes);
      },
      // With a symbolic link, only this has the name that the map gives the file.
      realUri: (uri) => {
        record(uri);
        return base.realUri(uri);
      },
    },
    stampWhenRead: (path) => stamps.get(path) ?? stampOf(path),
  };
}

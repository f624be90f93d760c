/** The file system of the workspace in Node. */
import { readdir, realpath } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { FileSystem } from "../workspace/files/fileSystem.ts";
import { normalizeUri } from "../workspace/files/paths.ts";
import { readInBackground } from "./backgroundReader.ts";
import { readRegularFile } from "./readRegularFile.ts";

/** Larger files are not read as text. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Files on disk, by `file:` URIs. `read` treats folders, files that are too large, and files not in UTF-8 as missing. */
export const diskFileSystem: FileSystem = {
  async read(uri) {
    try {
      const file = await readRegularFile(fileURLToPath(uri), { maxBytes: MAX_FILE_BYTES });
      return file.state === "found" ? new TextDecoder("utf-8", { fatal: true }).decode(file.bytes) : undefined;
    } catch {
      return undefined;
    }
  },
  async readBytes(uri, maxBytes) {
    const path = pathOf(uri);
    return path === undefined ? { state: "missing" } : readRegularFile(path, { maxBytes });
  },
  async realUri(uri) {
    try {
      return normalizeUri(pathToFileURL(await realpath(fileURLToPath(uri))).href);
    } catch {
      return undefined;
    }
  },
  async list(uri) {
    try {
      const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
      return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
    } catch {
      return [];
    }
  },
  readInBackground,
};

/** Returns the path of a `file:` URI; undefined for any other URI. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

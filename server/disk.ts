/** The files on disk, for all that runs in Node. */
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FileSystem } from "./workspace/fileSystem.ts";

/** Files on disk, by `file:` URIs. */
export const diskFileSystem: FileSystem = {
  async read(uri) {
    try {
      return await readFile(fileURLToPath(uri), "utf8");
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
};

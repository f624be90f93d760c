/** The files on disk, for all that runs in Node. */
import { readdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FileSystem } from "../workspace/fileSystem.ts";
import { readMarkup } from "./markupReader.ts";
import { readPdf } from "./pdfReader.ts";

/** No map and no article is larger; what is, is something else. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Files on disk, by `file:` URIs. What is no file, too large or no UTF-8 is read as little as what is not there. */
export const diskFileSystem: FileSystem = {
  async read(uri) {
    try {
      const path = fileURLToPath(uri);
      const stats = await stat(path);
      // Reading a pipe or a device may never end.
      if (!stats.isFile() || stats.size > MAX_FILE_BYTES) return undefined;
      return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
    } catch {
      return undefined;
    }
  },
  async readBytes(uri, maxBytes) {
    try {
      const path = fileURLToPath(uri);
      const stats = await stat(path);
      // Reading a pipe or a device may never end.
      if (!stats.isFile()) return { state: "denied" };
      if (stats.size > maxBytes) return { state: "too-large", bytes: stats.size };
      return { state: "found", bytes: await readFile(path) };
    } catch (error) {
      return { state: isMissing(error) ? "missing" : "denied" };
    }
  },
  readPdf,
  readMarkup,
  async list(uri) {
    try {
      const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
      return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
    } catch {
      return [];
    }
  },
};

/** Whether there is no such file; a path through a file, and one that no disk can have, lead nowhere too. */
const isMissing = (error: unknown): boolean =>
  !(error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM"));

/** The file system of the workspace in Node. */
import { readdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FileSystem } from "../workspace/fileSystem.ts";
import { readMarkup } from "./markupReader.ts";
import { readPdf } from "./pdfReader.ts";

/** Larger files are not read as text. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Files on disk, by `file:` URIs. `read` treats folders, files that are too large, and files not in UTF-8 as missing. */
export const diskFileSystem: FileSystem = {
  async read(uri) {
    try {
      const path = fileURLToPath(uri);
      const stats = await stat(path);
      // Reading a pipe or a device might never end.
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
      // Reading a pipe or a device might never end.
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

/** Whether a file does not exist. All errors but denied access count, including invalid paths and paths through a file. */
const isMissing = (error: unknown): boolean =>
  !(error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM"));

/** Reads files of which nothing is known, some of which never end or never answer. */
import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import type { FileBytes } from "../workspace/files/fileSystem.ts";

/** In milliseconds. A disk that takes longer is probably a network drive that has been disconnected. */
const READ_TIMEOUT = 20_000;

const CHUNK_BYTES = 1024 * 1024;
const BLOCK_BYTES = 4096;

/** Limits of {@link readRegularFile}. */
export interface ReadLimits {
  readonly maxBytes: number;
  /** In milliseconds. */
  readonly timeout?: number;
}

/** Reads a regular file, or a symbolic link to one. Never waits for a pipe or a device, and never reads more than the limits. */
export async function readRegularFile(
  path: string,
  { maxBytes, timeout = READ_TIMEOUT }: ReadLimits,
): Promise<FileBytes> {
  const limit = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<FileBytes>((resolve) => {
    timer = setTimeout(() => {
      limit.abort();
      resolve({ state: "timed-out" });
    }, timeout);
  });
  try {
    return await Promise.race([readChecked(path, maxBytes, limit.signal), timedOut]);
  } catch (error) {
    return { state: isMissing(error) ? "missing" : "denied" };
  } finally {
    clearTimeout(timer);
  }
}

async function readChecked(path: string, maxBytes: number, signal: AbortSignal): Promise<FileBytes> {
  // Opening a device may already have an effect.
  if (!(await stat(path)).isFile()) return { state: "denied" };
  // The file may have become a pipe in the meantime: opening one would wait for its writer. Windows has no such flag.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return { state: "denied" };
    if (stats.size > maxBytes) return { state: "too-large", bytes: stats.size };
    return await readAll(handle, { expectedBytes: stats.size, maxBytes, signal });
  } finally {
    await handle.close();
  }
}

interface ReadAllOptions {
  readonly expectedBytes: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** Counts what it reads: a file may be longer than its size says, as those that a kernel makes up are. */
async function readAll(handle: FileHandle, { expectedBytes, maxBytes, signal }: ReadAllOptions): Promise<FileBytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // At least one more byte than expected, so that a second read finds the end. Some files can only be read in whole blocks.
  let chunk = new Uint8Array(Math.ceil((expectedBytes + 1) / BLOCK_BYTES) * BLOCK_BYTES);
  while (length <= maxBytes) {
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, null);
    if (signal.aborted) return { state: "timed-out" };
    if (bytesRead === 0) return { state: "found", bytes: concat(chunks, length) };
    chunks.push(chunk.subarray(0, bytesRead));
    length += bytesRead;
    chunk = bytesRead < chunk.length ? chunk.subarray(bytesRead) : new Uint8Array(CHUNK_BYTES);
  }
  return { state: "too-large", bytes: length };
}

/** Joins chunks without a copy if they are adjacent parts of one array. */
function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && chunks.every(({ buffer }) => buffer === first.buffer))
    return new Uint8Array(first.buffer, first.byteOffset, length);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Whether a file does not exist. All errors but denied access count, including invalid paths and paths through a file. */
const isMissing = (error: unknown): boolean =>
  !(error instanceof Error && "code" in error && ["EACCES", "EPERM", "EAGAIN", "EIO"].includes(String(error.code)));

/** Files that never end, never answer, or are no files. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readRegularFile } from "../../server/node/readRegularFile.ts";

/** A file without a size that takes practically forever to read: the memory map of the process. */
const ENDLESS_FILE = "/proc/self/pagemap";
const MAX_BYTES = 3 * 1024 * 1024;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "argmap-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test.each([0, 1, 1000, MAX_BYTES - 1, MAX_BYTES])("reads a file of %i bytes, also through a link", async (length) => {
  const folder = temporaryFolder();
  const bytes = new Uint8Array(length).map((_, at) => at % 251);
  writeFileSync(join(folder, "a.txt"), bytes);
  symlinkSync(join(folder, "a.txt"), join(folder, "link.txt"));
  for (const name of ["a.txt", "link.txt"]) {
    const file = await readRegularFile(join(folder, name), { maxBytes: MAX_BYTES });
    expect(file.state === "found" && Buffer.compare(file.bytes, bytes)).toBe(0);
  }
});

test("does not read a file that is larger than the limit", async () => {
  const path = join(temporaryFolder(), "a.txt");
  writeFileSync(path, "12345");
  expect(await readRegularFile(path, { maxBytes: 4 })).toEqual({ state: "too-large", bytes: 5 });
});

test("says that a file is missing, and that a folder cannot be read", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "texts"));
  const stateOf = async (name: string): Promise<string> =>
    (await readRegularFile(join(folder, name), { maxBytes: MAX_BYTES })).state;
  expect(await stateOf("a.txt")).toBe("missing");
  expect(await stateOf("x".repeat(5000))).toBe("missing");
  expect(await stateOf("texts")).toBe("denied");
});

test.skipIf(process.platform === "win32")(
  "does not wait for a pipe or read a device, also through a link",
  async () => {
    const folder = temporaryFolder();
    execFileSync("mkfifo", [join(folder, "pipe")]);
    symlinkSync(join(folder, "pipe"), join(folder, "pipe.txt"));
    symlinkSync("/dev/zero", join(folder, "zero.txt"));
    for (const name of ["pipe", "pipe.txt", "zero.txt"]) {
      expect(await readRegularFile(join(folder, name), { maxBytes: MAX_BYTES })).toEqual({ state: "denied" });
    }
  },
);

test.runIf(process.platform === "linux")("counts the bytes that it reads, whatever size the file claims", async () => {
  const file = await readRegularFile(ENDLESS_FILE, { maxBytes: MAX_BYTES });
  expect(file.state).toBe("too-large");
});

test.runIf(process.platform === "linux")("gives up a file that takes too long", async () => {
  const limits = { maxBytes: Number.POSITIVE_INFINITY, timeout: 1 };
  expect(await readRegularFile(ENDLESS_FILE, limits)).toEqual({ state: "timed-out" });
});

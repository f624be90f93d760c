import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { convertInWorker } from "../../server/convert/convertInWorker.ts";
import { root } from "../support/root.ts";

const worker = join(root, "dist/export/convertWorker.cjs");
const job = (text: string) => ({ kind: "import", bytes: new TextEncoder().encode(text), name: "a.argdown" }) as const;
const { signal } = new AbortController();

test("imports a file in a thread, with the format that is loaded there", async () => {
  expect(await convertInWorker(worker, job("[Keep]: The charge should stay.\n"), signal)).toMatchObject({
    state: "imported",
    text: expect.stringContaining("claim Keep: The charge should stay."),
  });
});

test("ends when it is canceled, however long the file is", async () => {
  const abortController = new AbortController();
  const long = Array.from({ length: 100_000 }, (_, index) => `[Claim ${index}]: Claim number ${index}.\n\n`).join("");
  const converting = convertInWorker(worker, job(long), abortController.signal);
  abortController.abort(new Error("canceled"));
  await expect(converting).rejects.toThrow("canceled");
  await expect(convertInWorker(worker, job(""), abortController.signal)).rejects.toThrow("canceled");
});

test("says why a conversion failed", async () => {
  const broken = { kind: "export", texts: [], name: "a", format: "none" } as const;
  await expect(convertInWorker(worker, broken, signal)).rejects.toThrow("There is nothing to export as none.");
});

test.each([
  ["ends without an answer", "process.exit()", "The conversion stopped unexpectedly. Try again."],
  [
    "runs out of memory",
    'throw Object.assign(new Error("limit reached"), { code: "ERR_WORKER_OUT_OF_MEMORY" })',
    "Not enough memory. Split it into smaller files.",
  ],
])("says what happened and what to do if the worker %s", async (_, code, message) => {
  const folder = mkdtempSync(join(tmpdir(), "argmap-worker-"));
  try {
    const failing = join(folder, "worker.cjs");
    writeFileSync(failing, code);
    await expect(convertInWorker(failing, job(""), signal)).rejects.toThrow(message);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

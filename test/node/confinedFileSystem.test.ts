/** Reading is confined to folders, and changes on disk are noticed. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { confineToFolders } from "../../server/node/confinedFileSystem.ts";

/** Two folders, of which the first may be read. */
function twoFolders() {
  const [inside = "", outside = ""] = ["inside", "outside"].map((name) => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), `argmap-${name}-`)));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  });
  const uri = (...parts: readonly string[]): string => pathToFileURL(join(...parts)).href;
  return { inside, outside, uri, files: confineToFolders([uri(inside)], 100) };
}

test("reads files inside, and treats all others as missing or denied", async () => {
  const { inside, outside, uri, files } = twoFolders();
  writeFileSync(join(inside, "a.argmap"), "claim a: A.\n");
  writeFileSync(join(outside, "b.argmap"), "claim b: B.\n");
  symlinkSync(join(outside, "b.argmap"), join(inside, "link.argmap"));
  symlinkSync(outside, join(inside, "folder"));
  const { read, readBytes, list } = files.fileSystem;
  expect(await read(uri(inside, "a.argmap"))).toBe("claim a: A.\n");
  for (const path of [uri(outside, "b.argmap"), uri(inside, "link.argmap"), uri(inside, "folder/b.argmap")]) {
    expect(await read(path)).toBeUndefined();
    expect(await readBytes(path, 100)).toEqual({ state: "denied" });
    expect(await files.contains(path)).toBe(false);
  }
  expect(await readBytes(uri(inside, "none.txt"), 100)).toEqual({ state: "missing" });
  expect(await list(uri(inside, "folder"))).toEqual([]);
  expect(await list(uri(outside))).toEqual([]);
  expect(await list(uri(inside))).toContain("a.argmap");
});

test("a folder whose name begins with that of an allowed one is outside", async () => {
  const { inside, uri, files } = twoFolders();
  const sibling = `${inside}-more`;
  onTestFinished(() => rmSync(sibling, { recursive: true, force: true }));
  mkdirSync(sibling);
  writeFileSync(join(sibling, "a.argmap"), "claim a: A.\n");
  expect(await files.fileSystem.read(uri(sibling, "a.argmap"))).toBeUndefined();
});

test("keeps a byte-order mark, and reads no map that is too large or not in UTF-8", async () => {
  const { inside, uri, files } = twoFolders();
  writeFileSync(join(inside, "bom.argmap"), "\ufeffclaim a: A.\n");
  writeFileSync(join(inside, "large.argmap"), "x".repeat(101));
  writeFileSync(join(inside, "latin.argmap"), Uint8Array.of(0xe9, 0x0a));
  expect(await files.fileSystem.read(uri(inside, "bom.argmap"))).toBe("\ufeffclaim a: A.\n");
  expect(await files.fileSystem.read(uri(inside, "large.argmap"))).toBeUndefined();
  expect(await files.fileSystem.read(uri(inside, "latin.argmap"))).toBeUndefined();
});

test("names the files that were changed, created or deleted since they were read", async () => {
  const { inside, uri, files } = twoFolders();
  const [kept, changed, deleted, created] = ["kept", "changed", "deleted", "created"].map((name) => join(inside, name));
  for (const path of [kept, changed, deleted]) writeFileSync(path ?? "", "old");
  for (const path of [kept, changed, deleted, created]) await files.fileSystem.read(uri(path ?? ""));
  expect(await files.changedFiles()).toEqual([]);
  writeFileSync(changed ?? "", "new");
  // The clock of a disk may be too coarse to tell both states apart.
  utimesSync(changed ?? "", new Date(0), new Date(0));
  rmSync(deleted ?? "");
  writeFileSync(created ?? "", "new");
  const uris = [changed, deleted, created].map((path) => uri(path ?? ""));
  expect(await files.changedFiles()).toEqual(uris);
  for (const one of uris) await files.fileSystem.read(one);
  expect(await files.changedFiles()).toEqual([]);
});

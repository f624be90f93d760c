import { expect, test } from "vitest";
import { withUnsavedTexts } from "../../server/assistant/unsavedTexts.ts";
import { memoryFileSystem } from "../support/workspaces/memoryFileSystem.ts";

const uri = "file:///maps/a.argmap";

test("reads the unsaved text of a file, however the editor spells its URI", async () => {
  const { fileSystem } = withUnsavedTexts(
    { fileSystem: memoryFileSystem({ "file:///maps/a%20b.argmap": "saved" }), changedFiles: async () => [] },
    () => [["file:///maps/a b.argmap", "unsaved"]],
  );
  expect(await fileSystem.read("file:///maps/a%20b.argmap")).toBe("unsaved");
});

test("does not make a file that cannot be read on disk readable", async () => {
  const { fileSystem } = withUnsavedTexts({ fileSystem: memoryFileSystem(), changedFiles: async () => [] }, () => [
    [uri, "unsaved"],
  ]);
  expect(await fileSystem.read(uri)).toBeUndefined();
});

test("names the files whose unsaved text was changed, saved or discarded since they were read", async () => {
  const unsaved = new Map<string, string>();
  const files = memoryFileSystem({ [uri]: "saved", "file:///maps/b.argmap": "other" });
  const { fileSystem, changedFiles } = withUnsavedTexts(
    { fileSystem: files, changedFiles: async () => [] },
    () => unsaved,
  );
  for (const one of [uri, "file:///maps/b.argmap"]) await fileSystem.read(one);
  expect(await changedFiles()).toEqual([]);
  for (const text of ["first", "second", undefined]) {
    if (text === undefined) unsaved.delete(uri);
    else unsaved.set(uri, text);
    expect(await changedFiles()).toEqual([uri]);
    expect(await fileSystem.read(uri)).toBe(text ?? "saved");
    expect(await changedFiles()).toEqual([]);
  }
});

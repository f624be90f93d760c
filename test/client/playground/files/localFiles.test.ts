import { afterEach, expect, test, vi } from "vitest";
import { chooseFiles, droppedFiles, saveText } from "../../../../client/playground/files/localFiles.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A file on the disk. `failure` is the name of the error when it is written. */
function fileOnDisk(name: string, content: string, failure?: string) {
  const disk = { content };
  const handle = {
    kind: "file",
    getFile: async () => new File([disk.content], name),
    async createWritable() {
      if (failure !== undefined) throw new DOMException("denied", failure);
      return {
        async write(text: string) {
          disk.content = text;
        },
        async close() {},
      };
    },
    // Only these members are used.
  } as unknown as FileSystemFileHandle;
  return { disk, handle };
}

test("saving writes to the file that was opened, without a dialog", async () => {
  const { disk, handle } = fileOnDisk("trams.argmap", "claim: Yes.");
  const showSaveFilePicker = vi.fn();
  vi.stubGlobal("window", { showOpenFilePicker: async () => [handle], showSaveFilePicker });
  const [opened] = await chooseFiles([".argmap"]);
  expect(await opened?.file.text()).toBe("claim: Yes.");
  const handles = new Map(opened?.handle ? [["key", opened.handle]] : []);
  expect(await saveText("trams.argmap", "claim: No.", "key", handles)).toBe(true);
  expect(disk.content).toBe("claim: No.");
  expect(showSaveFilePicker).not.toHaveBeenCalled();
});

test("no file is opened or saved if the user cancels", async () => {
  const cancel = () => Promise.reject(new DOMException("canceled", "AbortError"));
  vi.stubGlobal("window", { showOpenFilePicker: cancel, showSaveFilePicker: cancel });
  expect(await chooseFiles([".argmap"])).toEqual([]);
  expect(await saveText("a.argmap", "", "key", new Map())).toBe(false);
});

test("says what to do if the browser may not write", async () => {
  const { handle } = fileOnDisk("a.argmap", "", "NotAllowedError");
  vi.stubGlobal("window", { showSaveFilePicker: vi.fn() });
  await expect(saveText("a.argmap", "", "key", new Map([["key", handle]]))).rejects.toThrow(
    "The browser may not write to a.argmap. Save it again, and allow it.",
  );
});

test("dropped files come with what writes them, where the browser has it", async () => {
  const { handle } = fileOnDisk("a.argmap", "");
  const file = new File([""], "a.argmap");
  const opened = await droppedFiles([
    { getAsFile: () => file, getAsFileSystemHandle: async () => handle },
    { getAsFile: () => file, getAsFileSystemHandle: async () => null },
    { getAsFile: () => file },
    { getAsFile: () => null },
  ]);
  expect(opened.map((one) => one.handle)).toEqual([handle, undefined, undefined]);
});

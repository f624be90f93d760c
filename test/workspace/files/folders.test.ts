import { expect, test } from "vitest";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { type MemoryFileSystem, memoryFileSystem, workspaceOn } from "../../support/workspaces/memoryFileSystem.ts";

const folder = "file:///maps";
const main = `${folder}/main.argmap`;
const air = `${folder}/deep/air.argmap`;

/** A workspace whose folder has these files. */
async function openFolder(
  files: Readonly<Record<string, string>>,
): Promise<{ workspace: Workspace; disk: MemoryFileSystem }> {
  const disk = memoryFileSystem(files);
  const workspace = workspaceOn(disk);
  await workspace.addFolder(`${folder}/`);
  return { workspace, disk };
}

const urisOf = (workspace: Workspace): readonly string[] =>
  workspace
    .files()
    .map(({ uri }) => uri)
    .sort();
const codesOf = (workspace: Workspace, uri: string): readonly string[] =>
  workspace.problemsOf(uri).map(({ code }) => code);

test("loads all maps in a folder and its subfolders, except those in folders of tools", async () => {
  const { workspace } = await openFolder({
    [main]: "claim a: A.",
    [air]: "claim b: B.",
    [`${folder}/note.txt`]: "claim c: C.",
    [`${folder}/.git/x.argmap`]: "claim d: D.",
    [`${folder}/node_modules/y.argmap`]: "claim e: E.",
    "file:///other/z.argmap": "claim f: F.",
  });
  expect(urisOf(workspace)).toEqual([air, main]);
});

test("loads a map with a non-Latin file name", async () => {
  const uri = `${folder}/${encodeURIComponent("空气 1.argmap")}`;
  const { workspace } = await openFolder({ [uri]: "claim a: A." });
  expect(urisOf(workspace)).toEqual([uri]);
});

test("follows the creation, change and deletion of a map on disk", async () => {
  const { workspace, disk } = await openFolder({ [main]: "claim a: A." });
  const change = async (uri: string, text: string | undefined): Promise<void> => {
    disk.write(uri, text);
    workspace.changedOnDisk(uri);
    await workspace.whenAllLoaded();
  };
  await change(air, "claim b: B.");
  expect(workspace.get(air)?.file.exportedEntry("b")?.text).toBe("B.");
  await change(air, "claim b: Changed.");
  expect(workspace.get(air)?.file.exportedEntry("b")?.text).toBe("Changed.");
  await change(air, undefined);
  expect(urisOf(workspace)).toEqual([main]);
  await change(air, "claim b: Back.");
  expect(workspace.get(air)?.file.exportedEntry("b")?.text).toBe("Back.");
});

test("loads the maps of a new subfolder, and unloads those of a deleted one", async () => {
  const { workspace, disk } = await openFolder({ [main]: "claim a: A." });
  disk.write(air, "claim b: B.");
  workspace.changedOnDisk(`${folder}/deep`);
  await workspace.whenAllLoaded();
  expect(urisOf(workspace)).toEqual([air, main]);
  disk.write(air, undefined);
  workspace.changedOnDisk(`${folder}/deep`);
  await workspace.whenAllLoaded();
  expect(urisOf(workspace)).toEqual([main]);
});

test("takes maps that are not open into account, for example for unused claims", async () => {
  const disk = memoryFileSystem({ [main]: "claim a: A.", [air]: "import: ../main.argmap\nreason for a: R." });
  const workspace = workspaceOn(disk);
  workspace.open(main, "claim a: A.", 1);
  expect(codesOf(workspace, main)).toContain("unused-claim");
  await workspace.addFolder(folder);
  expect(codesOf(workspace, main)).not.toContain("unused-claim");
  disk.write(air, undefined);
  workspace.changedOnDisk(air);
  await workspace.whenAllLoaded();
  expect(codesOf(workspace, main)).toContain("unused-claim");
});

test("rechecks an importer when a map of the folder is opened", async () => {
  const { workspace } = await openFolder({ [main]: "import: deep/air.argmap\nreason for b: R.", [air]: "claim b: B." });
  workspace.open(main, "import: deep/air.argmap\nreason for lost: R.", 1);
  await workspace.whenAllLoaded();
  expect(codesOf(workspace, main)).toContain("unknown-name");
  workspace.open(air, "claim lost: B.", 1);
  await workspace.whenAllLoaded();
  expect(codesOf(workspace, main)).not.toContain("unknown-name");
});

test("reads a map from disk again when it is closed", async () => {
  const { workspace } = await openFolder({ [main]: "claim a: On disk." });
  workspace.open(main, "claim a: Open.", 1);
  workspace.close(main);
  await workspace.whenAllLoaded();
  expect(workspace.get(main)?.file.exportedEntry("a")?.text).toBe("On disk.");
});

test("keeps a map that was created while it was open or imported, and unloads one that was never saved", async () => {
  const { workspace, disk } = await openFolder({ [main]: "claim a: A." });
  const made = `${folder}/made.argmap`;
  workspace.open(made, "claim b: B.", 1);
  disk.write(made, "claim b: B.");
  workspace.changedOnDisk(made);
  workspace.close(made);
  await workspace.whenAllLoaded();
  expect(urisOf(workspace)).toEqual([made, main].sort());
  // Read for an import, before the client reports the new file.
  disk.write(air, "claim c: C.");
  workspace.open(main, "import: deep/air.argmap\nclaim a: A.", 1);
  await workspace.whenIdle();
  workspace.changedOnDisk(air);
  workspace.update(main, [{ text: "claim a: A." }], 2);
  await workspace.whenAllLoaded();
  expect(urisOf(workspace)).toEqual([air, made, main].sort());
  const unsaved = `${folder}/unsaved.argmap`;
  workspace.open(unsaved, "claim d: D.", 1);
  workspace.close(unsaved);
  await workspace.whenAllLoaded();
  expect(urisOf(workspace)).toEqual([air, made, main].sort());
});

test("unloads the maps of a removed folder, except those that an open map imports", async () => {
  const { workspace } = await openFolder({ [main]: "claim a: A.", [air]: "claim b: B." });
  const open = "file:///other/open.argmap";
  workspace.open(open, "import: ../maps/main.argmap\nreason for a: R.", 1);
  await workspace.whenAllLoaded();
  workspace.removeFolder(folder);
  expect(urisOf(workspace)).toEqual([main, open]);
});

test("reports the progress of the first read, and when all maps have been read", async () => {
  const files = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`${folder}/${at}.argmap`, "claim a: A."]));
  const workspace = workspaceOn(memoryFileSystem(files));
  const progress: number[] = [];
  const reading = workspace.addFolder(folder, (done, all) => {
    expect(all).toBe(100);
    progress.push(done);
  });
  await workspace.whenAllLoaded();
  expect(workspace.files().length).toBe(100);
  await reading;
  expect(progress.at(-1)).toBe(100);
  expect(progress.length).toBeGreaterThan(1);
});

import { expect, test } from "vitest";
import type { Workspace } from "../../server/workspace/workspace.ts";
import { type MemoryFileSystem, memoryFileSystem, workspaceOn } from "../support/memoryFileSystem.ts";

const folder = "file:///maps";
const main = `${folder}/main.argmap`;
const air = `${folder}/deep/air.argmap`;

async function inFolder(
  files: Readonly<Record<string, string>>,
): Promise<{ workspace: Workspace; disk: MemoryFileSystem }> {
  const disk = memoryFileSystem(files);
  const workspace = workspaceOn(disk);
  await workspace.addFolder(`${folder}/`);
  return { workspace, disk };
}

const namesOf = (workspace: Workspace): readonly string[] =>
  workspace
    .files()
    .map(({ uri }) => uri)
    .sort();
const codesOf = (workspace: Workspace, uri: string): readonly string[] =>
  workspace.problemsOf(uri).map(({ code }) => code);

test("knows every map in a folder, however deep, and nothing that is no map or that tools keep there", async () => {
  const { workspace } = await inFolder({
    [main]: "claim a: A.",
    [air]: "claim b: B.",
    [`${folder}/note.txt`]: "claim c: C.",
    [`${folder}/.git/x.argmap`]: "claim d: D.",
    [`${folder}/node_modules/y.argmap`]: "claim e: E.",
    "file:///other/z.argmap": "claim f: F.",
  });
  expect(namesOf(workspace)).toEqual([air, main]);
});

test("knows a map whose name is written in another script", async () => {
  const uri = `${folder}/${encodeURIComponent("空气 1.argmap")}`;
  const { workspace } = await inFolder({ [uri]: "claim a: A." });
  expect(namesOf(workspace)).toEqual([uri]);
});

test("takes in what comes, is written, moves and goes on disk", async () => {
  const { workspace, disk } = await inFolder({ [main]: "claim a: A." });
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
  expect(namesOf(workspace)).toEqual([main]);
  // Back again.
  await change(air, "claim b: Back.");
  expect(workspace.get(air)?.file.exportedEntry("b")?.text).toBe("Back.");
});

test("looks into a folder that comes with maps in it, and forgets those of one that goes", async () => {
  const { workspace, disk } = await inFolder({ [main]: "claim a: A." });
  disk.write(air, "claim b: B.");
  workspace.changedOnDisk(`${folder}/deep`);
  await workspace.whenAllLoaded();
  expect(namesOf(workspace)).toEqual([air, main]);
  disk.write(air, undefined);
  workspace.changedOnDisk(`${folder}/deep`);
  await workspace.whenAllLoaded();
  expect(namesOf(workspace)).toEqual([main]);
});

test("says of an open map what follows from maps that are not open: here, that its claim is used", async () => {
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

test("checks no map that nobody asks about, and checks one like any other when it is opened", async () => {
  const { workspace } = await inFolder({ [main]: "import: deep/air.argmap\nreason for b: R.", [air]: "claim b: B." });
  workspace.open(main, "import: deep/air.argmap\nreason for lost: R.", 1);
  await workspace.whenAllLoaded();
  expect(codesOf(workspace, main)).toContain("unknown-name");
  workspace.open(air, "claim lost: B.", 1);
  await workspace.whenAllLoaded();
  expect(codesOf(workspace, main)).not.toContain("unknown-name");
});

test("an open map that is closed counts as it is on disk, and stays known", async () => {
  const { workspace } = await inFolder({ [main]: "claim a: On disk." });
  workspace.open(main, "claim a: Open.", 1);
  workspace.close(main);
  await workspace.whenAllLoaded();
  expect(workspace.get(main)?.file.exportedEntry("a")?.text).toBe("On disk.");
});

test("a map that came while it was open, or by an import, stays known when that ends; one that was never saved does not", async () => {
  const { workspace, disk } = await inFolder({ [main]: "claim a: A." });
  const made = `${folder}/made.argmap`;
  workspace.open(made, "claim b: B.", 1);
  disk.write(made, "claim b: B.");
  workspace.changedOnDisk(made);
  workspace.close(made);
  await workspace.whenAllLoaded();
  expect(namesOf(workspace)).toEqual([made, main].sort());
  // Read for an import, before anybody says that it has come.
  disk.write(air, "claim c: C.");
  workspace.open(main, "import: deep/air.argmap\nclaim a: A.", 1);
  await workspace.whenIdle();
  workspace.changedOnDisk(air);
  workspace.update(main, [{ text: "claim a: A." }], 2);
  await workspace.whenAllLoaded();
  expect(namesOf(workspace)).toEqual([air, made, main].sort());
  const unsaved = `${folder}/unsaved.argmap`;
  workspace.open(unsaved, "claim d: D.", 1);
  workspace.close(unsaved);
  await workspace.whenAllLoaded();
  expect(namesOf(workspace)).toEqual([air, made, main].sort());
});

test("a folder that leaves the workspace takes its maps along, but not what an open map imports", async () => {
  const { workspace } = await inFolder({ [main]: "claim a: A.", [air]: "claim b: B." });
  const open = "file:///other/open.argmap";
  workspace.open(open, "import: ../maps/main.argmap\nreason for a: R.", 1);
  await workspace.whenAllLoaded();
  workspace.removeFolder(folder);
  expect(namesOf(workspace)).toEqual([main, open]);
});

test("tells how far the first reading has come, and says when all has been read", async () => {
  const files = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`${folder}/${at}.argmap`, "claim a: A."]));
  const workspace = workspaceOn(memoryFileSystem(files));
  const told: number[] = [];
  const reading = workspace.addFolder(folder, (done, all) => {
    expect(all).toBe(100);
    told.push(done);
  });
  await workspace.whenAllLoaded();
  expect(workspace.files().length).toBe(100);
  await reading;
  expect(told.at(-1)).toBe(100);
  expect(told.length).toBeGreaterThan(1);
});

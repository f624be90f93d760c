import { expect, test } from "vitest";
import type { Workspace } from "../../server/workspace/workspace.ts";
import { memoryFileSystem, workspaceOn } from "../support/workspaces/memoryFileSystem.ts";

const main = "file:///maps/main.argmap";
const part = "file:///maps/part.argmap";
const codes = (workspace: Workspace, uri: string): readonly string[] =>
  workspace
    .problemsOf(uri)
    .flatMap(({ code, severity }) => (severity === "error" ? [code] : []))
    .sort();

test("resolves names of an imported file once it has been read from disk", async () => {
  const workspace = workspaceOn(memoryFileSystem({ [part]: "claim fell: It fell.\n" }));
  workspace.open(main, "import air: part.argmap\nclaim keep: It stays.\nreason for keep:\n  premise air.fell\n", 1);
  expect(codes(workspace, main), "names in files that are still being read are not reported").toEqual([]);
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual([]);
});

test("reports a name that the imported file does not define, until the definition is typed there", async () => {
  const workspace = workspaceOn(memoryFileSystem({ [part]: "claim fall: It fell.\n" }));
  workspace.open(main, "import air: part.argmap\nclaim keep: It stays.\nreason for keep:\n  premise air.fell\n", 1);
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual(["unknown-name"]);
  workspace.open(part, "claim fall: It fell.\n", 1);
  const end = { line: 0, character: 7 };
  workspace.update(part, [{ range: { start: end, end: { line: 0, character: 8 } }, text: "e" }], 2);
  expect(codes(workspace, main)).toEqual([]);
});

test("reports a missing file until it is created on disk, and again when it is deleted", async () => {
  const files = memoryFileSystem();
  const workspace = workspaceOn(files);
  workspace.open(main, "import air: part.argmap\n", 1);
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual(["import-not-found"]);
  files.write(part, "claim fell: It fell.\n");
  workspace.changedOnDisk(part);
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual([]);
  files.write(part, undefined);
  workspace.changedOnDisk(part);
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual(["import-not-found"]);
});

test("reports a circular import in every file of the cycle, until one import is removed", async () => {
  const files = memoryFileSystem({ [part]: "import m: main.argmap\n" });
  const workspace = workspaceOn(files);
  workspace.open(main, "import p: part.argmap\n", 1);
  await workspace.whenIdle();
  workspace.open(part, "import m: main.argmap\n", 1);
  expect(codes(workspace, main)).toEqual(["circular-import"]);
  expect(codes(workspace, part)).toEqual(["circular-import"]);
  workspace.update(part, [{ text: "claim fell: It fell.\n" }], 2);
  expect(codes(workspace, main)).toEqual([]);
  expect(codes(workspace, part)).toEqual([]);
});

test("reports a file that imports itself", () => {
  const workspace = workspaceOn(memoryFileSystem());
  workspace.open(main, "import self: main.argmap\n", 1);
  expect(codes(workspace, main)).toEqual(["circular-import"]);
});

test("uses the text in the editor instead of the file on disk, until the file is closed", async () => {
  const workspace = workspaceOn(memoryFileSystem({ [part]: "claim fell: It fell.\n" }));
  workspace.open(part, "claim rose: It rose.\n", 1);
  workspace.open(main, "import p: part.argmap\nclaim keep: It stays.\nreason for keep:\n  premise p.fell\n", 1);
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual(["unknown-name"]);
  workspace.close(part);
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual([]);
});

test("reads the file of a source, and rechecks its quotes when it changes", async () => {
  const article = "file:///maps/article.txt";
  const files = memoryFileSystem({ [article]: "The air got cleaner." });
  const workspace = workspaceOn(files);
  workspace.open(
    main,
    "source a: An article\n  file: article.txt\nclaim keep: It stays.\n  reason: Cleaner air.\n    quote a: the air got worse\n",
    1,
  );
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual(["quote-not-found"]);
  files.write(article, "In the end the air got worse.");
  workspace.changedOnDisk(article);
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual([]);
  files.write(article, undefined);
  workspace.changedOnDisk(article);
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual(["source-not-found"]);
});

test("imports from outside the open folders only in a trusted workspace", async () => {
  const outside = "file:///other/part.argmap";
  const workspace = workspaceOn(
    memoryFileSystem({ [outside]: "claim fell: It fell.\n", [part]: "claim rose: It rose.\n" }),
  );
  workspace.setTrusted(false);
  workspace.open(main, "import out: ../other/part.argmap\nimport in: part.argmap\n", 1);
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual(["import-not-found"]);
  expect([workspace.get(outside), workspace.get(part)?.file.uri]).toEqual([undefined, part]);
  workspace.setTrusted(true);
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual([]);
});

test("in an untrusted workspace, a link in the folder does not lead outside either", async () => {
  const files = memoryFileSystem({ [part]: "claim fell: It fell.\n" });
  const realUri = async (uri: string): Promise<string> => (uri === part ? "file:///other/part.argmap" : uri);
  const workspace = workspaceOn({ ...files, realUri });
  workspace.setTrusted(false);
  await workspace.addFolder("file:///maps");
  expect(workspace.get(part)).toBeUndefined();
  workspace.open(main, "import: part.argmap\n", 1);
  await workspace.whenIdle();
  expect(codes(workspace, main)).toEqual(["import-not-found"]);
});

import { afterEach, expect, test, vi } from "vitest";
import { affects, watchMapExistence } from "../../../client/preview/mapExistence.ts";
import { EventEmitter, FileSystemError, TabInputText, Uri, window, workspace } from "../../support/fakeVscode.ts";

vi.mock("vscode", () => import("../../support/fakeVscode.ts"));

const map = Uri.parse("file:///maps/ferry.argmap");

afterEach(() => {
  vi.restoreAllMocks();
  window.tabGroups.all = [];
});

/** Watches the existence of maps, with fake events. Records the URIs of `onChange`. */
function watchWithFakes() {
  const files = {
    created: new EventEmitter<Uri>(),
    changed: new EventEmitter<Uri>(),
    deleted: new EventEmitter<Uri>(),
  };
  const tabs = new EventEmitter<unknown>();
  vi.spyOn(workspace, "createFileSystemWatcher").mockImplementation((() => ({
    onDidCreate: files.created.event,
    onDidChange: files.changed.event,
    onDidDelete: files.deleted.event,
    dispose() {},
  })) as never);
  vi.spyOn(window.tabGroups, "onDidChangeTabs").mockImplementation(tabs.event as never);
  const existence = watchMapExistence();
  const announced: string[] = [];
  existence.onChange((uri) => announced.push(uri.toString()));
  return { files, tabs, existence, announced };
}

const failStat = (error: Error) =>
  vi.spyOn(workspace.fs, "stat").mockImplementation((() => Promise.reject(error)) as never);

// VS Code merges a deletion and a creation that follow each other quickly into one change.
test.each(["created", "changed", "deleted"] as const)("announces files that were %s", (event) => {
  const { files, announced } = watchWithFakes();
  files[event].fire(map);
  expect(announced).toEqual([map.toString()]);
});

test("announces texts whose tabs were opened or closed", () => {
  const { tabs, announced } = watchWithFakes();
  tabs.fire({ opened: [{ input: new TabInputText(map) }], closed: [{ input: undefined }] });
  expect(announced).toEqual([map.toString()]);
});

test("a map exists if it is on disk or in a tab", async () => {
  const { existence } = watchWithFakes();
  failStat(new FileSystemError("FileNotFound"));
  expect(await existence.exists(map as never)).toBe(false);
  window.tabGroups.all = [{ tabs: [{ input: new TabInputText(map) }] }];
  expect(await existence.exists(map as never)).toBe(true);
  window.tabGroups.all = [];
  vi.spyOn(workspace.fs, "stat").mockImplementation((async () => ({})) as never);
  expect(await existence.exists(map as never)).toBe(true);
});

test("a map that cannot be accessed may exist", async () => {
  const { existence } = watchWithFakes();
  failStat(new FileSystemError("NoPermissions"));
  expect(await existence.exists(map as never)).toBe(true);
});

test("a change of a folder affects the maps in it, but not those in a folder with a longer name", () => {
  expect(affects(Uri.parse("file:///maps") as never, map as never)).toBe(true);
  expect(affects(map as never, map as never)).toBe(true);
  expect(affects(Uri.parse("file:///map") as never, map as never)).toBe(false);
});

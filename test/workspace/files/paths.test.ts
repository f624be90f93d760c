import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { baseName } from "../../../server/core/strings/baseName.ts";
import { normalizeUri, parentFolder, resolvePath } from "../../../server/workspace/files/paths.ts";

test("resolves paths relative to the map, including . and ..", () => {
  const map = "file:///maps/old%20town/main.argmap";
  expect(resolvePath(map, "part.argmap")).toBe("file:///maps/old%20town/part.argmap");
  expect(resolvePath(map, "./a/part.argmap")).toBe("file:///maps/old%20town/a/part.argmap");
  expect(resolvePath(map, "../people.argmap")).toBe("file:///maps/people.argmap");
});

test("allows any character in file names: spaces, #, ?, %, other scripts", () => {
  const map = normalizeUri(pathToFileURL("/maps/主.argmap").href);
  for (const name of ["a b.argmap", "no#1.argmap", "why?.argmap", "50%.argmap", "老城.argmap", "a:b.txt"]) {
    expect(resolvePath(map, name)).toBe(normalizeUri(pathToFileURL(`/maps/${name}`).href));
    expect(baseName(resolvePath(map, name) ?? "")).toBe(name);
  }
});

test("normalizes the different spellings of a URI", () => {
  for (const spelling of [
    "file:///c%3A/Users/x/a.argmap",
    "file:///C:/Users/x/a.argmap",
    "file:///c:/Users/x/a.argmap",
  ]) {
    expect(normalizeUri(spelling)).toBe("file:///c%3A/Users/x/a.argmap");
  }
  expect(normalizeUri("file:///m/%e8%80%81(1).argmap")).toBe(normalizeUri("file:///m/老(1).argmap"));
});

test("keeps the host of other schemes, and resolves no paths for a document without a file", () => {
  expect(resolvePath("vscode-vfs://github/o/r/a.argmap", "b.argmap")).toBe("vscode-vfs://github/o/r/b.argmap");
  expect(normalizeUri("untitled:Untitled-1")).toBe("untitled:Untitled-1");
  expect(resolvePath("untitled:Untitled-1", "b.argmap")).toBeUndefined();
  expect(resolvePath("file:///a.argmap", " ")).toBeUndefined();
});

test("returns the folder of a file", () => {
  expect(parentFolder("file:///maps/a.argmap")).toBe("file:///maps");
});

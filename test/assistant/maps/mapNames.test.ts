import { expect, test } from "vitest";
import { fileName, findMap } from "../../../server/assistant/maps/mapNames.ts";
import { MapFile } from "../../../server/core/language/map.ts";

const folders = ["file:///home/ann/maps"];

test.each([
  ["file:///home/ann/maps/sub/a%20b.argmap", folders, "sub/a b.argmap"],
  ["file:///home/ann/maps/a.argmap", [...folders, "file:///home/ann/talks"], "maps/a.argmap"],
  ["file:///home/ann/maps/a.argmap", [...folders, "file:///srv/maps"], "/home/ann/maps/a.argmap"],
  ["file:///home/ann/other.txt", folders, "/home/ann/other.txt"],
])("names %s in %j: %s", (uri, within, name) => {
  expect(fileName(uri, within)).toBe(name);
});

const files = ["a.argmap", "sub/a%20b.argmap"].map((path) => new MapFile(`${folders[0]}/${path}`, ""));

test.each([
  ["a.argmap", 0],
  ["a", 0],
  ["./a.argmap", 0],
  ["sub/a b.argmap", 1],
  ["sub\\a b.argmap", 1],
  ["/home/ann/maps/sub/a b.argmap", 1],
])("finds the map that is called %s", (name, index) => {
  expect(findMap(name, files, folders)).toBe(files[index]);
});

test.each(["b.argmap", "../maps/a.argmap", "/etc/passwd", "%2e%2e/a.argmap", "\0"])(
  "finds no map called %j",
  (name) => {
    expect(() => findMap(name, files, folders)).toThrow("There is no map");
  },
);

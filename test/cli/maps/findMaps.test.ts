import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { findMaps, type ListFolder } from "../../../server/cli/maps/findMaps.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "argmap-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ["b", "a", "node_modules"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "x.argmap"), "");
    writeFileSync(join(folder, name, "x.txt"), "");
  }
});

test("finds the maps in a folder and its subfolders, but not in those of packages", () => {
  expect(findMaps(folder)).toEqual({
    maps: [join(folder, "a/x.argmap"), join(folder, "b/x.argmap")],
    unreadable: [],
  });
});

test("passes over a folder that may not be read, and names it", () => {
  const list: ListFolder = (one) => {
    if (one === join(folder, "a")) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
    return readdirSync(one, { withFileTypes: true });
  };
  expect(findMaps(folder, list)).toEqual({ maps: [join(folder, "b/x.argmap")], unreadable: [join(folder, "a")] });
});

test.skipIf(process.platform === "win32")("passes over pipes, devices and links that lead nowhere", () => {
  execFileSync("mkfifo", [join(folder, "a/pipe.argmap")]);
  symlinkSync("/dev/zero", join(folder, "a/zero.argmap"));
  symlinkSync(join(folder, "nothing"), join(folder, "a/nothing.argmap"));
  symlinkSync(join(folder, "b/x.argmap"), join(folder, "a/link.argmap"));
  const { maps, unreadable } = findMaps(join(folder, "a"));
  expect(maps).toEqual([join(folder, "a/link.argmap"), join(folder, "a/x.argmap")]);
  expect(unreadable).toEqual(["nothing", "pipe", "zero"].map((name) => join(folder, `a/${name}.argmap`)));
});

test("says in one sentence that a name is too long, or that there is no such file", () => {
  expect(() => findMaps("x".repeat(300))).toThrow(/^This name is too long for a file: x{60}…$/);
  expect(() => findMaps(join(folder, "c.argmap"))).toThrow("No such file or folder:");
});

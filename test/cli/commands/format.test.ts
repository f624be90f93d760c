import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { argmap } from "../../support/programs/argmapCli.ts";
import { filesInFolder } from "../../support/programs/mcpClient.ts";

const files = { "a.argmap": "claim a:   A.\n      reason: B.\n\n\n", "b.argmap": "claim b: B.\n  reason: C.\n" };
const formatted = "claim a: A.\n  reason: B.\n";

test("formats maps in place, and prints the names of those that changed", () => {
  const { status, out, folder } = argmap(["format", "."], files);
  expect({ status, out }).toEqual({ status: 0, out: "a.argmap\n" });
  expect(readFileSync(join(folder, "a.argmap"), "utf8")).toBe(formatted);
  expect(readFileSync(join(folder, "b.argmap"), "utf8")).toBe(files["b.argmap"]);
});

test("only names the maps that are not formatted with --check, and exits with 1", () => {
  const { status, out, err, folder } = argmap(["format", "--check", "a.argmap", "b.argmap"], files);
  expect({ status, out }).toEqual({ status: 1, out: "a.argmap\n" });
  expect(err).toContain("1 map is not formatted.");
  expect(readFileSync(join(folder, "a.argmap"), "utf8")).toBe(files["a.argmap"]);
  expect(argmap(["format", "--check", "b.argmap"], files)).toMatchObject({ status: 0, out: "" });
});

test("says which map cannot be read, formats the others, and exits with 1", () => {
  const unreadable = { ...files, "bad.argmap": new Uint8Array([0xe4]) };
  const { status, out, err } = argmap(["format", "."], unreadable);
  expect({ status, out }).toEqual({ status: 1, out: "a.argmap\n" });
  expect(err).toMatch(/^argmap format: .*bad\.argmap is not in UTF-8\. Save it as UTF-8\.\n$/);
  const checked = argmap(["format", "--check", "b.argmap", "bad.argmap"], unreadable);
  expect(checked.status).toBe(1);
  expect(checked.err).toContain("All other maps are formatted.");
});

test("formats standard input to standard output, with the indentation asked for", () => {
  expect(argmap(["format", "-"], {}, files["a.argmap"]).out).toBe(formatted);
  expect(argmap(["format", "-", "--indent", "4"], {}, files["a.argmap"]).out).toBe("claim a: A.\n    reason: B.\n");
});

test.each(["0", "17", "two"])("refuses to indent by %s spaces, and leaves the map as it is", (indent) => {
  const { status, err, folder } = argmap(["format", "a.argmap", "--indent", indent], files);
  expect(status).toBe(2);
  expect(err).toMatch(/Give a whole number/);
  expect(readFileSync(join(folder, "a.argmap"), "utf8")).toBe(files["a.argmap"]);
});

test("wraps at the line width asked for", () => {
  const map = `claim a: ${"word ".repeat(20).trim()}\n`;
  const { out } = argmap(["format", "-", "--line-width", "40"], {}, map);
  expect(Math.max(...out.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(40);
});

test("a read-only map is refused, also if its folder can be changed", () => {
  const folder = filesInFolder({ "a.argmap": "claim a:   A.\n" });
  const file = join(folder, "a.argmap");
  chmodSync(file, 0o444);
  const { status, err } = argmap(["format", file]);
  expect(status).toBe(2);
  expect(err).toContain(`argmap format: Cannot write ${file}: It is read-only.\n`);
  expect(readFileSync(file, "utf8")).toBe("claim a:   A.\n");
});

/** `argmap export` and `argmap import`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { argmap } from "../support/programs/argmapCli.ts";

const map = "claim keep: The charge should stay.\n  reason air: The air got cleaner.\n    note: Said in March.\n";

test.each(["json", "argdown", "aif", "xaif", "jsonld"])("exports a map to %s, and imports that again", (format) => {
  const exported = argmap(["export", "talk.argmap", "--to", format], { "talk.argmap": map });
  expect(exported.status).toBe(0);
  const imported = argmap(["import", "-", "--from", format], {}, exported.out);
  expect(imported.status).toBe(0);
  expect(imported.out).toContain("The charge should stay.");
  expect(imported.out).toMatch(/ {2}reason(?: air)?: The air got cleaner\./);
});

test("says on stderr what is not carried", () => {
  const { err, out } = argmap(["export", "talk.argmap", "--to", "aif"], { "talk.argmap": map });
  expect(err).toBe("Not carried to AIF: attributes “note”: air\n");
  expect(JSON.parse(out)).toHaveProperty("nodes");
});

test("recognizes the format, and writes the map beside the file", () => {
  const { out, status, folder } = argmap(["import", "talk.argdown"], { "talk.argdown": "[Keep]: It stays.\n" });
  expect([status, out]).toEqual([0, "talk.argmap\n"]);
  expect(readFileSync(join(folder, "talk.argmap"), "utf8")).toBe("map: talk\n\nclaim Keep: It stays.\n");
});

test("writes to standard output with -o -", () => {
  const exported = argmap(["export", "talk.argmap", "--to", "json", "-o", "-"], { "talk.argmap": map });
  expect(JSON.parse(exported.out)).toHaveProperty("items");
  const imported = argmap(["import", "talk.json", "-o", "-"], { "talk.json": exported.out });
  expect(imported.out).toBe(map);
  expect([exported, imported].map(({ folder }) => readdirSync(folder))).toEqual([["talk.argmap"], ["talk.json"]]);
});

test("does not overwrite an existing file without --force", () => {
  const files = { "talk.argdown": "[Keep]: It stays.\n", "talk.argmap": map };
  const kept = argmap(["import", "talk.argdown"], files);
  expect([kept.status, kept.err]).toEqual([
    2,
    "argmap import: talk.argmap exists. Use --force to replace it.\nRun “argmap import --help” for usage.\n",
  ]);
  expect(readFileSync(join(kept.folder, "talk.argmap"), "utf8")).toBe(map);
  const replaced = argmap(["import", "talk.argdown", "--force"], files);
  expect(readFileSync(join(replaced.folder, "talk.argmap"), "utf8")).toContain("It stays.");
});

test.each([
  [
    "a cut-off file",
    "a.json",
    '{"nodes": [\n{"nodeID": "1"',
    "a.json, line 2: The JSON ends too early: the file may be cut off.",
  ],
  [
    "JSON of no known format with a mistake",
    "a.json",
    '{\n  "items": oops\n}',
    "a.json, line 2: The JSON is not valid.",
  ],
  ["another encoding", "a.argdown", new Uint8Array([0x41, 0x0a, 0xe4]), "a.argdown, line 2: The file is not in UTF-8."],
  ["a binary file", "a.argdown", new Uint8Array([0x41, 0]), "a.argdown, line 1: The file is not text"],
  ["an unknown format", "a.xyz", "abc", "a.xyz: The format is not known. Name a format with --from: json, "],
  ["an empty file", "a.xyz", "\n", "a.xyz: The file is empty."],
  ["a map", "b.argmap", "claim: It stays.\n", "b.argmap is a map already. Open it, or run “argmap check b.argmap”."],
])("says what is wrong with %s, and writes nothing", (_, name, content, message) => {
  const { status, err, folder } = argmap(["import", name], { [name]: content });
  expect(status).toBe(2);
  expect(err).toContain(`argmap import: ${message}`);
  expect(existsSync(join(folder, "a.argmap"))).toBe(false);
});

test.each(["talk.md", "talk"])("refuses to write a map under the name %s", (name) => {
  const { status, err, folder } = argmap(["import", "a.argdown", "-o", name], { "a.argdown": "[Keep]: It stays.\n" });
  expect(status).toBe(2);
  expect(err).toContain(`argmap import: ${name} is not the name of a map. Name a file that ends in .argmap with -o.\n`);
  expect(existsSync(join(folder, name))).toBe(false);
});

test("shows in a report what is computed, and in no other format", () => {
  const weighed =
    "claim keep: It should stay.\n  reason: It works.\n    strength: weak\n  objection: It costs.\n    strength: weak\n";
  const { out, status } = argmap(["export", "talk.argmap", "--to", "report", "--weighing"], { "talk.argmap": weighed });
  expect(status).toBe(0);
  expect(out).toMatch(/\*\*1\*\* It should stay\. \*\(computed: \w+/);
  const before = argmap(["export", "--weighing", "talk.argmap", "--to", "report"], { "talk.argmap": weighed });
  expect([before.status, before.out]).toEqual([0, out]);
  const standing = argmap(["export", "talk.argmap", "--to", "report", "--weighing", "standing"], {
    "talk.argmap": weighed,
  });
  expect(standing.out).toMatch(/\*\(computed: (?:stands|falls|undecided)\)\*/);
  expect(standing.out).not.toContain("%");
  const refused = argmap(["export", "talk.argmap", "--to", "json", "--weighing"], { "talk.argmap": weighed });
  expect([refused.status, refused.out]).toEqual([2, ""]);
  expect(refused.err).toContain("--weighing is for reports. Use --to report or --to docx.\n");
});

test.each([
  ["export", "talk.argmap", "--to", "json"],
  ["report", "sources", "talk.argmap", "--format", "csv"],
])("%s does not overwrite a map", (command, ...args) => {
  const { status, err, folder } = argmap([command, ...args, "-o", "talk.argmap"], { "talk.argmap": map });
  expect([status, err]).toEqual([
    2,
    `argmap ${command}: talk.argmap is the name of a map. Name another file with -o.\nRun “argmap ${command} --help” for usage.\n`,
  ]);
  expect(readFileSync(join(folder, "talk.argmap"), "utf8")).toBe(map);
});

import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { version } from "../../package.json" with { type: "json" };
import { argmap, argmapProgram } from "../support/programs/argmapCli.ts";

test.each([
  [["check"], "missing required argument 'files'"],
  [["check", "a.argmap", "--format", "xml"], "Allowed choices are text, json, sarif, github, junit."],
  [["check", "a.argmap", "--max-warnings", "few"], "Give a whole number, such as 0."],
  [["chek", "a.argmap"], "Did you mean check?"],
  [["check", "--fix", "-"], "--fix changes files, but standard input is not a file."],
  [["new"], "Name the new map, or an article with --from."],
  [["new", "talk"], "The name of a map ends in .argmap: talk.argmap"],
  [["new", "a.argmap"], "a.argmap exists. Use --force to replace it."],
  [["check", "none.argmap"], "No such file or folder: none.argmap"],
  [["check", "none/*.argmap"], "No map matches none/*.argmap"],
  [["stats", "none.argmap"], "No such file: "],
  [["import", "none.json"], "No such file: none.json"],
  [["new", "--from", "none.pdf"], "none.pdf: The file does not exist."],
  [["check", "--what", "a.argmap"], "--what"],
  [["toString"], "unknown command 'toString'"],
  [[], "Usage: argmap [options] [command]"],
  [["render"], "missing required argument 'map'"],
  [["render", "a.argmap", "b.argmap"], "too many arguments"],
  [["render", "a.argmap", "--theme", "blue"], "argument 'blue' is invalid. Allowed choices are light, dark."],
  [["render", "a.argmap", "-o", "none/a.svg"], "Cannot write none/a.svg: Its folder does not exist.\n"],
  [["render", "a.argmap", "-o", "none/a.pdf"], "Cannot write none/a.pdf: Its folder does not exist.\n"],
  [["export", "a.argmap", "--to", "json", "-o", tmpdir()], "It is a folder. Name a file.\n"],
  [["render", "a.argmap", "-o", "a.gif"], "Unsupported output format “.gif”. Use .svg, .png, .pdf or .html."],
  [["render", "a.argmap", "--direction", "up"], "argument 'up' is invalid. Allowed choices are right, down."],
  [["render", "a.argmap", "--page", "a5"], "argument 'a5' is invalid. Allowed choices are one, a4, letter."],
  [["render", "b.argmap", "-o", "b.pdf"], "No installed font supports \u{10fffd}."],
])("invalid usage exits with 2 and an error message: %j", (args, message) => {
  const { status, err } = argmap(args, { "a.argmap": "claim a: A.\n", "b.argmap": "claim b: \u{10fffd}\n" });
  expect(status).toBe(2);
  expect(err).toContain(message);
});

test.runIf(existsSync("/dev/full"))("says in one line that standard output cannot be written", () => {
  const full = openSync("/dev/full", "w");
  onTestFinished(() => closeSync(full));
  const { status, stderr } = spawnSync(process.execPath, [argmapProgram, "--version"], {
    stdio: ["ignore", full, "pipe"],
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^argmap: Cannot write to standard output: .*\n$/);
});

test.each([
  [["--help"], "annotations <map>"],
  [["help", "check"], "argmap check . --format sarif"],
  [["check", "--help"], "argmap check . --format sarif"],
  [["render", "-h"], "argmap render talk.argmap -o talk.pdf --page a4"],
])("prints help with examples: %j", (args, line) => {
  expect(argmap(args)).toMatchObject({ status: 0, err: "", out: expect.stringContaining(line) });
});

test.each([
  [
    "check",
    "Exit status: 0 success, 1 a map has errors or cannot be read, or there are more warnings than allowed, 2 usage error",
  ],
  ["new", "Exit status: 0 success, 2 usage error"],
])("the help of %s says what its exit status means", (command, line) => {
  expect(argmap([command, "--help"]).out).toContain(line);
});

test("prints its version", () => {
  expect(argmap(["--version"])).toMatchObject({ status: 0, out: `${version}\n` });
});

test.each(["bash", "zsh", "fish"])("prints a completion script for %s", (shell) => {
  const { status, out } = argmap(["complete", shell]);
  expect(status).toBe(0);
  expect(out).toContain("argmap");
});

test("completes commands, options and their values for a shell", () => {
  expect(argmap(["complete", "--", "che"]).out).toContain("check");
  expect(argmap(["complete", "--", "check", "--max"]).out).toContain("--max-warnings");
  expect(argmap(["complete", "--", "render", "a.argmap", "--theme", ""]).out).toContain("dark");
});

test("reads a map from standard input, which imports and cites files of the working folder", () => {
  const files = { "b.argmap": "claim cleaner: The air is cleaner.\n" };
  const input = "import air: b.argmap\nclaim keep: It stays.\n  reason: It works.\n    premise air.cleaner\n";
  expect(argmap(["check", "-"], files, input)).toMatchObject({ status: 0, out: "1 map, no problems.\n" });
  expect(argmap(["render", "-"], files, input).out).toContain("The air is cleaner.");
  expect(argmap(["stats", "-"], files, input).out).toContain("2 claims");
});

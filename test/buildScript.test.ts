/** The build script is plain JavaScript, so the compiler does not see what it imports. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/root.ts";

const script = readFileSync(join(root, "build.mjs"), "utf8");

test("every function that build.mjs loads from a module of the project is exported there", async () => {
  const loaded = [...script.matchAll(/\{ (\w+) \} = await import\("\.\/(.*?)"\)/g)];
  expect(loaded).not.toEqual([]);
  for (const [, name = "", path = ""] of loaded) expect(await import(join(root, path)), path).toHaveProperty(name);
});

test("every script of package.json is a command of build.mjs, or a program", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const commands = [...Object.values<string>(scripts)].flatMap(
    (line) => /^node build\.mjs (\S+)$/.exec(line)?.[1] ?? [],
  );
  const table = /const commands = \{(.*?)\n\};/s.exec(script)?.[1] ?? "";
  for (const command of commands) expect(table, command).toMatch(new RegExp(`^  "?${command}"?[:,]`, "m"));
});

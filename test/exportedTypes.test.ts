/** No two exported types share a name, so that a name in a message or a search leads to one place. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/root.ts";

test("no two exported types share a name", () => {
  const filesByType = new Map<string, string[]>();
  for (const folder of ["server", "client", "build", "packaging"]) {
    for (const { parentPath, name } of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!/(?<!\.d)\.tsx?$/.test(name)) continue;
      const path = join(parentPath, name);
      const text = readFileSync(path, "utf8");
      for (const [, type = ""] of text.matchAll(/^export (?:type|interface|class) (\w+)/gm)) {
        filesByType.set(type, [...(filesByType.get(type) ?? []), relative(root, path)]);
      }
    }
  }
  expect(filesByType.size).toBeGreaterThan(100);
  expect(Object.fromEntries([...filesByType].filter(([, files]) => files.length > 1))).toEqual({});
});

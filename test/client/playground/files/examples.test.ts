import { existsSync, globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { examples } from "../../../../client/playground/files/examples.ts";
import { root } from "../../../support/root.ts";

const read = (path: string): string => readFileSync(join(root, "examples", path), "utf8");

test("every example is offered, unless another one imports it", () => {
  const all = globSync("**/*.argmap", { cwd: join(root, "examples") }).map((path) => path.replaceAll("\\", "/"));
  const offered = new Set(examples.flatMap(({ map, files }) => [map, ...files]));
  expect(all.filter((path) => !offered.has(path))).toEqual([]);
});

test.each(examples)("$map is offered by its title, with the files that it names", ({ map, title, files }) => {
  expect(/^map[^:]*: *(.*)$/m.exec(read(map))?.[1]).toBe(title);
  const folder = posix.dirname(map);
  const named = [map, ...files.filter((path) => path.endsWith(".argmap"))].flatMap((path) =>
    [...read(path).matchAll(/^(?:import\b[^:]*|\s+file):\s*(\S+)\s*$/gm)].map(([, name = ""]) =>
      posix.join(folder, name),
    ),
  );
  const existing = named.filter((path) => existsSync(join(root, "examples", path)) && path !== map);
  expect([...new Set(existing)].sort()).toEqual([...files].sort());
});

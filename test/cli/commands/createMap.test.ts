import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { argmap } from "../../support/programs/argmapCli.ts";

test("creates an empty map", () => {
  const { status, out, folder } = argmap(["new", "talk.argmap"]);
  expect({ status, out }).toEqual({ status: 0, out: "talk.argmap\n" });
  expect(readFileSync(join(folder, "talk.argmap"), "utf8")).toBe("map: talk\n\nclaim: \n");
});

test("creates a map for an article, named after it, with the article as its source", () => {
  const { status, out, folder } = argmap(["new", "--from", "talk.txt"], { "talk.txt": "The air got cleaner.\n" });
  expect({ status, out }).toEqual({ status: 0, out: "talk.argmap\n" });
  expect(readFileSync(join(folder, "talk.argmap"), "utf8")).toContain("  file: talk.txt\n");
});

test("keeps a map that exists, and replaces it with --force", () => {
  const files = { "talk.argmap": "claim a: A.\n" };
  const kept = argmap(["new", "talk.argmap"], files);
  expect(kept.status).toBe(2);
  expect(readFileSync(join(kept.folder, "talk.argmap"), "utf8")).toBe(files["talk.argmap"]);
  const replaced = argmap(["new", "talk.argmap", "--force"], files);
  expect(readFileSync(join(replaced.folder, "talk.argmap"), "utf8")).toContain("map: talk");
});

test("writes nothing for an article that cannot be read", () => {
  const { status, err, folder } = argmap(["new", "talk.argmap", "--from", "none.txt"]);
  expect(status).toBe(2);
  expect(err).toMatch(/^argmap new: /);
  expect(existsSync(join(folder, "talk.argmap"))).toBe(false);
});

import { join } from "node:path";
import { expect, test } from "vitest";
import { cacheFolder } from "../../server/cli/cacheFolder.ts";

test.each([
  { platform: "linux", env: { HOME: "/home/lin" }, folder: "/home/lin/.cache/argmap/compiled" },
  { platform: "linux", env: { HOME: "/home/lin", XDG_CACHE_HOME: "/tmp/c" }, folder: "/tmp/c/argmap/compiled" },
  { platform: "linux", env: { HOME: "/home/lin", XDG_CACHE_HOME: "c" }, folder: "/home/lin/.cache/argmap/compiled" },
  { platform: "darwin", env: { HOME: "/Users/lin" }, folder: "/Users/lin/Library/Caches/argmap/compiled" },
  { platform: "win32", env: { LOCALAPPDATA: "/lin/Local" }, folder: "/lin/Local/argmap/compiled" },
] as const)("keeps compiled code in the user’s own folder on $platform: $folder", ({ platform, env, folder }) => {
  expect(cacheFolder(platform, env)).toBe(join(folder));
});

test("keeps no compiled code where the user has no folder", () => {
  expect(cacheFolder("linux", {})).toBeUndefined();
  expect(cacheFolder("win32", {})).toBeUndefined();
});

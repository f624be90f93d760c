import path from "node:path";

/**
 * Returns the folder for compiled code; undefined if the user has none. It is in the user’s own folder, as anybody could put
 * code into one that all users share.
 */
export function cacheFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const caches =
    platform === "win32" ? env["LOCALAPPDATA"] : (absolute(env["XDG_CACHE_HOME"]) ?? ownCaches(platform, env));
  return caches === undefined ? undefined : path.join(caches, "argmap", "compiled");
}

function ownCaches(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const home = absolute(env["HOME"]);
  return home === undefined ? undefined : path.join(home, platform === "darwin" ? "Library/Caches" : ".cache");
}

/** The specification of XDG ignores relative paths. */
const absolute = (folder: string | undefined): string | undefined =>
  folder !== undefined && path.isAbsolute(folder) ? folder : undefined;

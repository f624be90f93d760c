/** Maps in the address of the playground, after `#`. */
import * as v from "valibot";
import { isMapPath, type Project, type ProjectFile } from "../files/project.ts";
import { pack, unpack } from "./pack.ts";

/** What an address asks for. */
export type Address =
  | { readonly kind: "none" }
  /** The first file is the map to show. */
  | { readonly kind: "files"; readonly files: readonly [ProjectFile, ...ProjectFile[]] }
  /** The path of the map of an example. */
  | { readonly kind: "example"; readonly path: string }
  | { readonly kind: "broken"; readonly message: string };

/** The name of a map that comes without one. */
export const DEFAULT_NAME = "map.argmap";

/** Browsers take longer addresses, but other programs cut them off. */
export const MAX_LINK_LENGTH = 64_000;

const packedFiles = v.pipe(
  v.array(
    v.object({ path: v.pipe(v.string(), v.regex(/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$)).+$/)), content: v.string() }),
  ),
  v.minLength(1),
  v.check(([first]) => first !== undefined && isMapPath(first.path)),
);

/** True if an address asks for a map, even if for one that cannot be read. @param hash the part from `#` on */
export const isMapAddress = (hash: string): boolean => /^#(?:map|files|example)=/.test(hash);

/** Reads the part of an address from `#` on. */
export async function readAddress(hash: string): Promise<Address> {
  const [, key, value = ""] = /^#(\w+)=(.*)$/.exec(hash) ?? [];
  try {
    switch (key) {
      case "map":
        return { kind: "files", files: [{ path: DEFAULT_NAME, content: await unpack(value) }] };
      case "files": {
        const [first, ...others] = v.parse(packedFiles, JSON.parse(await unpack(value)));
        if (first === undefined) return broken;
        return { kind: "files", files: [first, ...others] };
      }
      case "example":
        return { kind: "example", path: decodeURIComponent(value) };
      default:
        return { kind: "none" };
    }
  } catch {
    return broken;
  }
}

const broken: Address = {
  kind: "broken",
  message: "The link has no map that can be read. Perhaps a part of it is missing: ask for the whole link.",
};

/** A link, or why there is none. */
export type MapLink =
  | {
      readonly kind: "link";
      readonly hash: string;
      /** The paths of the files that are not text. */
      readonly omitted: readonly string[];
    }
  | { readonly kind: "too-long" };

/** Returns the part of an address from `#` on that contains the map, with the files that it needs. */
export async function linkTo({ main, files }: Project): Promise<MapLink> {
  const texts = files.flatMap(({ path, content }) => (typeof content === "string" ? [{ path, content }] : []));
  const map = texts.filter(({ path }) => path === main);
  const others = texts.filter(({ path }) => path !== main);
  const hash =
    others.length === 0 && map[0] !== undefined
      ? `#map=${await pack(map[0].content)}`
      : `#files=${await pack(JSON.stringify([...map, ...others]))}`;
  if (hash.length > MAX_LINK_LENGTH) return { kind: "too-long" };
  const omitted = files.flatMap(({ path, content }) => (typeof content === "string" ? [] : [path]));
  return { kind: "link", hash, omitted };
}

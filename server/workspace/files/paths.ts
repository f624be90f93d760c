/** URIs, and the paths in maps, which are relative to the map and separated by `/`. Uses WHATWG `URL`, which every runtime has. */
import { decodeOrKeep } from "../../core/strings/baseName.ts";
import { commonPrefixLength } from "../../core/strings/commonEnds.ts";

/** Resolves a path written in the file `from` to a URI; undefined for an empty path, and if `from` has no folder (`untitled:`). */
export function resolvePath(from: string, path: string): string | undefined {
  const trimmed = path.trim();
  // A lone surrogate, as while a character is being typed, occurs in no file name and cannot be encoded.
  if (trimmed === "" || /\p{Cs}/u.test(trimmed)) return undefined;
  // Characters with a meaning in URLs are ordinary characters of file names.
  const escaped = trimmed.split("/").map(encodeURIComponent).join("/");
  return URL.canParse(escaped, from) ? normalizeUri(new URL(escaped, from).href) : undefined;
}

/**
 * Returns the path to write in the file `from` to refer to `to`: `resolvePath(from, relativePath(from, to))` is `to`. Undefined
 * if there is none, for example between two hosts or schemes.
 */
export function relativePath(from: string, to: string): string | undefined {
  if (!URL.canParse(from) || !URL.canParse(to)) return undefined;
  const [a, b] = [new URL(from), new URL(to)];
  if (a.protocol !== b.protocol || a.host !== b.host || !a.pathname.startsWith("/")) return undefined;
  const folders = a.pathname.split("/").slice(0, -1);
  const parts = b.pathname.split("/");
  const shared = commonPrefixLength(folders, parts.slice(0, -1));
  const path = [...folders.slice(shared).map(() => ".."), ...parts.slice(shared).map(decodeOrKeep)].join("/");
  return resolvePath(from, path) === normalizeUri(to) ? path : undefined;
}

/** Returns the canonical form of a URI, so that equal URIs are equal strings however a client spells them. */
export function normalizeUri(uri: string): string {
  if (!URL.canParse(uri)) return uri;
  const url = new URL(uri);
  if (!url.pathname.startsWith("/")) return uri;
  const path = url.pathname.split("/").map((part) => encodeURIComponent(decodeOrKeep(part)));
  // On Windows, `C:`, `c:` and `c%3A` are the same drive.
  if (/^[A-Za-z]%3A$/.test(path[1] ?? "")) path[1] = path[1]?.toLowerCase().replace("%3a", "%3A") ?? "";
  // A query may distinguish two documents, such as the sides of a diff.
  return `${url.protocol}//${url.host}${path.join("/")}${url.search}`;
}

/** Removes trailing slashes from the URI of a folder. */
export const withoutTrailingSlash = (uri: string): string => uri.replace(/\/+$/, "");

/** Returns the URI of the folder that contains a URI, without a trailing slash. */
export const parentFolder = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf("/")));

/** Returns a file name without its extension. */
export const stemOf = (name: string): string => name.replace(/\.[^.]*$/, "");

/** URIs, and paths as maps write them: relative to the map, with `/`. By WHATWG URL, which every runtime has. */

/** The URI of a path written in the file `from`; undefined for an empty path, and where `from` has no folder (`untitled:`). */
export function resolvePath(from: string, path: string): string | undefined {
  const trimmed = path.trim();
  // Half a character, as while one is typed or cut in two, is in no file's name, and cannot be escaped.
  if (trimmed === "" || /\p{Cs}/u.test(trimmed)) return undefined;
  // Characters that mean something in a URL are ordinary ones in a file's name.
  const escaped = trimmed.split("/").map(encodeURIComponent).join("/");
  return URL.canParse(escaped, from) ? normaliseUri(new URL(escaped, from).href) : undefined;
}

/**
 * The path by which the file `from` reaches `to`, as a map writes it: `resolvePath(from, relativePath(from, to))` is `to`.
 * Undefined where there is none, between two hosts or schemes say.
 */
export function relativePath(from: string, to: string): string | undefined {
  if (!URL.canParse(from) || !URL.canParse(to)) return undefined;
  const [a, b] = [new URL(from), new URL(to)];
  if (a.protocol !== b.protocol || a.host !== b.host || !a.pathname.startsWith("/")) return undefined;
  const folders = a.pathname.split("/").slice(0, -1);
  const parts = b.pathname.split("/");
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) shared++;
  const path = [...folders.slice(shared).map(() => ".."), ...parts.slice(shared).map(decodeOrKeep)].join("/");
  return resolvePath(from, path) === normaliseUri(to) ? path : undefined;
}

/** One way to write a URI, so that equal ones are equal strings whichever client wrote them. */
export function normaliseUri(uri: string): string {
  if (!URL.canParse(uri)) return uri;
  const url = new URL(uri);
  if (!url.pathname.startsWith("/")) return uri;
  const path = url.pathname.split("/").map((part) => encodeURIComponent(decodeOrKeep(part)));
  // Windows: `C:`, `c:` and `c%3A` are one drive.
  if (/^[A-Za-z]%3A$/.test(path[1] ?? "")) path[1] = path[1]?.toLowerCase().replace("%3a", "%3A") ?? "";
  // A query tells two documents apart, the sides of a comparison say.
  return `${url.protocol}//${url.host}${path.join("/")}${url.search}`;
}

/** The last part of a URI's path, readable. */
export const baseName = (uri: string): string => decodeOrKeep(uri.slice(uri.lastIndexOf("/") + 1));

/** The URI of a folder, written without a `/` at its end. */
export const withoutTrailingSlash = (uri: string): string => uri.replace(/\/+$/, "");

/** The folder that a URI stands in, without a `/` at its end. */
export const parentFolder = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf("/")));

function decodeOrKeep(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A lone % is a character like others.
    return part;
  }
}

/** A file's name without its ending. */
export const stemOf = (name: string): string => name.replace(/\.[^.]*$/, "");

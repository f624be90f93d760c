/** Paths as maps write them: relative to the map, with `/`. */
import { URI, Utils } from "vscode-uri";

/** The URI of a path written in the file `from`; undefined for an empty path. */
export function resolvePath(from: string, path: string): string | undefined {
  if (path.trim() === "") return undefined;
  try {
    return Utils.resolvePath(Utils.dirname(URI.parse(from)), path.trim()).toString();
  } catch {
    return undefined;
  }
}

/** One way to write a URI, so that equal ones are equal strings whichever client wrote them. */
export const normalUri = (uri: string): string => URI.parse(uri).toString();

/** The last part of a URI's path, readable. */
export const baseName = (uri: string): string => Utils.basename(URI.parse(uri));

/** The folder that a URI stands in. */
export const folderOf = (uri: string): string => Utils.dirname(URI.parse(uri)).toString();

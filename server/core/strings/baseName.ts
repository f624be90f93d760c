/** File names in URIs. */

/** Returns the last part of a URI's path, decoded. */
export const baseName = (uri: string): string => decodeOrKeep(uri.slice(uri.lastIndexOf("/") + 1));

/** Decodes the escapes in a part of a URI; returns it unchanged if it is not well-formed. */
export function decodeOrKeep(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A lone % is an ordinary character.
    return part;
  }
}

/** Bytes as text. Node and browsers have the same functions for this, which take strings with a character for each byte. */

// This folder is compiled without the types of any environment.
declare const atob: (base64: string) => string;
declare const btoa: (characters: string) => string;

/** How many bytes become characters in one call: all at once may be more arguments than a function can take. */
const CHUNK = 0x8000;

/** Returns bytes in base64. */
export function bytesToBase64(bytes: Uint8Array): string {
  let characters = "";
  for (let start = 0; start < bytes.length; start += CHUNK)
    characters += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return btoa(characters);
}

/** Returns the bytes of a text in base64. Throws if it is not valid. */
export function base64ToBytes(base64: string): Uint8Array {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < characters.length; index++) bytes[index] = characters.charCodeAt(index);
  return bytes;
}

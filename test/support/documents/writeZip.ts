/** Writes ZIP archives. */
import { strToU8, zipSync } from "fflate";

/** Returns a ZIP archive of text files. */
export const writeZip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));

/** Returns an archive in which the first file claims to have this size, as archives that unpack endlessly may do. */
export function withClaimedSize(archive: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(archive);
  // The entry of the file in the directory at the end of the archive, and its size there.
  copy.writeUInt32LE(size, copy.indexOf("PK\x01\x02") + 24);
  return new Uint8Array(copy);
}

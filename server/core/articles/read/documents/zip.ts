/** Unpacks ZIP archives, the containers of e-books and office documents, with a limit against archives that unpack endlessly. */
import { unzipSync } from "fflate";

/** The files of an archive by their paths. */
export type ZipFiles = ReadonlyMap<string, Uint8Array>;

/** The files that are wanted from an archive are too large together. */
export class UnpackedTooLargeError extends Error {
  readonly bytes: number;

  constructor(bytes: number) {
    super("The archive is too large.");
    this.bytes = bytes;
  }
}

/**
 * Unpacks some files of an archive.
 *
 * @param maxBytes how large they may be together
 * @throws UnpackedTooLargeError before anything is unpacked
 * @throws Error if the archive is damaged
 */
export function unzip(bytes: Uint8Array, isWanted: (path: string) => boolean, maxBytes: number): ZipFiles {
  let unpackedBytes = 0;
  unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (isWanted(name)) unpackedBytes += originalSize;
      return false;
    },
  });
  if (unpackedBytes > maxBytes) throw new UnpackedTooLargeError(unpackedBytes);
  // The library unpacks no more of a file than the size that the archive gives for it.
  return new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => isWanted(name) })));
}

/** All the workspace knows of the world outside: files by URI. One implementation for Node, one in memory for tests. */
import type { Readers } from "../core/sources/readSource.ts";

/** What is in a file, or why that is not given. `denied`: it is no file, or may not be read. */
export type FileBytes =
  | { readonly state: "found"; readonly bytes: Uint8Array }
  | { readonly state: "missing" }
  | { readonly state: "denied" }
  | { readonly state: "too-large"; readonly bytes: number };

export interface FileSystem extends Readers {
  /** The text of a file; undefined where there is none, or none that is text. */
  readonly read: (uri: string) => Promise<string | undefined>;
  /** What is in a file of at most so many bytes. */
  readonly readBytes: (uri: string, maxBytes: number) => Promise<FileBytes>;
  /** The names in a folder, those of folders ending in `/`; empty where there is no such folder. */
  readonly list: (uri: string) => Promise<readonly string[]>;
}

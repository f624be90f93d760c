import type { ReadInBackground } from "../../core/articles/readArticle.ts";

/**
 * The bytes of a file, or the reason why there are none. `denied`: the URI names no regular file, or access is denied.
 * `timed-out`: the disk does not answer. `unanswered`: the client has not answered yet, see `onLateAnswer`.
 */
export type FileBytes =
  | { readonly state: "found"; readonly bytes: Uint8Array }
  | { readonly state: "missing" }
  | { readonly state: "denied" }
  | { readonly state: "timed-out" }
  | { readonly state: "unanswered" }
  /** `bytes` is a lower bound. */
  | { readonly state: "too-large"; readonly bytes: number };

/** The workspace's only access to files, by URI. There is one implementation for Node and one in memory for tests. */
export interface FileSystem {
  /** Returns the text of a file; undefined if the file does not exist or is not text. */
  readonly read: (uri: string) => Promise<string | undefined>;
  /** Returns the content of a file of at most `maxBytes` bytes. */
  readonly readBytes: (uri: string, maxBytes: number) => Promise<FileBytes>;
  /** Returns the URI of a file or folder without symbolic links; undefined if it does not exist. */
  readonly realUri: (uri: string) => Promise<string | undefined>;
  /** Returns the names in a folder, with `/` after the names of folders; empty if there is no such folder. */
  readonly list: (uri: string) => Promise<readonly string[]>;
  readonly readInBackground: ReadInBackground;
  /** Calls a function when a file or folder can be read, after all, that was `unanswered` or seemed to be missing. */
  readonly onLateAnswer?: (listener: (uri: string) => void) => void;
}

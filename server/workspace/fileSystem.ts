/** All the workspace knows of the world outside: files by URI. One implementation for Node, one in memory for tests. */
export interface FileSystem {
  /** The text of a file; undefined where there is none, or none that is text. */
  readonly read: (uri: string) => Promise<string | undefined>;
  /** The names in a folder, those of folders ending in `/`; empty where there is no such folder. */
  readonly list: (uri: string) => Promise<readonly string[]>;
}

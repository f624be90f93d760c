import type { FileSystem } from "../workspace/fileSystem.ts";
/** Files on disk, by `file:` URIs. What is no file, too large or no UTF-8 is read as little as what is not there. */
export declare const diskFileSystem: FileSystem;

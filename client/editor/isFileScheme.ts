import { workspace } from "vscode";

/**
 * Whether documents with a scheme are files: on the disk, in an open folder, such as a repository that is opened without a clone, or
 * in another file system that can be written. Left out are schemes of documents that are no files, such as the left side of a
 * diff: they are read-only. File systems may be added at any time.
 */
export const isFileScheme = (scheme: string): boolean =>
  scheme === "file" ||
  workspace.fs.isWritableFileSystem(scheme) === true ||
  (workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme === scheme);

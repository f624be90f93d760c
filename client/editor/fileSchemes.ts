import { workspace } from "vscode";

/**
 * Returns the schemes of files: that of the disk, and those of the open folders, such as a repository that is opened without
 * a clone. Left out are schemes of documents that are no files, such as the left side of a diff.
 */
export const fileSchemes = (): readonly string[] => [
  ...new Set(["file", ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]),
];

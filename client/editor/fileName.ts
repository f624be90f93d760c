import type { Uri } from "vscode";

/** Returns the name of a file, with its extension. */
export const fileName = ({ path }: Uri): string => path.slice(path.lastIndexOf("/") + 1);

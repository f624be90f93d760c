/** The entry point of the bundle with the features of the extension, on a desktop. */
import type { ExtensionContext } from "vscode";
import type { FolderContext } from "./maps/folderContext.ts";
import { createNodeClient } from "./nodeClient.ts";
import { type Features, start } from "./start.ts";

/** Starts the features. */
export const startFeatures = (context: ExtensionContext, folders: FolderContext): Features =>
  start(context, folders, createNodeClient);

import type { ExtensionContext } from "vscode";
import type { FolderContext } from "../maps/folderContext.ts";
import { type Features, start } from "../start.ts";
import { createWebClient } from "./webClient.ts";

/** Starts the features. */
export const startFeatures = (context: ExtensionContext, folders: FolderContext): Features =>
  start(context, folders, createWebClient);

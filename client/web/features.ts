import type { ExtensionContext } from "vscode";
import { type Features, start } from "../start.ts";
import { createWebClient } from "./webClient.ts";

/** Starts the features. */
export const startFeatures = (context: ExtensionContext): Features => start(context, createWebClient);

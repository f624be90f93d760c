/** Entry point of the language server in a browser: a worker that exchanges messages with the extension. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { createClientFileSystem } from "../connection/clientFileSystem.ts";
import { serve } from "../server.ts";
import { createBackgroundReader } from "./backgroundReader.ts";
import { receiveBundleFolder } from "./bundleFolder.ts";

/** How long nobody must have typed before the evaluations of open maps are checked, in milliseconds. */
const PAUSE = 400;

receiveBundleFolder((folder) => {
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self),
    new BrowserMessageWriter(self),
  );
  serve(connection, {
    fileSystem: createClientFileSystem(connection, createBackgroundReader(folder)),
    // The extension links to its own copy.
    reference: undefined,
    // A message that has already arrived is handled before a timer.
    defer: (work) => setTimeout(work),
    onPause: (work) => setTimeout(work, PAUSE),
  });
});

/** Starts the server in Node: over IPC for VS Code, over stdio for any other editor. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { diskFileSystem } from "./node/diskFileSystem.ts";
import { serve } from "./server.ts";

/** Where the reference page is, seen from the built server. */
const reference = pathToFileURL(path.join(import.meta.dirname, "../../docs/reference.md")).toString();

// The way to talk is taken from the command line: `--stdio`, or `--node-ipc` as VS Code gives it.
serve(createConnection(ProposedFeatures.all), {
  fileSystem: diskFileSystem,
  reference,
  defer: (work) => setImmediate(work),
});

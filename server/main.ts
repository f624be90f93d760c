/** Entry point of the language server in Node: over IPC for VS Code, over stdio for other editors. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { createClientFileSystem, withVirtualFiles } from "./connection/clientFileSystem.ts";
import { readInBackground } from "./node/backgroundReader.ts";
import { diskFileSystem } from "./node/diskFileSystem.ts";
import { serve } from "./server.ts";

/** URI of the language reference, relative to the built server. */
const reference = pathToFileURL(path.join(import.meta.dirname, "../../docs/reference.md")).toString();

/** How long nobody must have typed before the evaluations of open maps are checked, in milliseconds. */
const PAUSE = 400;

// `createConnection` takes the transport from the command line: `--stdio`, or `--node-ipc` from VS Code.
const connection = createConnection(ProposedFeatures.all);
serve(connection, {
  fileSystem: withVirtualFiles(diskFileSystem, createClientFileSystem(connection, readInBackground)),
  reference,
  defer: (work) => setImmediate(work),
  onPause: (work) => setTimeout(work, PAUSE),
});

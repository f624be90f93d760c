/** Runs a language server on a connection: what is started, and with what. */

import * as v from "valibot";
import type { Connection, WorkspaceFolder } from "vscode-languageserver";
import { registerArticleRequests } from "./connection/articleRequests.ts";
import { capabilitiesFor } from "./connection/capabilities.ts";
import { ClientUris } from "./connection/clientUris.ts";
import { syncConfiguration } from "./connection/configuration.ts";
import { syncDocuments, syncFolders } from "./connection/documentSync.ts";
import { registerPreviewRequests } from "./connection/previewRequests.ts";
import { createPublisher } from "./connection/publishing.ts";
import { registerLspRequests } from "./connection/requests.ts";
import type { ServerSession } from "./connection/session.ts";
import { WatchedArticles } from "./connection/watchedArticles.ts";
import { severityOf } from "./core/checks/severity.ts";
import { createIdGenerator } from "./core/language/entry.ts";
import type { FileSystem } from "./workspace/fileSystem.ts";
import { Trees } from "./workspace/trees.ts";
import { Workspace } from "./workspace/workspace.ts";

/** What the place that a server runs in gives it. */
export interface ServerOptions {
  readonly fileSystem: FileSystem;
  /** Where the reference page is, for the links of problem codes. */
  readonly reference: string | undefined;
  /** Runs something when the messages that wait have been read. */
  readonly defer: (work: () => void) => void;
}

const startOptions = v.fallback(
  v.object({
    reference: v.optional(v.string()),
    pullDiagnostics: v.optional(v.boolean()),
    /** Commands that the client has for what the protocol has no word for. */
    commands: v.optional(v.array(v.string()), []),
  }),
  { commands: [] },
);

/** Runs a language server on a connection until that ends. */
export function serve(connection: Connection, { fileSystem, reference, defer }: ServerOptions): void {
  const logError = (context: string, error: unknown): void =>
    connection.console.error(`${context}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const logReadFailure = (error: unknown): void => logError("A file could not be taken in", error);
  // A client may still have identities from a server before this one: they are to lead nowhere, and not to other entries.
  // Of at most 14 digits: older Neovims write no more of a number.
  const ids = createIdGenerator(Math.floor(Math.random() * 2 ** 46));
  const workspace = new Workspace(fileSystem, logReadFailure, defer, ids);
  const clientUris = new ClientUris();
  let referenceUri = reference;
  let folders: readonly WorkspaceFolder[] = [];
  const session: ServerSession = {
    connection,
    workspace,
    clientUris,
    articleVersions: new Map(),
    editCounts: new Map(),
    watchedArticles: new WatchedArticles(),
    trees: new Trees(workspace, (problem) => severityOf(problem, session.settings.severities) !== "off"),
    client: { capabilities: {}, pullsDiagnostics: false, commands: new Set() },
    settings: { severities: {}, lineWidth: 0 },
    diagnosticOptions() {
      const { publishDiagnostics, diagnostic } = session.client.capabilities.textDocument ?? {};
      const supportsRelatedInformation =
        publishDiagnostics?.relatedInformation === true || diagnostic?.relatedInformation === true;
      const toClientUri = (uri: string): string => clientUris.toClientUri(uri);
      return {
        severities: session.settings.severities,
        referenceUri: referenceUri,
        supportsRelatedInformation,
        toClientUri,
      };
    },
    logError,
    sendAndLog(promise) {
      promise.catch((error: unknown) => logError("The client could not be told", error));
    },
  };

  const publisher = createPublisher(session, defer);
  const configuration = syncConfiguration(session, publisher.publishAll);
  const folderSync = syncFolders(session);

  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders, rootUri }) => {
    const options = v.parse(startOptions, initializationOptions ?? {});
    const { publishDiagnostics, diagnostic } = capabilities.textDocument ?? {};
    const pullsDiagnostics =
      diagnostic !== undefined && (publishDiagnostics === undefined || options.pullDiagnostics === true);
    session.client = { capabilities, pullsDiagnostics, commands: new Set(options.commands) };
    referenceUri = options.reference ?? reference;
    // A client from before there were several folders names its one by `rootUri`.
    folders = workspaceFolders ?? (rootUri === null ? [] : [{ uri: rootUri, name: "" }]);
    return { serverInfo: { name: "argmap" }, capabilities: capabilitiesFor(session.client) };
  });
  connection.onInitialized(() => {
    const start = async (): Promise<void> => {
      await Promise.all([folderSync.start(folders), configuration.start()]);
    };
    start().catch((error: unknown) => logError("The client did not answer at the start", error));
  });

  registerLspRequests(session);
  registerPreviewRequests(session, publisher.publishTrees);
  registerArticleRequests(session);
  syncDocuments(session, publisher.clearDiagnostics);
  connection.listen();
}

/** Assembles a language server on a connection. */
import * as v from "valibot";
import type { Connection, WorkspaceFolder } from "vscode-languageserver";
import { registerArticleRequests } from "./connection/articleRequests.ts";
import { capabilitiesFor } from "./connection/capabilities.ts";
import { toClientUri } from "./connection/clientUris.ts";
import { syncConfiguration } from "./connection/configuration.ts";
import { syncDocuments, syncFolders } from "./connection/documentSync.ts";
import { createEditedEntries } from "./connection/editedEntries.ts";
import { registerLspRequests } from "./connection/lspRequests.ts";
import { registerMapRequests } from "./connection/mapRequests.ts";
import { registerPreviewRequests } from "./connection/previewRequests.ts";
import { createPublisher } from "./connection/publishing.ts";
import type { ServerSession } from "./connection/session.ts";
import { defaultSettings } from "./connection/settings.ts";
import { WatchedArticles } from "./connection/watchedArticles.ts";
import { severityOf } from "./core/checks/severity.ts";
import { createIdGenerator } from "./core/language/entry.ts";
import { TRUST_GRANTED } from "./protocol/trust.ts";
import type { FileSystem } from "./workspace/files/fileSystem.ts";
import { Trees } from "./workspace/trees.ts";
import { WatchedCounts } from "./workspace/watchedCounts.ts";
import { Workspace } from "./workspace/workspace.ts";

/** The services of the environment that the server runs in. */
export interface ServerOptions {
  readonly fileSystem: FileSystem;
  /** The URI of the language reference, for the links of problem codes. */
  readonly reference: string | undefined;
  /** Runs work after all messages that have already arrived were handled. */
  readonly defer: (work: () => void) => void;
  /** Runs work when the user has paused. By default, as `defer` does. */
  readonly onPause?: (work: () => void) => void;
}

/** The `initializationOptions` of the client. */
const startOptions = v.fallback(
  v.object({
    reference: v.optional(v.string()),
    pullDiagnostics: v.optional(v.boolean()),
    /** Whether the user trusts the folders. Clients without such a concept leave it out. */
    isTrusted: v.optional(v.boolean(), true),
    /** The client commands that code actions and code lenses may use. */
    commands: v.optional(v.array(v.string()), []),
  }),
  { commands: [], isTrusted: true },
);

/** Runs a language server on a connection until the connection is closed. */
export function serve(connection: Connection, { fileSystem, reference, defer, onPause }: ServerOptions): void {
  const logError = (context: string, error: unknown): void =>
    connection.console.error(`${context}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const logReadFailure = (error: unknown): void => logError("Could not read a file", error);
  // Starts at random, so that ids which the client still has from an earlier server do not match other entries. At most 14
  // digits, because older versions of Neovim lose the digits after those.
  const ids = createIdGenerator(Math.floor(Math.random() * 2 ** 46));
  const workspace = new Workspace(fileSystem, logReadFailure, defer, ids, onPause);
  fileSystem.onLateAnswer?.((uri) => workspace.changedOnDisk(uri));
  const watchedArticles = new WatchedArticles();
  let referenceUri = reference;
  let folders: readonly WorkspaceFolder[] = [];
  const session: ServerSession = {
    connection,
    workspace,
    openDocuments: new Map(),
    trees: new Trees(workspace, (problem) => severityOf(problem, session.settings.severities) !== "off"),
    counts: new WatchedCounts(workspace),
    editedEntries: createEditedEntries(),
    client: { capabilities: {}, pullsDiagnostics: false, commands: new Set() },
    settings: defaultSettings,
    diagnosticOptions() {
      const { publishDiagnostics, diagnostic } = session.client.capabilities.textDocument ?? {};
      const supportsRelatedInformation =
        publishDiagnostics?.relatedInformation === true || diagnostic?.relatedInformation === true;
      return {
        severities: session.settings.severities,
        referenceUri,
        supportsRelatedInformation,
        toClientUri: (uri) => toClientUri(session.openDocuments, uri),
      };
    },
    logError,
    sendAndLog(promise) {
      promise.catch((error: unknown) => logError("Could not send a message to the client", error));
    },
  };

  const publisher = createPublisher(session, watchedArticles, defer);
  const configuration = syncConfiguration(session, publisher.publishAll);
  const folderSync = syncFolders(session);

  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders, rootUri }) => {
    const options = v.parse(startOptions, initializationOptions ?? {});
    const { publishDiagnostics, diagnostic } = capabilities.textDocument ?? {};
    const pullsDiagnostics =
      diagnostic !== undefined && (publishDiagnostics === undefined || options.pullDiagnostics === true);
    session.client = { capabilities, pullsDiagnostics, commands: new Set(options.commands) };
    referenceUri = options.reference ?? reference;
    workspace.setTrusted(options.isTrusted);
    // Older clients send a single folder as `rootUri`.
    folders = workspaceFolders ?? (rootUri === null ? [] : [{ uri: rootUri, name: "" }]);
    return { serverInfo: { name: "argmap" }, capabilities: capabilitiesFor(session.client) };
  });
  connection.onNotification(TRUST_GRANTED, () => workspace.setTrusted(true));
  connection.onInitialized(() => {
    const start = async (): Promise<void> => {
      await Promise.all([folderSync.start(folders), configuration.start()]);
    };
    start().catch((error: unknown) => logError("Could not initialize the connection", error));
  });

  registerLspRequests(session, (uri, line) => {
    const file = workspace.get(uri);
    if (file !== undefined && session.editedEntries.moveCursor(file, line)) publisher.publishWaiting(uri);
  });
  registerPreviewRequests(session, publisher.publishTrees);
  registerArticleRequests(session, watchedArticles);
  registerMapRequests(session);
  syncDocuments(
    session,
    (serverUri, { clientUri, isMap }) => {
      if (isMap) publisher.clearDiagnostics(serverUri, clientUri);
      else watchedArticles.forget(serverUri);
    },
    publisher.publishWaiting,
  );
  connection.listen();
}

/** Runs a language server on a connection: what is started, and with what. */

import * as v from "valibot";
import type { Connection, WorkspaceFolder } from "vscode-languageserver";
import { answerArticles } from "./connection/articleRequests.ts";
import { capabilitiesFor } from "./connection/capabilities.ts";
import { Spellings } from "./connection/clientUris.ts";
import { followConfiguration } from "./connection/configuration.ts";
import { followDocuments, followFolders } from "./connection/documentSync.ts";
import { answerPreviews } from "./connection/previewRequests.ts";
import { publishChanges } from "./connection/publishing.ts";
import { answerRequests } from "./connection/requests.ts";
import type { Session } from "./connection/session.ts";
import { WatchedArticles } from "./connection/watchedArticles.ts";
import { severityOf } from "./core/checks/severity.ts";
import { idsAfter } from "./core/language/entry.ts";
import type { FileSystem } from "./workspace/fileSystem.ts";
import { Trees } from "./workspace/trees.ts";
import { Workspace } from "./workspace/workspace.ts";

/** What the place that a server runs in gives it. */
export interface Surroundings {
  readonly fileSystem: FileSystem;
  /** Where the reference page is, for the links of problem codes. */
  readonly reference: string | undefined;
  /** Runs something when the messages that wait have been read. */
  readonly later: (work: () => void) => void;
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
export function serve(connection: Connection, { fileSystem, reference, later }: Surroundings): void {
  const logged = (what: string, error: unknown): void =>
    connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const failed = (error: unknown): void => logged("A file could not be taken in", error);
  // A client may still have identities from a server before this one: they are to lead nowhere, and not to other entries.
  // Of at most 14 digits: older Neovims write no more of a number.
  const ids = idsAfter(Math.floor(Math.random() * 2 ** 46));
  const workspace = new Workspace(fileSystem, failed, later, ids);
  const spellings = new Spellings();
  let where = reference;
  let folders: readonly WorkspaceFolder[] = [];
  const session: Session = {
    connection,
    workspace,
    spellings,
    articles: new Map(),
    edits: new Map(),
    watched: new WatchedArticles(),
    trees: new Trees(workspace, (problem) => severityOf(problem, session.settings.severities) !== "off"),
    client: { capabilities: {}, pulls: false, commands: new Set() },
    settings: { severities: {}, lineWidth: 0 },
    telling() {
      const { publishDiagnostics, diagnostic } = session.client.capabilities.textDocument ?? {};
      const related = publishDiagnostics?.relatedInformation === true || diagnostic?.relatedInformation === true;
      const written = (uri: string): string => spellings.written(uri);
      return { severities: session.settings.severities, reference: where, related, written };
    },
    logged,
    sent(sending) {
      sending.catch((error: unknown) => logged("The client could not be told", error));
    },
  };

  const publishing = publishChanges(session, later);
  const configuration = followConfiguration(session, publishing.all);
  const files = followFolders(session);

  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders, rootUri }) => {
    const asked = v.parse(startOptions, initializationOptions ?? {});
    const { publishDiagnostics, diagnostic } = capabilities.textDocument ?? {};
    const pulls = diagnostic !== undefined && (publishDiagnostics === undefined || asked.pullDiagnostics === true);
    session.client = { capabilities, pulls, commands: new Set(asked.commands) };
    where = asked.reference ?? reference;
    // A client from before there were several folders names its one by `rootUri`.
    folders = workspaceFolders ?? (rootUri === null ? [] : [{ uri: rootUri, name: "" }]);
    return { serverInfo: { name: "argmap" }, capabilities: capabilitiesFor(session.client) };
  });
  connection.onInitialized(() => {
    const start = async (): Promise<void> => {
      await Promise.all([files.start(folders), configuration.start()]);
    };
    start().catch((error: unknown) => logged("The client did not answer at the start", error));
  });

  answerRequests(session);
  answerPreviews(session, publishing.trees);
  answerArticles(session);
  followDocuments(session, publishing.forget);
  connection.listen();
}

/** The state of one connection, shared by everything that answers requests on it. */
import type { ClientCapabilities, Connection } from "vscode-languageserver";
import type { DiagnosticOptions } from "../features/requests/display/diagnostics.ts";
import type { Trees } from "../workspace/trees.ts";
import type { WatchedCounts } from "../workspace/watchedCounts.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { EditedEntries } from "./editedEntries.ts";
import type { OpenDocument } from "./openDocument.ts";
import type { Settings } from "./settings.ts";

/** The properties of the client, from its `initialize` request. */
export interface Client {
  readonly capabilities: ClientCapabilities;
  /** Whether it pulls diagnostics, either by its own choice or because it cannot receive published ones. */
  readonly pullsDiagnostics: boolean;
  /** The client commands that code actions and code lenses may use. */
  readonly commands: ReadonlySet<string>;
}

/** The state of the connection to one client. */
export interface ServerSession {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly trees: Trees;
  readonly counts: WatchedCounts;
  /** The documents that are open in the client, by their normalized URIs. */
  readonly openDocuments: Map<string, OpenDocument>;
  /** The entries that the user is writing. */
  readonly editedEntries: EditedEntries;
  client: Client;
  settings: Settings;
  /** The options for diagnostics, from the settings and the client's capabilities. */
  readonly diagnosticOptions: () => DiagnosticOptions;
  readonly logError: (context: string, error: unknown) => void;
  /** Logs an error if a message cannot be sent. */
  readonly sendAndLog: (promise: Promise<unknown>) => void;
}

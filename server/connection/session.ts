/** One connection with all that lives as long as it does; what answers requests is given this. */
import type { CancellationToken, ClientCapabilities, Connection } from "vscode-languageserver";
import { ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { isCited } from "../features/articles/shared/articleDocuments.ts";
import type { DiagnosticOptions } from "../features/requests/diagnostics.ts";
import { UserError } from "../features/shared/userError.ts";
import { normaliseUri } from "../workspace/paths.ts";
import type { Trees } from "../workspace/trees.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { ClientUris } from "./clientUris.ts";
import type { Settings } from "./configuration.ts";
import type { WatchedArticles } from "./watchedArticles.ts";

/** What a client said of itself when it started. */
export interface Client {
  readonly capabilities: ClientCapabilities;
  /** Whether it takes no published problems, or asked to pull them. */
  readonly pullsDiagnostics: boolean;
  /** The commands that it knows and can run for us. */
  readonly commands: ReadonlySet<string>;
}

export interface ServerSession {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly trees: Trees;
  readonly clientUris: ClientUris;
  /** The versions of the articles that are open. */
  readonly articleVersions: Map<string, number>;
  /** How often the client has edited each text that is open. */
  readonly editCounts: Map<string, number>;
  /** The articles whose passages the client shows. */
  readonly watchedArticles: WatchedArticles;
  client: Client;
  settings: Settings;
  /** How problems are told. */
  readonly diagnosticOptions: () => DiagnosticOptions;
  readonly logError: (context: string, error: unknown) => void;
  /** What is sent without waiting: that it could not be sent is logged. */
  readonly sendAndLog: (promise: Promise<unknown>) => void;
}

export interface RequestContext {
  /** What is asked for, for the log. */
  readonly label: string;
  /** The file that it is about; undefined where it is about none. */
  readonly uri?: string;
  readonly token: CancellationToken;
  /** Whether an answer from less than all maps of the workspace would be a wrong one. */
  readonly needsAllMaps?: boolean;
  /** Whether the answer is for the text as it then is, whatever that was when it was asked for: no place in it is asked about. */
  readonly acceptsAnyVersion?: boolean;
}

/**
 * Answers one request. What an edit has overtaken while it was being made is refused as such; what goes wrong is
 * logged and is an error of this request only.
 *
 * @param handler is given the URI as it is written below the rim, `""` where there is none
 */
export async function handleRequest<T>(
  { workspace, clientUris, articleVersions, editCounts, logError }: ServerSession,
  { label, uri, token, needsAllMaps, acceptsAnyVersion }: RequestContext,
  handler: (uri: string) => T | Promise<T>,
): Promise<T> {
  const serverUri = uri === undefined ? "" : normaliseUri(uri);
  const currentVersion = (): number | undefined => workspace.get(serverUri)?.version ?? articleVersions.get(serverUri);
  const versionBefore = currentVersion();
  const editCountBefore = editCounts.get(serverUri);
  let result: T;
  try {
    // Imports and sources that are just being read are waited for: an answer from half a map would be a wrong one.
    const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    // Which maps cite an article all of them tell.
    const isArticle = uri !== undefined && workspace.get(serverUri) === undefined;
    await Promise.race([
      needsAllMaps === true || isArticle ? workspace.whenAllLoaded() : workspace.whenIdle(),
      cancelled,
    ]);
    if (isArticle && isCited(workspace, serverUri)) await Promise.race([workspace.whenIdle(), cancelled]);
    result = await handler(serverUri);
  } catch (error) {
    if (error instanceof UserError) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    logError(label, error);
    throw new ResponseError(
      ErrorCodes.InternalError,
      `${label} failed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
  // A text that is only opened meanwhile has not been edited: the client has no reason to ask again.
  const isStale =
    editCounts.get(serverUri) !== editCountBefore ||
    (versionBefore !== undefined && currentVersion() !== versionBefore);
  if (isStale && acceptsAnyVersion !== true) {
    throw new ResponseError(LSPErrorCodes.ContentModified, "The text has changed meanwhile.");
  }
  return clientUris.toClientUris(result);
}

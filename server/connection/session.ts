/** One connection with all that lives as long as it does; what answers requests is given this. */
import type { CancellationToken, ClientCapabilities, Connection } from "vscode-languageserver";
import { ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { isCited } from "../features/articles/shared/articleDocuments.ts";
import type { DiagnosticOptions } from "../features/requests/diagnostics.ts";
import { Refused } from "../features/shared/userError.ts";
import { normalUri } from "../workspace/paths.ts";
import type { Trees } from "../workspace/trees.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Spellings } from "./clientUris.ts";
import type { Settings } from "./configuration.ts";
import type { WatchedArticles } from "./watchedArticles.ts";

/** What a client said of itself when it started. */
export interface Client {
  readonly capabilities: ClientCapabilities;
  /** Whether it takes no published problems, or asked to pull them. */
  readonly pulls: boolean;
  /** The commands that it knows and can run for us. */
  readonly commands: ReadonlySet<string>;
}

export interface Session {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly trees: Trees;
  readonly spellings: Spellings;
  /** The versions of the articles that are open. */
  readonly articles: Map<string, number>;
  /** How often the client has edited each text that is open. */
  readonly edits: Map<string, number>;
  /** The articles whose passages the client shows. */
  readonly watched: WatchedArticles;
  client: Client;
  settings: Settings;
  /** How problems are told. */
  readonly telling: () => DiagnosticOptions;
  readonly logged: (what: string, error: unknown) => void;
  /** What is sent without waiting: that it could not be sent is logged. */
  readonly sent: (sending: Promise<unknown>) => void;
}

export interface Asked {
  /** What is asked for, for the log. */
  readonly what: string;
  /** The file that it is about; undefined where it is about none. */
  readonly uri?: string;
  readonly token: CancellationToken;
  /** Whether an answer from less than all maps of the workspace would be a wrong one. */
  readonly needsAll?: boolean;
  /** Whether the answer is for the text as it then is, whatever that was when it was asked for: no place in it is asked about. */
  readonly anyText?: boolean;
}

/**
 * Answers one request. What an edit has overtaken while it was being made is refused as such; what goes wrong is
 * logged and is an error of this request only.
 *
 * @param make is given the URI as it is written below the rim, `""` where there is none
 */
export async function answer<T>(
  { workspace, spellings, articles, edits, logged }: Session,
  { what, uri, token, needsAll, anyText }: Asked,
  make: (uri: string) => T | Promise<T>,
): Promise<T> {
  const known = uri === undefined ? "" : normalUri(uri);
  const versionNow = (): number | undefined => workspace.get(known)?.version ?? articles.get(known);
  const version = versionNow();
  const edited = edits.get(known);
  let result: T;
  try {
    // Imports and sources that are just being read are waited for: an answer from half a map would be a wrong one.
    const cancelled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    // Which maps cite an article all of them tell.
    const isArticle = uri !== undefined && workspace.get(known) === undefined;
    await Promise.race([needsAll === true || isArticle ? workspace.complete() : workspace.settled(), cancelled]);
    if (isArticle && isCited(workspace, known)) await Promise.race([workspace.settled(), cancelled]);
    result = await make(known);
  } catch (error) {
    if (error instanceof Refused) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    logged(what, error);
    throw new ResponseError(
      ErrorCodes.InternalError,
      `${what} failed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
  // A text that is only opened meanwhile has not been edited: the client has no reason to ask again.
  const isAnother = edits.get(known) !== edited || (version !== undefined && versionNow() !== version);
  if (isAnother && anyText !== true) {
    throw new ResponseError(LSPErrorCodes.ContentModified, "The text has changed meanwhile.");
  }
  return spellings.inAnswer(result);
}

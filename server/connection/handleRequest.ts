/** Runs the handler of a request: waits for files, converts URIs, and turns errors into LSP errors. */
import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { UserError } from "../features/shared/userError.ts";
import { normalizeUri } from "../workspace/files/paths.ts";
import { toClientUris } from "./clientUris.ts";
import type { ServerSession } from "./session.ts";
import { whenLoaded } from "./whenLoaded.ts";

/** The circumstances of a request. */
export interface RequestContext {
  /** The name of the request in the log and in error messages. */
  readonly label: string;
  /** The document that the request is about, if there is one, in the client's spelling. */
  readonly uri?: string;
  readonly token: CancellationToken;
  /** Whether the answer would be wrong if some map of the workspace were not loaded yet. */
  readonly needsAllMaps?: boolean;
  /** Whether the answer stays valid if the document is edited in the meantime, because the request has no position in it. */
  readonly acceptsAnyVersion?: boolean;
}

/**
 * Answers a request. An exception of the handler is logged and fails only this request.
 *
 * @param handler receives the normalized URI, or `""` if there is none
 * @throws {ResponseError} `RequestFailed` with a message for the user, `RequestCancelled`, `InternalError`, or
 *   `ContentModified` if the document was edited in the meantime
 */
export async function handleRequest<T>(
  { workspace, openDocuments, logError }: Pick<ServerSession, "workspace" | "openDocuments" | "logError">,
  { label, uri, token, needsAllMaps = false, acceptsAnyVersion = false }: RequestContext,
  handler: (uri: string) => T | Promise<T>,
): Promise<T> {
  const serverUri = uri === undefined ? undefined : normalizeUri(uri);
  const document = () => openDocuments.get(serverUri ?? "");
  const before = document();
  const isStale = (): boolean => {
    const after = document();
    // Opening a document is not an edit, and a client does not repeat a request because of it.
    return (
      (after?.editCount ?? 0) !== (before?.editCount ?? 0) ||
      (before !== undefined && after?.version !== before.version)
    );
  };
  let result: T;
  try {
    const canceled = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    await Promise.race([whenLoaded(workspace, serverUri, needsAllMaps), canceled]);
    const { articles } = workspace.sources;
    for (;;) {
      const { result: answer, pending } = articles.collectPending(() => handler(serverUri ?? ""));
      result = await answer;
      if (pending.size === 0 || token.isCancellationRequested || (isStale() && !acceptsAnyVersion)) break;
      // The answer depends on articles that were still being read, and on no others.
      await Promise.race([articles.whenRead(pending), canceled]);
    }
  } catch (error) {
    if (error instanceof UserError) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    logError(label, error);
    throw new ResponseError(
      ErrorCodes.InternalError,
      `${label} failed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was canceled.");
  if (isStale() && !acceptsAnyVersion) {
    throw new ResponseError(LSPErrorCodes.ContentModified, "The document was edited in the meantime.");
  }
  return toClientUris(openDocuments, result);
}

/** What the client is told without asking: problems, that pulled answers are out of date, and changes of trees. */
import { CodeLensRefreshRequest } from "vscode-languageserver";
import { passages } from "../features/articles/requests/passages.ts";
import { articleFileOf } from "../features/articles/shared/articleDocuments.ts";
import { diagnostics } from "../features/requests/diagnostics.ts";
import * as articles from "../protocol/articles.ts";
import * as protocol from "../protocol/tree.ts";
import type { FileChange } from "../workspace/fileChange.ts";
import { createArticleRegistration } from "./articleRegistration.ts";
import type { ServerSession } from "./session.ts";

export interface Publisher {
  /** Tells of the problems of all open documents, and draws all trees anew: settings have changed. */
  readonly publishAll: () => void;
  /** Brings all trees up to date now, and tells of what that changed. */
  readonly publishTrees: () => void;
  /** A document was closed: nothing is said of it any more. */
  readonly clearDiagnostics: (serverUri: string, clientUri: string) => void;
}

/** @param defer runs something when the messages that wait have been read */
export function createPublisher(session: ServerSession, defer: (work: () => void) => void): Publisher {
  const { connection, workspace, trees, clientUris, watchedArticles, logError, sendAndLog } = session;
  const lastSent = new Map<string, string>();

  const publish = (uri: string, isEdited: boolean): void => {
    if (session.client.pullsDiagnostics || !clientUris.has(uri)) return;
    const file = workspace.get(uri);
    if (file?.version === undefined) return;
    const items = diagnostics(file, session.diagnosticOptions());
    const text = JSON.stringify(items);
    // An edit is always answered, as its client may wait for the version; others only where something changed.
    if (!isEdited && lastSent.get(uri) === text) return;
    lastSent.set(uri, text);
    sendAndLog(
      connection.sendDiagnostics({ uri: clientUris.toClientUri(uri), version: file.version, diagnostics: items }),
    );
  };

  /**
   * A client asks again by itself for what it edits; of other documents it has to be told.
   *
   * @param scope `sources`: only problems and lenses can hang on what articles say
   */
  const requestRefresh = (scope: "all" | "sources"): void => {
    const { textDocument: _, workspace: capabilities } = session.client.capabilities;
    if (session.client.pullsDiagnostics && capabilities?.diagnostics?.refreshSupport === true)
      sendAndLog(connection.languages.diagnostics.refresh());
    if (capabilities?.codeLens?.refreshSupport === true)
      sendAndLog(connection.sendRequest(CodeLensRefreshRequest.type));
    if (scope === "sources") return;
    if (capabilities?.inlayHint?.refreshSupport === true) sendAndLog(connection.languages.inlayHint.refresh());
    if (capabilities?.semanticTokens?.refreshSupport === true)
      sendAndLog(connection.languages.semanticTokens.refresh());
  };

  const sendTrees = (): void => {
    for (const change of trees.refresh()) {
      sendAndLog(
        connection.sendNotification(protocol.TREE_CHANGED, { ...change, uri: clientUris.toClientUri(change.uri) }),
      );
    }
    for (const uri of trees.takeReplaced()) {
      sendAndLog(connection.sendNotification(protocol.TREE_REPLACED, { uri: clientUris.toClientUri(uri) }));
    }
  };
  /** What fails here fails alone: nobody waits for an answer, and whoever calls has more to do. */
  const tryOrLog = (context: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      logError(context, error);
    }
  };
  const trySendTrees = (): void => tryOrLog("The tree could not be drawn anew", sendTrees);

  const updateRegistration = createArticleRegistration(session);
  /** Tells of the articles that the client shows passages of, where these are others now. */
  const sendPassages = (): void => {
    updateRegistration();
    const changedArticles = workspace.citations.takeChanged();
    const changed = watchedArticles.takeChanged(
      (uri) => changedArticles.has(articleFileOf(uri)),
      (uri) => passages(workspace, uri),
    );
    for (const uri of changed) {
      sendAndLog(connection.sendNotification(articles.PASSAGES_CHANGED, { uri: clientUris.toClientUri(uri) }));
    }
    const isOpen = [...clientUris.openUris].some(
      (uri) => session.articleVersions.has(uri) && changedArticles.has(articleFileOf(uri)),
    );
    if (isOpen && session.client.capabilities.workspace?.codeLens?.refreshSupport === true) {
      sendAndLog(connection.sendRequest(CodeLensRefreshRequest.type));
    }
  };

  workspace.onArticleRead((file) => {
    updateRegistration(true);
    for (const uri of watchedArticles.trackedTexts()) {
      if (articleFileOf(uri) !== file) continue;
      sendAndLog(connection.sendNotification(articles.SOURCE_TEXT_CHANGED, { uri: clientUris.toClientUri(uri) }));
    }
  });

  let editCount = 0;
  let isScheduled = false;
  let staleScope: "all" | "sources" | undefined;
  /** Goes on when a turn has passed that brought no edit, so that no problem waits for a picture. */
  const scheduleFlush = (): void => {
    const countBefore = editCount;
    isScheduled = true;
    defer(() => {
      if (editCount !== countBefore) return scheduleFlush();
      isScheduled = false;
      if (staleScope !== undefined) requestRefresh(staleScope);
      staleScope = undefined;
      tryOrLog("The passages in use could not be told", sendPassages);
      trySendTrees();
    });
  };

  workspace.onChange((changes: readonly FileChange[]) => {
    editCount++;
    for (const { uri, edited } of changes) publish(uri, edited);
    for (const { uri, change, edited } of changes) {
      if (edited || !clientUris.has(uri)) continue;
      staleScope = change === "sources" ? (staleScope ?? "sources") : "all";
    }
    trees.applyChanges(changes);
    if (!isScheduled) scheduleFlush();
  });

  return {
    publishAll() {
      for (const uri of clientUris.openUris) publish(uri, false);
      trees.invalidateAll();
      staleScope = "all";
      if (!isScheduled) scheduleFlush();
    },
    publishTrees: trySendTrees,
    clearDiagnostics(serverUri, clientUri) {
      lastSent.delete(serverUri);
      if (!session.client.pullsDiagnostics) sendAndLog(connection.sendDiagnostics({ uri: clientUri, diagnostics: [] }));
    },
  };
}

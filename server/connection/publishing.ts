/**
 * Sends notifications to the client when the workspace changes: diagnostics, refresh requests, passages, trees
 * and counts.
 */
import { CodeLensRefreshRequest } from "vscode-languageserver";
import { passages } from "../features/articles/requests/passages.ts";
import { articleFileOf } from "../features/articles/shared/articleDocuments.ts";
import { diagnostics } from "../features/requests/display/diagnostics.ts";
import * as articles from "../protocol/articles.ts";
import * as maps from "../protocol/maps.ts";
import * as protocol from "../protocol/tree.ts";
import type { FileChange } from "../workspace/fileChange.ts";
import { createArticleRegistration } from "./articleRegistration.ts";
import { toClientUri } from "./clientUris.ts";
import type { ServerSession } from "./session.ts";
import type { WatchedArticles } from "./watchedArticles.ts";

/** Sends diagnostics and changes of trees to the client. */
export interface Publisher {
  /** Publishes the diagnostics of all open documents and rebuilds all trees, after the settings have changed. */
  readonly publishAll: () => void;
  /** Updates all trees and sends their changes now. */
  readonly publishTrees: () => void;
  /** Publishes the diagnostics of a document after the user has left the entry that was edited. */
  readonly publishWaiting: (uri: string) => void;
  /** Removes the diagnostics of a document that was closed. Takes its URI in both spellings. */
  readonly clearDiagnostics: (serverUri: string, clientUri: string) => void;
}

/** @param defer runs work after all messages that have already arrived were handled */
export function createPublisher(
  session: ServerSession,
  watchedArticles: WatchedArticles,
  defer: (work: () => void) => void,
): Publisher {
  const { connection, workspace, trees, openDocuments, logError, sendAndLog } = session;
  const toClient = (uri: string): string => toClientUri(openDocuments, uri);
  const lastSent = new Map<string, string>();

  const publish = (uri: string, isEdited: boolean): void => {
    if (session.client.pullsDiagnostics || !openDocuments.has(uri)) return;
    const file = workspace.get(uri);
    if (file?.version === undefined) return;
    const items = diagnostics(file, session.diagnosticOptions(), session.editedEntries.isWaiting(file));
    const text = JSON.stringify(items);
    // After an edit, diagnostics are always sent: the client may wait for its version.
    if (!isEdited && lastSent.get(uri) === text) return;
    lastSent.set(uri, text);
    sendAndLog(connection.sendDiagnostics({ uri: toClient(uri), version: file.version, diagnostics: items }));
  };

  /**
   * Makes the client repeat requests. It does so by itself for the document that the user edits, but not for others.
   *
   * @param scope `problems` if nothing else has changed: they affect only diagnostics and code lenses
   */
  const requestRefresh = (scope: "all" | "problems"): void => {
    const { workspace: capabilities } = session.client.capabilities;
    if (session.client.pullsDiagnostics && capabilities?.diagnostics?.refreshSupport === true)
      sendAndLog(connection.languages.diagnostics.refresh());
    if (capabilities?.codeLens?.refreshSupport === true)
      sendAndLog(connection.sendRequest(CodeLensRefreshRequest.type));
    if (scope === "problems") return;
    if (capabilities?.inlayHint?.refreshSupport === true) sendAndLog(connection.languages.inlayHint.refresh());
    if (capabilities?.semanticTokens?.refreshSupport === true)
      sendAndLog(connection.languages.semanticTokens.refresh());
  };

  const sendTrees = (): void => {
    for (const change of trees.refresh()) {
      sendAndLog(connection.sendNotification(protocol.TREE_CHANGED, { ...change, uri: toClient(change.uri) }));
    }
    for (const uri of trees.takeReplaced()) {
      sendAndLog(connection.sendNotification(protocol.TREE_REPLACED, { uri: toClient(uri) }));
    }
  };
  /** Logs an error of work whose failure must not stop the caller. */
  const tryOrLog = (context: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      logError(context, error);
    }
  };
  const sendCounts = (): void => {
    for (const { uri, counts } of session.counts.takeChanged()) {
      sendAndLog(connection.sendNotification(maps.COUNTS_CHANGED, { uri: toClient(uri), counts }));
    }
  };
  const trySendTrees = (): void => tryOrLog("Could not update the trees", sendTrees);

  const updateRegistration = createArticleRegistration(session);
  /** Announces changes of the passages that the client shows. */
  const sendPassages = (): void => {
    updateRegistration();
    const changedArticles = workspace.citations.takeChanged();
    const changed = watchedArticles.takeChanged(
      (uri) => changedArticles.has(articleFileOf(uri)),
      (uri) => passages(workspace, uri),
    );
    for (const uri of changed) {
      sendAndLog(connection.sendNotification(articles.PASSAGES_CHANGED, { uri: toClient(uri) }));
    }
    const isAnyOpen = [...openDocuments].some(([uri, { isMap }]) => !isMap && changedArticles.has(articleFileOf(uri)));
    if (isAnyOpen && session.client.capabilities.workspace?.codeLens?.refreshSupport === true) {
      sendAndLog(connection.sendRequest(CodeLensRefreshRequest.type));
    }
  };

  workspace.onArticleRead((file) => {
    updateRegistration(true);
    for (const uri of watchedArticles.trackedTexts()) {
      if (articleFileOf(uri) !== file) continue;
      sendAndLog(connection.sendNotification(articles.READER_TEXT_CHANGED, { uri: toClient(uri) }));
    }
  });

  let editCount = 0;
  let isScheduled = false;
  let staleScope: "all" | "problems" | undefined;
  /** Waits until no edits arrive, so that updating trees does not delay diagnostics. */
  const scheduleFlush = (): void => {
    const countBefore = editCount;
    isScheduled = true;
    defer(() => {
      if (editCount !== countBefore) return scheduleFlush();
      isScheduled = false;
      if (staleScope !== undefined) requestRefresh(staleScope);
      staleScope = undefined;
      tryOrLog("Could not send the passages", sendPassages);
      trySendTrees();
      tryOrLog("Could not send the counts", sendCounts);
    });
  };

  workspace.onChange((changes: readonly FileChange[]) => {
    editCount++;
    for (const { uri, isEdited } of changes) publish(uri, isEdited);
    for (const { uri, change, isEdited } of changes) {
      if (isEdited || !openDocuments.has(uri)) continue;
      staleScope = change === "problems" ? (staleScope ?? "problems") : "all";
    }
    trees.applyChanges(changes);
    session.counts.applyChanges(changes);
    if (!isScheduled) scheduleFlush();
  });

  return {
    publishAll() {
      for (const uri of openDocuments.keys()) publish(uri, false);
      trees.invalidateAll();
      staleScope = "all";
      if (!isScheduled) scheduleFlush();
    },
    publishTrees: trySendTrees,
    publishWaiting(uri) {
      publish(uri, false);
      const canRefresh = session.client.capabilities.workspace?.diagnostics?.refreshSupport === true;
      if (session.client.pullsDiagnostics && canRefresh) sendAndLog(connection.languages.diagnostics.refresh());
    },
    clearDiagnostics(serverUri, clientUri) {
      lastSent.delete(serverUri);
      if (!session.client.pullsDiagnostics) sendAndLog(connection.sendDiagnostics({ uri: clientUri, diagnostics: [] }));
    },
  };
}

/** What the client is told without asking: problems, that pulled answers are out of date, and changes of trees. */
import { CodeLensRefreshRequest } from "vscode-languageserver";
import { passages } from "../features/articles/requests/passages.ts";
import { fileOfDocument } from "../features/articles/shared/articleDocuments.ts";
import { diagnostics } from "../features/requests/diagnostics.ts";
import * as articles from "../protocol/articles.ts";
import * as protocol from "../protocol/tree.ts";
import type { FileChange } from "../workspace/workspace.ts";
import { followArticles } from "./articleRegistration.ts";
import type { Session } from "./session.ts";

export interface Publishing {
  /** Tells of the problems of all open documents, and draws all trees anew: settings have changed. */
  readonly all: () => void;
  /** Brings all trees up to date now, and tells of what that changed. */
  readonly trees: () => void;
  /** A document was closed: nothing is said of it any more. */
  readonly forget: (known: string, uri: string) => void;
}

/** @param later runs something when the messages that wait have been read */
export function publishChanges(session: Session, later: (work: () => void) => void): Publishing {
  const { connection, workspace, trees, spellings, watched, logged, sent } = session;
  const lastSaid = new Map<string, string>();

  const publish = (uri: string, edited: boolean): void => {
    if (session.client.pulls || !spellings.has(uri)) return;
    const known = workspace.get(uri);
    if (known?.version === undefined) return;
    const said = diagnostics(known, session.telling());
    const text = JSON.stringify(said);
    // An edit is always answered, as its client may wait for the version; others only where something changed.
    if (!edited && lastSaid.get(uri) === text) return;
    lastSaid.set(uri, text);
    sent(connection.sendDiagnostics({ uri: spellings.written(uri), version: known.version, diagnostics: said }));
  };

  /**
   * A client asks again by itself for what it edits; of other documents it has to be told.
   *
   * @param what `sources`: only problems and lenses can hang on what articles say
   */
  const refreshPulled = (what: "all" | "sources"): void => {
    const { textDocument: _, workspace: able } = session.client.capabilities;
    if (session.client.pulls && able?.diagnostics?.refreshSupport === true)
      sent(connection.languages.diagnostics.refresh());
    if (able?.codeLens?.refreshSupport === true) sent(connection.sendRequest(CodeLensRefreshRequest.type));
    if (what === "sources") return;
    if (able?.inlayHint?.refreshSupport === true) sent(connection.languages.inlayHint.refresh());
    if (able?.semanticTokens?.refreshSupport === true) sent(connection.languages.semanticTokens.refresh());
  };

  const sendTrees = (): void => {
    for (const change of trees.refresh()) {
      sent(connection.sendNotification(protocol.TREE_CHANGED, { ...change, uri: spellings.written(change.uri) }));
    }
    for (const uri of trees.takeCameOrWent()) {
      sent(connection.sendNotification(protocol.TREE_REPLACED, { uri: spellings.written(uri) }));
    }
  };
  /** What fails here fails alone: nobody waits for an answer, and whoever calls has more to do. */
  const guarded = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      logged(what, error);
    }
  };
  const tellTrees = (): void => guarded("The tree could not be drawn anew", sendTrees);

  const follow = followArticles(session);
  /** Tells of the articles that the client shows passages of, where these are others now. */
  const tellPassages = (): void => {
    follow();
    const touched = workspace.citations.takeChanged();
    const changed = watched.changed(
      (uri) => touched.has(fileOfDocument(uri)),
      (uri) => passages(workspace, uri),
    );
    for (const uri of changed) {
      sent(connection.sendNotification(articles.PASSAGES_CHANGED, { uri: spellings.written(uri) }));
    }
    const isOpen = [...spellings.open].some((uri) => session.articles.has(uri) && touched.has(fileOfDocument(uri)));
    if (isOpen && session.client.capabilities.workspace?.codeLens?.refreshSupport === true) {
      sent(connection.sendRequest(CodeLensRefreshRequest.type));
    }
  };

  workspace.onArticleRead((file) => {
    follow(true);
    for (const uri of watched.texts()) {
      if (fileOfDocument(uri) !== file) continue;
      sent(connection.sendNotification(articles.SOURCE_TEXT_CHANGED, { uri: spellings.written(uri) }));
    }
  });

  let edits = 0;
  let waiting = false;
  let stale: "all" | "sources" | undefined;
  /** Goes on when a turn has passed that brought no edit, so that no problem waits for a picture. */
  const goOnLater = (): void => {
    const seen = edits;
    waiting = true;
    later(() => {
      if (edits !== seen) return goOnLater();
      waiting = false;
      if (stale !== undefined) refreshPulled(stale);
      stale = undefined;
      guarded("The passages in use could not be told", tellPassages);
      tellTrees();
    });
  };

  workspace.onChange((changes: readonly FileChange[]) => {
    edits++;
    for (const { uri, edited } of changes) publish(uri, edited);
    for (const { uri, change, edited } of changes) {
      if (edited || !spellings.has(uri)) continue;
      stale = change === "sources" ? (stale ?? "sources") : "all";
    }
    trees.note(changes);
    if (!waiting) goOnLater();
  });

  return {
    all() {
      for (const uri of spellings.open) publish(uri, false);
      trees.noteAll();
      stale = "all";
      if (!waiting) goOnLater();
    },
    trees: tellTrees,
    forget(known, uri) {
      lastSaid.delete(known);
      if (!session.client.pulls) sent(connection.sendDiagnostics({ uri, diagnostics: [] }));
    },
  };
}

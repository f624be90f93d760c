/** Connects the page of an open panel to the server and to the editors. */
import * as v from "valibot";
import { CancellationTokenSource, Disposable, l10n, Uri, type WebviewPanel, window } from "vscode";
import {
  type EditAnswer,
  type PersistPanel,
  type ToPage,
  type ToPanel,
  toPanel,
} from "../../server/protocol/preview.ts";
import type { SupposeArgument } from "../../server/protocol/weighing.ts";
import { revealLocation } from "../editor/navigation.ts";
import type { ArticleServices } from "./articleServices.ts";
import type { Cursor } from "./cursor.ts";
import { applyCardEdit } from "./editing/applyCardEdit.ts";
import type { UndoQueue } from "./editing/undo.ts";
import { afterUndo, emptyHistory, nextTextUri, recordEdit } from "./editing/undoHistory.ts";
import { createExportRequests, type ExportRequests } from "./export/exportRequests.ts";
import { errorMessage, failureMessage } from "./failureMessages.ts";
import { affects, type MapExistence } from "./mapExistence.ts";
import { answerPageRequest } from "./pageRequests.ts";
import type { TreeClient } from "./treeClient.ts";
import type { ViewStateStore } from "./viewStateStore.ts";
import { missingMapHtml, webviewHtml } from "./webviewHtml.ts";

/** The services that all previews share. */
export interface PreviewContext {
  readonly trees: TreeClient;
  readonly articleServices: ArticleServices;
  readonly viewStates: ViewStateStore;
  readonly cursor: Cursor;
  readonly undoQueue: UndoQueue;
  readonly mapExistence: MapExistence;
  /** The folder of the extension. */
  readonly extensionUri: Uri;
}

interface PanelListener {
  /** The page has loaded. */
  onReady(): void;
  /** A click on a card is about to open a document. */
  onOpen(text: Uri): void;
}

export interface PanelController extends Disposable {
  /** Shows another map. */
  show(map: Uri): void;
  /** Sends a message to the page. Does nothing while no page is loaded. */
  post(message: ToPage | PersistPanel): void;
  /** Supposes that the entry of a card is true or false, as soon as the page shows a map. */
  suppose(supposition: SupposeArgument): void;
  /** Exports what the page shows, as soon as it shows a map. Rejects if the preview is closed before the page answers. */
  requestExport: ExportRequests["requestExport"];
}

/** Loads the page. Everything else waits for its `ready` message. */
export function createPanelController(
  panel: WebviewPanel,
  context: PreviewContext,
  listener: PanelListener,
): PanelController {
  const { trees, articleServices, viewStates, cursor, undoQueue, mapExistence, extensionUri } = context;
  /** `absent`: the panel shows that its map does not exist, without a script. */
  let pageState: "loading" | "ready" | "absent" = "loading";
  let current: { readonly map: Uri; readonly watch: Disposable } | undefined;
  /** The edits that the user has made in the page since it shows this map. */
  let history = emptyHistory;
  /** Settles when the last edit has been made: undo waits for it, however quickly the user presses the key. */
  let lastEdit: Promise<unknown> = Promise.resolve();
  /** The map that the panel shows as absent. */
  let missingMap: Uri | undefined;
  /** Whether the page shows the current map. */
  let isTreeShown = false;
  /** Suppositions about the current map that wait for that. */
  const suppositions: SupposeArgument[] = [];
  /** The number of the last request, to drop answers to older ones. */
  let treeRequestId = 0;
  let coverageRequestId = 0;
  let cardRequest = new CancellationTokenSource();

  const post = (message: ToPage | PersistPanel): void => {
    if (pageState === "ready") void panel.webview.postMessage(message);
  };
  const exportRequests = createExportRequests(post);
  const isCurrent = (map: Uri): boolean => map.toString() === current?.map.toString();

  function loadPage(): void {
    pageState = "loading";
    isTreeShown = false;
    exportRequests.pause();
    panel.webview.html = webviewHtml(panel.webview, extensionUri);
  }

  /** Fetches the tree and sends it to the page, or shows that the map is absent. */
  async function sendTree(): Promise<void> {
    if (!current) return;
    const { map } = current;
    const requestId = ++treeRequestId;
    const exists = await mapExistence.exists(map);
    // Fetched last, so that nothing can delay the answer past the next change of the tree.
    const answer = requestId === treeRequestId ? await trees.fetchTree(map) : undefined;
    if (requestId !== treeRequestId || answer === undefined) return;
    if (answer === null || !exists) {
      exportRequests.rejectAll(l10n.t("The map no longer exists."));
      if (pageState === "absent" && missingMap === map) return;
      [pageState, missingMap] = ["absent", map];
      panel.webview.html = missingMapHtml(panel.webview, extensionUri, map);
    } else if (pageState === "absent") loadPage();
    else {
      const uri = map.toString();
      post({ type: "tree", uri, savedView: viewStates.get(uri), ...answer });
      if (pageState === "ready") exportRequests.resume();
      isTreeShown = pageState === "ready";
      if (isTreeShown) for (const supposition of suppositions.splice(0)) post({ type: "suppose", ...supposition });
      await Promise.all([sendMark(), sendCoverage()]);
    }
  }

  /** Sends the coverage of the map to the page. */
  async function sendCoverage(): Promise<void> {
    if (pageState !== "ready" || !current) return;
    const { map } = current;
    const requestId = ++coverageRequestId;
    const counts = await articleServices.coverage.countsFor(map);
    if (requestId === coverageRequestId && isCurrent(map)) post({ type: "coverage", counts: counts ?? null });
  }

  /** Updates the panel if its map was created or deleted. */
  async function updateExistence(map: Uri): Promise<void> {
    const exists = await mapExistence.exists(map);
    if (isCurrent(map) && exists === (pageState === "absent")) await sendTree();
  }

  /** Marks the card under the cursor. */
  async function sendMark(): Promise<void> {
    cardRequest.cancel();
    cardRequest.dispose();
    cardRequest = new CancellationTokenSource();
    const { token } = cardRequest;
    const { textPosition } = cursor;
    if (pageState !== "ready" || !current || !textPosition) return;
    const card = await trees.cardAt(current.map, textPosition.uri, textPosition.position, token);
    if (!token.isCancellationRequested) post({ type: "cursor", card: card ?? null });
  }

  async function dispatchMessage(message: ToPanel): Promise<void> {
    switch (message.type) {
      case "ready":
        // Sent by a page that has been replaced in the meantime.
        if (pageState === "absent") return;
        pageState = "ready";
        // VS Code reloads a page when the panel moves to another window. The new page has not received pending requests.
        exportRequests.pause();
        listener.onReady();
        return sendTree();
      case "focusTaken":
        // `focusPanel` waits for it.
        return;
      case "requestTree":
        return sendTree();
      case "edit": {
        const answer = applyEdit(message);
        lastEdit = answer;
        return post({ type: "editAnswer", requestId: message.requestId, answer: await answer });
      }
      case "undo":
      case "redo":
        return undoRedo(message.type);
      case "openCard": {
        const location = current && (await trees.locateCard(current.map, message.card));
        if (!location) return;
        listener.onOpen(location.uri);
        return revealLocation(location, panel.viewColumn, message.preserveFocus);
      }
      case "exportResult":
        return exportRequests.handleAnswer(message);
      default:
        return answerPageRequest(message, { trees, articleServices, viewStates, panel, post });
    }
  }

  async function undoRedo(command: "undo" | "redo"): Promise<void> {
    if (!current) return;
    const { map } = current;
    await lastEdit;
    const chooseText = (): Uri => {
      const text = isCurrent(map) ? nextTextUri(history, command) : undefined;
      return text === undefined ? map : Uri.parse(text);
    };
    await undoQueue.undoRedo(command, panel, chooseText, (before, after) => {
      if (isCurrent(map)) history = afterUndo(history, command, before, after);
    });
  }

  /** Always returns an answer, because the page waits for one. */
  async function applyEdit(message: Extract<ToPanel, { readonly type: "edit" }>): Promise<EditAnswer> {
    try {
      return await applyCardEdit(trees, message, panel.viewColumn, (text) => {
        if (message.map === current?.map.toString())
          history = recordEdit(history, { uri: text.uri.toString(), contentAfter: text.getText() });
      });
    } catch (error) {
      return { type: "rejected", message: `${l10n.t("Could not edit the text.")} ${errorMessage(error)}` };
    }
  }

  /** Handles a message of the page, and shows errors to the user. */
  async function handleMessage(message: ToPanel): Promise<void> {
    try {
      await dispatchMessage(message);
    } catch (error) {
      // The user has closed the preview, so that it fails to do the rest, such as to take the focus.
      if (current === undefined) return;
      void window.showErrorMessage(`${failureMessage(message.type)} ${errorMessage(error)}`);
    }
  }

  const subscriptions = Disposable.from(
    // Registered before the page is loaded, so that its `ready` message is not missed.
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const parsed = v.safeParse(toPanel, message);
      if (parsed.success) void handleMessage(parsed.output);
    }),
    trees.onServerRestart(sendTree),
    trees.onReplaced((map) => isCurrent(map) && void sendTree()),
    trees.onChanged(({ uri, from, to, change }) => {
      if (isCurrent(uri)) post({ type: "change", from, to, change });
    }),
    mapExistence.onChange((changed) => {
      if (current && affects(changed, current.map)) void updateExistence(current.map);
    }),
    cursor.onMoved(sendMark),
    articleServices.coverage.onRefreshed(sendCoverage),
  );
  loadPage();

  return {
    post,
    requestExport: exportRequests.requestExport,
    suppose(supposition) {
      if (isTreeShown) post({ type: "suppose", ...supposition });
      else suppositions.push(supposition);
    },
    show(map) {
      if (isCurrent(map)) return;
      const previous = current;
      history = emptyHistory;
      exportRequests.pause();
      isTreeShown = false;
      // They are about entries of the previous map.
      suppositions.length = 0;
      // The new map is watched before the old one is released, so that the server keeps the files that both import.
      current = { map, watch: trees.watch(map) };
      previous?.watch.dispose();
      void sendTree();
    },
    dispose() {
      subscriptions.dispose();
      treeRequestId += 1;
      exportRequests.rejectAll(l10n.t("The preview was closed."));
      cardRequest.cancel();
      cardRequest.dispose();
      current?.watch.dispose();
      // Makes pending answers of the server do nothing.
      current = undefined;
      pageState = "loading";
    },
  };
}

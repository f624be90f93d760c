/** What a panel says to its page, to the server and to the editors, as long as it is open. */
import * as v from "valibot";
import { CancellationTokenSource, commands, Disposable, Uri, type WebviewPanel, window } from "vscode";
import {
  type EditAnswer,
  type PersistPanel,
  type ToPage,
  type ToPanel,
  toPanel,
} from "../../server/protocol/preview.ts";
import { goTo } from "../editor/navigation.ts";
import { columnForText, revealLocation } from "../editor/reveal.ts";
import type { ArticleClient } from "../sources/articleClient.ts";
import type { Coverage } from "../sources/coverage.ts";
import { applyCardEdit } from "./applyCardEdit.ts";
import type { Cursor } from "./cursor.ts";
import { createExportRequests, type ExportRequests } from "./exportRequests.ts";
import { affects, type MapExistence } from "./mapExistence.ts";
import type { TreeClient } from "./treeClient.ts";
import type { UndoQueue } from "./undo.ts";
import { afterUndo, emptyHistory, nextTextUri, recordEdit } from "./undoHistory.ts";
import type { ViewStateStore } from "./viewStateStore.ts";
import { missingMapHtml, webviewHtml } from "./webviewHtml.ts";

/** What previews ask about quotes and articles. */
export interface ArticleServices extends Pick<ArticleClient, "locateQuote"> {
  readonly coverage: Pick<Coverage, "countsFor" | "onRefreshed">;
}

/** What all previews share. */
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

/** What else is to be done when something happens. */
export interface PanelListener {
  /** The page is up. */
  onReady(): void;
  /** A click on a card is about to open this text. */
  onOpen(text: Uri): void;
}

export interface PanelController extends Disposable {
  /** Shows this map from now on. */
  show(map: Uri): void;
  /** Says something to the page; where none is up, nobody hears it. */
  post(message: ToPage | PersistPanel): void;
  /** Asks the page for a picture, as soon as it has a map to draw. Rejects where the preview is closed before it has answered. */
  requestExport: ExportRequests["requestExport"];
}

/** What could not be done, for the user; the reason follows. */
const failureMessages: Partial<Record<ToPanel["type"], string>> = {
  open: "The text of this box could not be opened.",
  passage: "The article could not be opened.",
  undo: "Nothing was undone, as the text could not be opened.",
  redo: "Nothing was done again, as the text could not be opened.",
};

const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Loads the page; begins when that says that it is ready. */
export function createPanelController(
  panel: WebviewPanel,
  context: PreviewContext,
  listener: PanelListener,
): PanelController {
  const { trees, articleServices, viewStates, cursor, undoQueue, mapExistence, extensionUri } = context;
  let pageState: "loading" | "ready" | "absent" = "loading";
  let current: { readonly map: Uri; readonly watch: Disposable } | undefined;
  /** The edits from the page, while it shows this map. */
  let history = emptyHistory;
  /** The map of which the page says that it is not there. */
  let missingMap: Uri | undefined;
  /** How often the tree has been asked for. */
  let treeRequestId = 0;
  /** How often it has been asked what is cited. */
  let coverageRequestId = 0;
  let markCancellation = new CancellationTokenSource();

  const post = (message: ToPage | PersistPanel): void => {
    if (pageState === "ready") void panel.webview.postMessage(message);
  };
  const exportRequests = createExportRequests(post);
  const isCurrent = (map: Uri): boolean => map.toString() === current?.map.toString();

  function loadPage(): void {
    pageState = "loading";
    exportRequests.pause();
    panel.webview.html = webviewHtml(panel.webview, extensionUri);
  }

  /** Gives the page the tree; only the newest answer counts. */
  async function sendTree(): Promise<void> {
    if (!current) return;
    const { map } = current;
    const requestId = ++treeRequestId;
    const exists = await mapExistence.exists(map);
    // Asked last: what comes of it is said at once, before any later change of the tree.
    const answer = requestId === treeRequestId ? await trees.fetchTree(map) : undefined;
    if (requestId !== treeRequestId || answer === undefined) return;
    if (answer === null || !exists) {
      exportRequests.rejectAll("There is no map to be drawn any more.");
      if (pageState === "absent" && missingMap === map) return;
      [pageState, missingMap] = ["absent", map];
      panel.webview.html = missingMapHtml(panel.webview, extensionUri, map);
    } else if (pageState === "absent") loadPage();
    else {
      const uri = map.toString();
      post({ type: "tree", uri, left: viewStates.get(uri), ...answer });
      if (pageState === "ready") exportRequests.resume();
      await Promise.all([sendMark(), sendCoverage()]);
    }
  }

  /** Says what is cited of the articles of the map; only the newest answer counts. */
  async function sendCoverage(): Promise<void> {
    if (pageState !== "ready" || !current) return;
    const { map } = current;
    const requestId = ++coverageRequestId;
    const counts = await articleServices.coverage.countsFor(map);
    if (requestId === coverageRequestId && isCurrent(map)) post({ type: "coverage", counts: counts ?? null });
  }

  /** Brings the page up to date where its map has come or gone. */
  async function updateExistence(map: Uri): Promise<void> {
    const exists = await mapExistence.exists(map);
    if (isCurrent(map) && exists === (pageState === "absent")) await sendTree();
  }

  /** Marks the card under the cursor; only the newest question is answered. */
  async function sendMark(): Promise<void> {
    markCancellation.cancel();
    markCancellation.dispose();
    markCancellation = new CancellationTokenSource();
    const { token } = markCancellation;
    const { textPosition } = cursor;
    if (pageState !== "ready" || !current || !textPosition) return;
    const card = await trees.cardAt(current.map, textPosition.uri, textPosition.position, token);
    if (!token.isCancellationRequested) post({ type: "mark", card: card ?? null });
  }

  async function dispatchMessage(message: ToPanel): Promise<void> {
    switch (message.type) {
      case "ready":
        // A page that was replaced meanwhile may still have said so.
        if (pageState === "absent") return;
        pageState = "ready";
        // VS Code loads a page anew that is moved to another window: what the old one was asked, it does not know.
        exportRequests.pause();
        listener.onReady();
        return sendTree();
      case "again":
        return sendTree();
      case "left":
        return viewStates.save(message.map, message.left);
      case "edit":
        return post({ type: "edited", request: message.request, answer: await applyEdit(message) });
      case "undo":
      case "redo":
        return undoRedo(message.type);
      case "open": {
        const location = current && (await trees.locateCard(current.map, message.card));
        if (!location) return;
        listener.onOpen(location.uri);
        return revealLocation(location, panel.viewColumn);
      }
      case "passage": {
        const map = Uri.parse(message.map);
        const location = await articleServices.locateQuote(map, message.quote);
        if (location) return goTo(location.uri, location.range, columnForText(location.uri, panel.viewColumn));
        return void window.showInformationMessage(
          "These words are not found in the file of their source. The map's problems say more.",
        );
      }
      case "uncited":
        return void commands.executeCommand("argmap.showUncited", Uri.parse(message.map));
      case "exported":
        return exportRequests.handleAnswer(message);
      default:
        return message satisfies never;
    }
  }

  async function undoRedo(command: "undo" | "redo"): Promise<void> {
    if (!current) return;
    const { map } = current;
    const chooseText = (): Uri => {
      const text = isCurrent(map) ? nextTextUri(history, command) : undefined;
      return text === undefined ? map : Uri.parse(text);
    };
    await undoQueue.undoRedo(command, panel, chooseText, (before, after) => {
      if (isCurrent(map)) history = afterUndo(history, command, before, after);
    });
  }

  /** The page waits for an answer, whatever becomes of the edit. */
  async function applyEdit(message: Extract<ToPanel, { readonly type: "edit" }>): Promise<EditAnswer> {
    try {
      return await applyCardEdit(trees, message, panel.viewColumn, (text) => {
        if (message.map === current?.map.toString())
          history = recordEdit(history, { uri: text.uri.toString(), contentAfter: text.getText() });
      });
    } catch (error) {
      return { is: "refused", why: `The text could not be changed. ${errorMessage(error)}` };
    }
  }

  /** Does what the page asks for; where that cannot be done, the user is told. */
  async function handleMessage(message: ToPanel): Promise<void> {
    try {
      await dispatchMessage(message);
    } catch (error) {
      void window.showErrorMessage(
        `${failureMessages[message.type] ?? "The preview could not do that."} ${errorMessage(error)}`,
      );
    }
  }

  const subscriptions = Disposable.from(
    // Listens before the page is loaded, so that its first word is not missed.
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
    show(map) {
      if (isCurrent(map)) return;
      const previous = current;
      history = emptyHistory;
      exportRequests.pause();
      // The new one is looked at before the old one is let go: what both import need not be read again.
      current = { map, watch: trees.watch(map) };
      previous?.watch.dispose();
      void sendTree();
    },
    dispose() {
      subscriptions.dispose();
      treeRequestId += 1;
      exportRequests.rejectAll("The preview was closed.");
      markCancellation.cancel();
      markCancellation.dispose();
      current?.watch.dispose();
      // What is on its way from the server finds nobody to be told.
      current = undefined;
      pageState = "loading";
    },
  };
}

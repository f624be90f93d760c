/** What a panel says to its page, to the server and to the editors, as long as it is open. */
import * as v from "valibot";
import { CancellationTokenSource, commands, Disposable, Uri, type WebviewPanel, window } from "vscode";
import { type EditAnswer, type Keep, type ToPage, type ToPanel, toPanel } from "../../server/protocol/preview.ts";
import { goTo } from "../editor/navigation.ts";
import { columnFor, reveal } from "../editor/reveal.ts";
import type { Articles } from "../sources/articleClient.ts";
import type { Coverage } from "../sources/coverage.ts";
import { carryOut } from "./applyCardEdit.ts";
import type { Cursor } from "./cursor.ts";
import { createRequests, type Requests } from "./exportRequests.ts";
import { concerns, type Presence } from "./mapExistence.ts";
import type { Trees } from "./treeClient.ts";
import type { Undoing } from "./undo.ts";
import { edited, noSteps, taken, textFor } from "./undoHistory.ts";
import type { Memory } from "./viewStateStore.ts";
import { absence, html } from "./webviewHtml.ts";

/** What previews ask about quotes and articles. */
export interface Passages extends Pick<Articles, "locateQuote"> {
  readonly coverage: Pick<Coverage, "of" | "onRefreshed">;
}

/** What all previews share. */
export interface Shared {
  readonly trees: Trees;
  readonly passages: Passages;
  readonly memory: Memory;
  readonly cursor: Cursor;
  readonly undoing: Undoing;
  readonly presence: Presence;
  /** The folder of the extension. */
  readonly extension: Uri;
}

/** What else is to be done when something happens. */
export interface Listener {
  /** The page is up. */
  onReady(): void;
  /** A click on a card is about to open this text. */
  onOpen(text: Uri): void;
}

export interface Conversation extends Disposable {
  /** Shows this map from now on. */
  show(map: Uri): void;
  /** Says something to the page; where none is up, nobody hears it. */
  say(message: ToPage | Keep): void;
  /** Asks the page for a picture, as soon as it has a map to draw. Rejects where the preview is closed before it has answered. */
  ask: Requests["ask"];
}

/** What could not be done, for the user; the reason follows. */
const unable: Partial<Record<ToPanel["type"], string>> = {
  open: "The text of this box could not be opened.",
  passage: "The article could not be opened.",
  undo: "Nothing was undone, as the text could not be opened.",
  redo: "Nothing was done again, as the text could not be opened.",
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Loads the page; begins when that says that it is ready. */
export function converse(panel: WebviewPanel, shared: Shared, listener: Listener): Conversation {
  const { trees, passages, memory, cursor, undoing, presence, extension } = shared;
  let page: "loading" | "ready" | "absent" = "loading";
  let shown: { readonly map: Uri; readonly look: Disposable } | undefined;
  /** The edits from the page, while it shows this map. */
  let steps = noSteps;
  /** The map of which the page says that it is not there. */
  let absent: Uri | undefined;
  /** How often the tree has been asked for. */
  let sending = 0;
  /** How often it has been asked what is cited. */
  let covering = 0;
  let marking = new CancellationTokenSource();

  const say = (message: ToPage | Keep): void => {
    if (page === "ready") void panel.webview.postMessage(message);
  };
  const requests = createRequests(say);
  const isShown = (map: Uri): boolean => map.toString() === shown?.map.toString();

  function load(): void {
    page = "loading";
    requests.pause();
    panel.webview.html = html(panel.webview, extension);
  }

  /** Gives the page the tree; only the newest answer counts. */
  async function sendTree(): Promise<void> {
    if (!shown) return;
    const { map } = shown;
    const now = ++sending;
    const isThere = await presence.isThere(map);
    // Asked last: what comes of it is said at once, before any later change of the tree.
    const answer = now === sending ? await trees.tree(map) : undefined;
    if (now !== sending || answer === undefined) return;
    if (answer === null || !isThere) {
      requests.end("There is no map to be drawn any more.");
      if (page === "absent" && absent === map) return;
      [page, absent] = ["absent", map];
      panel.webview.html = absence(panel.webview, extension, map);
    } else if (page === "absent") load();
    else {
      const uri = map.toString();
      say({ type: "tree", uri, left: memory.left(uri), ...answer });
      if (page === "ready") requests.begin();
      await Promise.all([mark(), cover()]);
    }
  }

  /** Says what is cited of the articles of the map; only the newest answer counts. */
  async function cover(): Promise<void> {
    if (page !== "ready" || !shown) return;
    const { map } = shown;
    const now = ++covering;
    const counts = await passages.coverage.of(map);
    if (now === covering && isShown(map)) say({ type: "coverage", counts: counts ?? null });
  }

  /** Brings the page up to date where its map has come or gone. */
  async function lookAgain(map: Uri): Promise<void> {
    const isThere = await presence.isThere(map);
    if (isShown(map) && isThere === (page === "absent")) await sendTree();
  }

  /** Marks the card under the cursor; only the newest question is answered. */
  async function mark(): Promise<void> {
    marking.cancel();
    marking.dispose();
    marking = new CancellationTokenSource();
    const { token } = marking;
    const { place } = cursor;
    if (page !== "ready" || !shown || !place) return;
    const card = await trees.at(shown.map, place.uri, place.position, token);
    if (!token.isCancellationRequested) say({ type: "mark", card: card ?? null });
  }

  async function answer(said: ToPanel): Promise<void> {
    switch (said.type) {
      case "ready":
        // A page that was replaced meanwhile may still have said so.
        if (page === "absent") return;
        page = "ready";
        // VS Code loads a page anew that is moved to another window: what the old one was asked, it does not know.
        requests.pause();
        listener.onReady();
        return sendTree();
      case "again":
        return sendTree();
      case "left":
        return memory.keep(said.map, said.left);
      case "edit":
        return say({ type: "edited", request: said.request, answer: await carriedOut(said) });
      case "undo":
      case "redo":
        return takeBack(said.type);
      case "open": {
        const place = shown && (await trees.locate(shown.map, said.card));
        if (!place) return;
        listener.onOpen(place.uri);
        return reveal(place, panel.viewColumn);
      }
      case "passage": {
        const map = Uri.parse(said.map);
        const place = await passages.locateQuote(map, said.quote);
        if (place) return goTo(place.uri, place.range, columnFor(place.uri, panel.viewColumn));
        return void window.showInformationMessage(
          "These words are not found in the file of their source. The map's problems say more.",
        );
      }
      case "uncited":
        return void commands.executeCommand("argmap.showUncited", Uri.parse(said.map));
      case "exported":
        return requests.hear(said);
      default:
        return said satisfies never;
    }
  }

  async function takeBack(what: "undo" | "redo"): Promise<void> {
    if (!shown) return;
    const { map } = shown;
    const choose = (): Uri => {
      const text = isShown(map) ? textFor(steps, what) : undefined;
      return text === undefined ? map : Uri.parse(text);
    };
    await undoing.takeBack(what, panel, choose, (before, now) => {
      if (isShown(map)) steps = taken(steps, what, before, now);
    });
  }

  /** The page waits for an answer, whatever becomes of the edit. */
  async function carriedOut(said: Extract<ToPanel, { readonly type: "edit" }>): Promise<EditAnswer> {
    try {
      return await carryOut(trees, said, panel.viewColumn, (text) => {
        if (said.map === shown?.map.toString())
          steps = edited(steps, { text: text.uri.toString(), after: text.getText() });
      });
    } catch (error) {
      return { is: "refused", why: `The text could not be changed. ${reasonOf(error)}` };
    }
  }

  /** Does what the page asks for; where that cannot be done, the user is told. */
  async function obey(said: ToPanel): Promise<void> {
    try {
      await answer(said);
    } catch (error) {
      void window.showErrorMessage(`${unable[said.type] ?? "The preview could not do that."} ${reasonOf(error)}`);
    }
  }

  const listening = Disposable.from(
    // Listens before the page is loaded, so that its first word is not missed.
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const parsed = v.safeParse(toPanel, message);
      if (parsed.success) void obey(parsed.output);
    }),
    trees.onForgotten(sendTree),
    trees.onReplaced((map) => isShown(map) && void sendTree()),
    trees.onChanged(({ uri, from, to, change }) => {
      if (isShown(uri)) say({ type: "change", from, to, change });
    }),
    presence.onChange((changed) => {
      if (shown && concerns(changed, shown.map)) void lookAgain(shown.map);
    }),
    cursor.onMoved(mark),
    passages.coverage.onRefreshed(cover),
  );
  load();

  return {
    say,
    ask: requests.ask,
    show(map) {
      if (isShown(map)) return;
      const before = shown;
      steps = noSteps;
      requests.pause();
      // The new one is looked at before the old one is let go: what both import need not be read again.
      shown = { map, look: trees.look(map) };
      before?.look.dispose();
      void sendTree();
    },
    dispose() {
      listening.dispose();
      sending += 1;
      requests.end("The preview was closed.");
      marking.cancel();
      marking.dispose();
      shown?.look.dispose();
      // What is on its way from the server finds nobody to be told.
      shown = undefined;
      page = "loading";
    },
  };
}

/** Connects the page of the picture to the server and to the editor, as a panel of VS Code does. */
import * as v from "valibot";
import { LOCATE_QUOTE, locateQuoteResult } from "../../../server/protocol/articles.ts";
import { type ToPage, type ToPanel, toPanel } from "../../../server/protocol/preview.ts";
import { TABLES, tablesResult } from "../../../server/protocol/tables.ts";
import {
  CARD_AT,
  cardAtResult,
  LOCATE,
  locateResult,
  TREE,
  TREE_CHANGED,
  TREE_CLOSED,
  TREE_REPLACED,
  treeChangedParams,
  treeReplacedParams,
  treeResult,
} from "../../../server/protocol/tree.ts";
import { EXPLAIN_STANDING, standingExplanation, WEIGH, weighResult } from "../../../server/protocol/weighing.ts";
import type { ServerRequests } from "../connection/serverRequests.ts";
import type { LspLocation, LspPosition } from "../editor/positions.ts";
import type { CardEdits } from "./cardEdits.ts";

/** What the picture needs from the rest of the playground. */
export interface PictureContext {
  readonly server: ServerRequests;
  readonly edits: CardEdits;
  /** Shows a place in the editor. The focus moves there unless it is preserved. */
  readonly reveal: (location: LspLocation, preserveFocus: boolean) => void;
  /** Lets the user choose values for a property of a card. */
  readonly pickProperty: (message: Extract<ToPanel, { readonly type: "pickProperty" }>) => Promise<ToPage | undefined>;
  /** Lets the user save tables. */
  readonly saveTables: (tables: Extract<ToPanel, { readonly type: "exportTables" }>["tables"]) => void;
  readonly exportResult: (message: Extract<ToPanel, { readonly type: "exportResult" }>) => void;
  /** Says something to the user. */
  readonly notify: (message: string) => void;
}

export interface PictureController {
  /** Shows a map, which is open in the server. */
  show(map: string): void;
  /** Sends a message to the page. */
  post(message: ToPage): void;
  /** Marks the card at the cursor. */
  moveCursor(uri: string, position: LspPosition): void;
  /** Handles a notification of the server. Returns whether it is about a picture. */
  handleNotification(method: string, params: unknown): boolean;
}

/** Loads the page into a frame and answers it. */
export function createPictureController(frame: HTMLIFrameElement, context: PictureContext): PictureController {
  const { server, edits } = context;
  let isReady = false;
  let map: string | undefined;
  let treeRequest = 0;
  let cardRequest = 0;
  let cursor: { readonly uri: string; readonly position: LspPosition } | undefined;
  /** The view of each map, which the page restores. */
  const savedViews = new Map<string, unknown>();

  const post = (message: ToPage): void => {
    if (isReady) frame.contentWindow?.postMessage(message, location.origin);
  };

  async function sendTree(): Promise<void> {
    if (map === undefined || !isReady) return;
    const shown = map;
    treeRequest += 1;
    const request = treeRequest;
    const answer = await server.request(TREE, { uri: shown }, treeResult);
    if (!answer || request !== treeRequest) return;
    post({ type: "tree", uri: shown, savedView: savedViews.get(shown), ...answer });
    await sendMark();
  }

  async function sendMark(): Promise<void> {
    if (map === undefined || !isReady || cursor === undefined) return;
    cardRequest += 1;
    const request = cardRequest;
    const answer = await server.request(CARD_AT, { uri: map, textPosition: cursor }, cardAtResult);
    if (request === cardRequest) post({ type: "cursor", card: answer?.card ?? null });
  }

  async function handle(message: ToPanel): Promise<void> {
    switch (message.type) {
      case "ready":
        isReady = true;
        return sendTree();
      case "requestTree":
        return sendTree();
      case "openCard": {
        const location = map && (await server.request(LOCATE, { uri: map, card: message.card }, locateResult));
        if (location) context.reveal(location, message.preserveFocus);
        return;
      }
      case "edit": {
        const answer = await edits.apply(message);
        return post({ type: "editAnswer", requestId: message.requestId, answer });
      }
      case "undo":
      case "redo":
        return edits.undoRedo(message.type);
      case "saveView":
        return void savedViews.set(message.map, message.view);
      case "pickProperty": {
        const picked = await context.pickProperty(message);
        if (picked) post(picked);
        return;
      }
      case "weigh": {
        const { type: _, map: uri, requestId, ...question } = message;
        const result = await server.request(WEIGH, { ...question, uri }, v.nullable(weighResult));
        return post({ type: "weights", requestId, result: result ?? null });
      }
      case "explainStanding": {
        const { type: _, map: uri, requestId, ...question } = message;
        const answer = await server.request(EXPLAIN_STANDING, { ...question, uri }, v.nullable(standingExplanation));
        return post({ type: "standingExplanation", requestId, explanation: answer ?? null });
      }
      case "makeTables": {
        const { type: _, map: uri, requestId, ...question } = message;
        const result = await server.request(TABLES, { ...question, uri }, v.nullable(tablesResult));
        return post({ type: "tables", requestId, result: result ?? null });
      }
      case "exportTables":
        return context.saveTables(message.tables);
      case "exportResult":
        return context.exportResult(message);
      case "openPassage": {
        const { map: uri, quote } = message;
        const location = await server.request(LOCATE_QUOTE, { uri, quote }, locateQuoteResult);
        if (location) return context.reveal(location, false);
        return context.notify("The quote was not found in its source. The list of problems says more.");
      }
      case "openLink":
        return void window.open(message.href, "_blank", "noopener");
      // The page sends these only if the host asks it to take the focus, or sends coverage.
      case "focusTaken":
      case "showUncited":
        return;
      default:
        return message satisfies never;
    }
  }

  window.addEventListener("message", ({ data, source, origin }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || origin !== location.origin) return;
    const message = v.safeParse(toPanel, data);
    if (message.success) void handle(message.output);
  });
  frame.src = "picture.html";

  return {
    post,
    show(next) {
      if (next === map) return;
      const previous = map;
      map = next;
      edits.forget();
      void sendTree();
      if (previous !== undefined) server.notify(TREE_CLOSED, { uri: previous });
    },
    moveCursor(uri, position) {
      cursor = { uri, position };
      void sendMark();
    },
    handleNotification(method, params) {
      if (method === TREE_CHANGED) {
        const parsed = v.safeParse(treeChangedParams, params);
        if (parsed.success && parsed.output.uri === map) {
          const { uri: _, ...change } = parsed.output;
          post({ type: "change", ...change });
          // The cursor may be in an entry that is new.
          void sendMark();
        }
        return true;
      }
      if (method === TREE_REPLACED) {
        const parsed = v.safeParse(treeReplacedParams, params);
        if (parsed.success && parsed.output.uri === map) void sendTree();
        return true;
      }
      return false;
    },
  };
}

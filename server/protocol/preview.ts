/** What the panel in the extension host and the page in its webview say to each other; validated by the side that receives. */
import * as v from "valibot";
import type { CardId } from "../core/tree/tree.ts";
import { exportedMessage, exportMessage } from "./previewExport.ts";
import { editAction, treeChangeSchema, treeSchema } from "./tree.ts";

const cardId = v.custom<CardId>((value) => typeof value === "string");

/** What the page can be told to do. */
export const previewCommands = [
  "find",
  "filter",
  "fit",
  "foldAll",
  "unfoldAll",
  "foldToDepth",
  "tree",
  "outline",
  "turn",
  "legend",
  "help",
] as const;
export type PreviewCommand = (typeof previewCommands)[number];

/** What became of an edit that the page asked for. */
export const editAnswer = v.variant("is", [
  v.object({ is: v.literal("done") }),
  v.object({ is: v.literal("refused"), why: v.string() }),
  v.object({ is: v.literal("unsure"), question: v.string(), yes: v.string() }),
  /** The map has changed since: to be asked again, of the map as it is then. */
  v.object({ is: v.literal("stale") }),
]);
export type EditAnswer = v.InferOutput<typeof editAnswer>;

/** How much of the articles of a map is cited, and how many of its entries rest on no quote. */
export const coverageCounts = v.object({ cited: v.number(), paragraphs: v.number(), unquoted: v.number() });
export type CoverageCounts = v.InferOutput<typeof coverageCounts>;

/** From the panel to the page. */
export const toPage = v.variant("type", [
  /**
   * `uri` is that of the map: pan, zoom and folding are kept for a map, and another one is seen from its beginning, or as
   * `left` says that the page has left it.
   */
  v.object({
    type: v.literal("tree"),
    uri: v.string(),
    version: v.number(),
    tree: treeSchema,
    left: v.optional(v.unknown()),
  }),
  v.object({
    type: v.literal("change"),
    from: v.number(),
    to: v.number(),
    change: treeChangeSchema,
  }),
  /** The card under the editor's cursor, to be marked and brought into view; null: none. */
  v.object({ type: v.literal("mark"), card: v.nullable(cardId) }),
  /** What is cited, while that is shown; null: it is not shown, or there is no article. */
  v.object({ type: v.literal("coverage"), counts: v.nullable(coverageCounts) }),
  exportMessage,
  /** A command of VS Code that acts on what the page shows. `depth`, for `foldToDepth`: how many levels stay open. */
  v.object({ type: v.literal("do"), what: v.picklist(previewCommands), depth: v.optional(v.number()) }),
  v.object({ type: v.literal("edited"), request: v.number(), answer: editAnswer }),
]);
export type ToPage = v.InferOutput<typeof toPage>;

/** What a panel is, for VS Code to give back when the window is opened again. */
export const panelState = v.object({
  /** The URI of the map on show. */
  map: v.string(),
  /** Whether it stays with that map, whatever text is active. */
  locked: v.boolean(),
});
export type PanelState = v.InferOutput<typeof panelState>;

/** From the panel to the page's host, which alone can keep something for the next window. */
export const persistPanel = v.object({ type: v.literal("keep"), panel: panelState });
export type PersistPanel = v.InferOutput<typeof persistPanel>;

/** What VS Code gives back; beside it stands what the page itself has kept. */
export const persistedPanel = v.object({ panel: panelState });

/** From the page to the panel. */
export const toPanel = v.variant("type", [
  /** The page is up and can take a tree. */
  v.object({ type: v.literal("ready") }),
  /** A change did not fit the version the page has: send the whole tree again. */
  v.object({ type: v.literal("again") }),
  /** The user chose a card: show its entry in the editor. */
  v.object({ type: v.literal("open"), card: cardId }),
  /** The user chose a quote, by the `link` that it has in the tree of this map: show its passage in the article. */
  v.object({ type: v.literal("passage"), map: v.string(), quote: v.string() }),
  /** The user wants to go to what is not cited in the articles of this map. */
  v.object({ type: v.literal("uncited"), map: v.string() }),
  exportedMessage,
  /**
   * How the page leaves a map, whenever that has changed and come to rest: to be kept for each map and given back with its
   * tree. Only the page reads it. Of what is very long, the parts that are not are given back.
   */
  v.object({ type: v.literal("left"), map: v.string(), left: v.unknown() }),
  /** The user takes back, or does again, what was last done in the text. */
  v.object({ type: v.picklist(["undo", "redo"]) }),
  /** The user edits the map by way of a card; answered by `edited` with the number of the request. */
  v.object({
    type: v.literal("edit"),
    map: v.string(),
    request: v.number(),
    card: cardId,
    version: v.number(),
    action: editAction,
  }),
]);
export type ToPanel = v.InferOutput<typeof toPanel>;

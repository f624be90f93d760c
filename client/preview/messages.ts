/** What the panel in the extension host and the page in its webview say to each other; validated by the side that receives. */
import * as v from "valibot";
import type { CardId } from "../../server/language/tree.ts";
import { treeChangeSchema, treeSchema } from "../../server/tree/protocol.ts";
import { exportedMessage, exportMessage } from "./exportMessages.ts";

const cardId = v.custom<CardId>((value) => typeof value === "string");

/** From the panel to the page. */
export const toPage = v.variant("type", [
  /** `uri` is that of the map: pan and zoom are kept for a map, and another one is seen from its beginning. */
  v.object({ type: v.literal("tree"), uri: v.string(), version: v.number(), tree: treeSchema }),
  v.object({
    type: v.literal("change"),
    from: v.number(),
    to: v.number(),
    change: treeChangeSchema,
  }),
  /** The card under the editor's cursor, to be marked and brought into view; null: none. */
  v.object({ type: v.literal("mark"), card: v.nullable(cardId) }),
  exportMessage,
]);
export type ToPage = v.InferOutput<typeof toPage>;

/** From the page to the panel. */
export const toPanel = v.variant("type", [
  /** The page is up and can take a tree. */
  v.object({ type: v.literal("ready") }),
  /** A change did not fit the version the page has: send the whole tree again. */
  v.object({ type: v.literal("again") }),
  /** The user chose a card: show its entry in the editor. */
  v.object({ type: v.literal("open"), card: cardId }),
  exportedMessage,
]);
export type ToPanel = v.InferOutput<typeof toPanel>;

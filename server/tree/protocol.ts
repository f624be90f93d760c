/**
 * What goes over the wire for the preview, beside LSP. Every message is validated by the side that receives it.
 *
 * The client asks `argmap/tree`, which also subscribes; the server then sends `argmap/treeChanged` after each edit
 * that changed something. A gap in versions (`from` is not the version one has) means asking again.
 */
import * as v from "valibot";
import type { Card, CardId, Tree, TreeChange } from "../language/tree.ts";

const cardId = v.custom<CardId>((value) => typeof value === "string");
const severity = v.picklist(["error", "warning", "hint"]);

const card: v.GenericSchema<Card> = v.object({
  id: cardId,
  kind: v.picklist(["question", "claim", "premise", "assumption", "reason", "objection"]),
  relation: v.picklist(["root", "answer", "part", "support", "attack", "backing", "undercut", "premise", "critical"]),
  form: v.picklist(["full", "pill", "reference"]),
  shows: v.optional(cardId) as v.GenericSchema<CardId | undefined>,
  name: v.optional(v.string()) as v.GenericSchema<string | undefined>,
  text: v.string(),
  by: v.array(v.string()),
  inheritsBy: v.boolean(),
  acceptedBy: v.array(v.string()),
  rejectedBy: v.array(v.string()),
  quotes: v.array(v.object({ text: v.string(), source: v.optional(v.string()), page: v.optional(v.string()) })) as never,
  problems: v.array(v.object({ severity, message: v.string() })),
}) as never;
const tie = v.object({ kind: v.literal("contradiction"), a: cardId, b: cardId });

/** Schema of a whole tree, for whoever receives one. */
export const treeSchema = v.object({
  title: v.optional(v.string()),
  cards: v.array(card),
  places: v.array(v.object({ card: cardId, parent: v.optional(cardId) })),
  ties: v.array(tie),
}) as unknown as v.GenericSchema<Tree>;

/** Schema of a change from one tree to the next. */
export const treeChangeSchema = v.object({
  title: v.optional(v.string()),
  changed: v.array(card),
  removed: v.array(cardId),
  moved: v.array(v.object({ card: cardId, parent: v.optional(cardId), before: v.optional(cardId) })),
  ties: v.optional(v.array(tie)),
}) as unknown as v.GenericSchema<TreeChange>;

const position = v.object({ line: v.pipe(v.number(), v.integer()), character: v.pipe(v.number(), v.integer()) });

/** Request: the tree of a map, from now on kept up to date. Null where the file is not open or not known. */
export const TREE = "argmap/tree";
export const treeParams = v.object({ uri: v.string() });
export const treeResult = v.nullable(v.object({ version: v.number(), tree: treeSchema }));

/** Notification to the client: the tree has changed. */
export const TREE_CHANGED = "argmap/treeChanged";
export const treeChangedParams = v.object({ uri: v.string(), from: v.number(), to: v.number(), change: treeChangeSchema });

/** Notification to the server: nobody looks at this tree any more. */
export const TREE_CLOSED = "argmap/treeClosed";
export const treeClosedParams = v.object({ uri: v.string() });

/** Request: where the entry of a card stands in the text; for a reference card, where it is used. */
export const LOCATE = "argmap/locate";
export const locateParams = v.object({ uri: v.string(), card: cardId });
export const locateResult = v.nullable(
  v.object({ uri: v.string(), range: v.object({ start: position, end: position }) }),
);

/** Request: the card that shows what stands at a place, in the tree of `uri`. */
export const AT = "argmap/at";
export const atParams = v.object({ uri: v.string(), place: v.object({ uri: v.string(), position }) });
export const atResult = v.nullable(v.object({ card: cardId }));

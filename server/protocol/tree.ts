/**
 * What goes over the wire for the preview, beside LSP. Every message is validated by the side that receives it.
 *
 * The client asks `argmap/tree`, which also subscribes; the server then sends `argmap/treeChanged` after each edit
 * that changed something. A gap in versions (`from` is not the version one has) means asking again.
 */
import * as v from "valibot";
import { addableKinds, stepKinds } from "../core/tree/cardRules.ts";
import type { Card, CardId, Section, SectionId, Tree, TreeChange } from "../core/tree/tree.ts";

const cardId = v.custom<CardId>((value) => typeof value === "string");
const sectionId = v.custom<SectionId>((value) => typeof value === "string");
const severity = v.picklist(["error", "warning", "hint"]);
/** What JSON leaves out where it is undefined. */
const optionalField = <T>(schema: v.GenericSchema<unknown, T>) => v.optional(schema, () => undefined);

const rating = v.object({ words: v.string(), share: optionalField(v.number()) });

const card: v.GenericSchema<unknown, Card> = v.object({
  id: cardId,
  kind: v.picklist(["question", "claim", "premise", "assumption", "reason", "objection"]),
  relation: v.picklist(["root", "answer", "part", "support", "attack", "backing", "undercut", "premise", "critical"]),
  form: v.picklist(["full", "pill", "reference"]),
  shows: optionalField(cardId),
  name: optionalField(v.string()),
  text: v.string(),
  by: v.array(v.string()),
  inheritsBy: v.boolean(),
  acceptedBy: v.array(v.string()),
  rejectedBy: v.array(v.string()),
  quotes: v.array(
    v.object({
      text: v.string(),
      source: optionalField(v.string()),
      page: optionalField(v.string()),
      link: v.exactOptional(v.string()),
    }),
  ),
  tags: v.array(v.string()),
  likelihood: optionalField(rating),
  confidence: optionalField(v.string()),
  strength: optionalField(rating),
  scheme: optionalField(v.string()),
  note: optionalField(v.string()),
  section: optionalField(sectionId),
  file: optionalField(v.string()),
  problems: v.array(v.object({ severity, message: v.string() })),
});
const contradiction = v.object({ kind: v.literal("contradiction"), a: cardId, b: cardId });
const section: v.GenericSchema<unknown, Section> = v.object({
  id: sectionId,
  title: v.string(),
  level: v.number(),
  parent: optionalField(sectionId),
});

/** Schema of a whole tree, for whoever receives one. */
export const treeSchema: v.GenericSchema<unknown, Tree> = v.object({
  title: optionalField(v.string()),
  cards: v.array(card),
  places: v.array(v.object({ card: cardId, parent: optionalField(cardId) })),
  ties: v.array(contradiction),
  sections: v.array(section),
});

/** Schema of a change from one tree to the next. */
export const treeChangeSchema: v.GenericSchema<unknown, TreeChange> = v.object({
  title: optionalField(v.string()),
  changed: v.array(card),
  removed: v.array(cardId),
  moved: v.array(v.object({ card: cardId, parent: optionalField(cardId), before: optionalField(cardId) })),
  ties: optionalField(v.array(contradiction)),
  sections: optionalField(v.array(section)),
});

const position = v.object({ line: v.pipe(v.number(), v.integer()), character: v.pipe(v.number(), v.integer()) });

/** Request: the tree of a map, from now on kept up to date. Null where the file is not open or not known. */
export const TREE = "argmap/tree";
export const treeParams = v.object({ uri: v.string() });
export const treeResult = v.nullable(v.object({ version: v.number(), tree: treeSchema }));

/** Notification to the client: the tree has changed. */
export const TREE_CHANGED = "argmap/treeChanged";
export const treeChangedParams = v.object({
  uri: v.string(),
  from: v.number(),
  to: v.number(),
  change: treeChangeSchema,
});

/** Notification to the client: a map whose tree was asked for has come or gone; its tree is to be asked for again. */
export const TREE_REPLACED = "argmap/treeReplaced";
export const treeReplacedParams = v.object({ uri: v.string() });

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
export const CARD_AT = "argmap/at";
export const cardAtParams = v.object({ uri: v.string(), place: v.object({ uri: v.string(), position }) });
export const cardAtResult = v.nullable(v.object({ card: cardId }));

/** Request: the maps that a map imports, directly or by way of others; as they are imported, the map itself left out. */
export const IMPORTS = "argmap/imports";
export const importsParams = v.object({ uri: v.string() });
/** `title` is that of the imported map (`map: …`), where it has one. */
export const importsResult = v.array(v.object({ uri: v.string(), title: v.optional(v.string()) }));

/**
 * Something to be done to the text by way of a card. A reference card stands for the entry that it shows, but where it is
 * deleted or moved, which is done to its use alone; so is the deleting of a claim that the map takes from another file.
 */
export const editAction = v.variant("do", [
  /** Something new under a card, last of its kind. Each line of `text` is a paragraph, here and below. */
  v.object({ do: v.literal("add"), what: v.picklist(addableKinds), text: v.string() }),
  /** Other words. */
  v.object({ do: v.literal("write"), text: v.string() }),
  /** The card with its branch. `sure`: also where that takes more than the one entry. */
  v.object({ do: v.literal("delete"), sure: v.boolean() }),
  /** The card with its branch, on to another card; `as`: as the other kind of step. */
  v.object({ do: v.literal("move"), to: cardId, as: optionalField(v.picklist(stepKinds)) }),
  /** A reason becomes an objection, and the other way round. */
  v.object({ do: v.literal("turn") }),
]);
export type EditAction = v.InferOutput<typeof editAction>;

const range = v.object({ start: position, end: position });

/** Request: what an action on a card comes to in the texts, given the tree of `uri` in the version that the user sees. */
export const EDIT = "argmap/edit";
export const editParams = v.object({ uri: v.string(), card: cardId, version: v.number(), action: editAction });
export const editResult = v.variant("is", [
  /** An edit of one or more files; `at`: where, once it is made, the words are that it was about. */
  v.object({
    is: v.literal("edit"),
    edit: v.object({
      documentChanges: v.array(
        v.object({
          /** The version that the edits are for; null: the file is not open. */
          textDocument: v.object({ uri: v.string(), version: v.nullable(v.number()) }),
          edits: v.array(v.object({ range, newText: v.string() })),
        }),
      ),
    }),
    at: v.object({ uri: v.string(), range }),
  }),
  /** It cannot be done; a sentence for the user says why. */
  v.object({ is: v.literal("refused"), why: v.string() }),
  /** It takes more than meets the eye; a question for the user, and what the button says that says yes. */
  v.object({ is: v.literal("unsure"), question: v.string(), yes: v.string() }),
  /** The tree has changed meanwhile. The change is on its way, or has arrived. */
  v.object({ is: v.literal("stale") }),
]);
export type EditResult = v.InferOutput<typeof editResult>;

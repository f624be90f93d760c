/**
 * The messages between server and client for the preview, in addition to LSP. The receiver validates every message.
 *
 * The client requests `argmap/tree`, which also subscribes it to changes. After each edit that changes the tree, the server
 * sends `argmap/treeChanged`. If `from` is not the client's version, a change was missed and the client requests the tree
 * again.
 */
import * as v from "valibot";

export type { CardProperty } from "../core/tree/cardRules.ts";

import { addableKinds, cardProperties, stepKinds } from "../core/tree/cardRules.ts";
import { gaps } from "../core/tree/gaps.ts";
import {
  cardAnswerLimits,
  cardForms,
  cardSeverities,
  cardStatuses,
  relations,
  type SectionId,
  type Tree,
  type TreeChange,
} from "../core/tree/tree.ts";
import { cardId, cardKind, location, orUndefined, position, range, schemaOf } from "./schemas.ts";

const sectionId = v.custom<SectionId>((value) => typeof value === "string");
const rating = v.object({
  label: v.string(),
  fraction: orUndefined(v.number()),
  range: v.exactOptional(v.tuple([v.number(), v.number()])),
});
const marks = v.exactOptional(
  v.array(
    v.object({
      kind: v.picklist(["emphasis", "strong", "code", "link"]),
      start: v.number(),
      end: v.number(),
      href: v.exactOptional(v.string()),
    }),
  ),
);
const card = v.object({
  id: cardId,
  kind: cardKind,
  relation: v.picklist(relations),
  form: v.picklist(cardForms),
  referencedCard: orUndefined(cardId),
  restsOn: v.array(cardId),
  name: orUndefined(v.string()),
  title: orUndefined(v.string()),
  text: v.string(),
  marks,
  writtenText: v.exactOptional(v.string()),
  otherWordings: v.array(v.object({ text: v.string(), speakers: v.array(v.string()) })),
  speakers: v.array(v.string()),
  inheritsSpeakers: v.boolean(),
  acceptedBy: v.array(v.string()),
  rejectedBy: v.array(v.string()),
  quotes: v.array(
    v.object({
      text: v.string(),
      source: orUndefined(v.string()),
      page: orUndefined(v.string()),
      section: v.exactOptional(v.string()),
      link: v.exactOptional(v.string()),
    }),
  ),
  tags: v.array(v.string()),
  status: orUndefined(v.picklist(cardStatuses)),
  date: orUndefined(v.string()),
  likelihood: orUndefined(rating),
  confidence: orUndefined(v.string()),
  strength: orUndefined(rating),
  answerLimit: orUndefined(v.picklist(cardAnswerLimits)),
  scheme: orUndefined(v.string()),
  note: orUndefined(v.string()),
  noteMarks: marks,
  section: orUndefined(sectionId),
  file: orUndefined(v.string()),
  gaps: v.array(v.picklist(gaps)),
  problems: v.array(v.object({ severity: v.picklist(cardSeverities), message: v.string() })),
});
const contradiction = v.object({ kind: v.literal("contradiction"), a: cardId, b: cardId });
const restatement = v.object({ kind: v.literal("restatement"), a: cardId, b: cardId });
const section = v.object({ id: sectionId, title: v.string(), level: v.number(), parent: orUndefined(sectionId) });

const metadata = v.exactOptional(
  v.object({ author: orUndefined(v.string()), date: orUndefined(v.string()), sources: v.array(v.string()) }),
);

/** A whole tree. */
export const treeSchema = schemaOf<Tree>()(
  v.object({
    title: orUndefined(v.string()),
    language: orUndefined(v.string()),
    metadata,
    cards: v.array(card),
    positions: v.array(v.object({ card: cardId, parent: orUndefined(cardId) })),
    contradictions: v.array(contradiction),
    restatements: v.array(restatement),
    sections: v.array(section),
  }),
);

/** The difference between two versions of a tree. */
export const treeChangeSchema = schemaOf<TreeChange>()(
  v.object({
    title: orUndefined(v.string()),
    language: orUndefined(v.string()),
    metadata,
    changed: v.array(card),
    removed: v.array(cardId),
    moved: v.array(v.object({ card: cardId, parent: orUndefined(cardId), before: orUndefined(cardId) })),
    contradictions: orUndefined(v.array(contradiction)),
    restatements: orUndefined(v.array(restatement)),
    sections: orUndefined(v.array(section)),
  }),
);

/** Request: the tree of a map. Subscribes the client to its changes. Null if the file is neither open nor in the workspace. */
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

/** Notification to the client: a requested map was created or deleted. The client should request its tree again. */
export const TREE_REPLACED = "argmap/treeReplaced";
export const treeReplacedParams = v.object({ uri: v.string() });

/** Notification to the server: the client unsubscribes from the changes of this tree. */
export const TREE_CLOSED = "argmap/treeClosed";
export const treeClosedParams = v.object({ uri: v.string() });

/** Request: the location of a card's entry in the text; for a reference, the location of the reference. */
export const LOCATE = "argmap/locate";
export const locateParams = v.object({ uri: v.string(), card: cardId });
export const locateResult = v.nullable(location);

/** Request: the card in the tree of `uri` whose entry is at a position in the text. */
export const CARD_AT = "argmap/cardAt";
export const cardAtParams = v.object({ uri: v.string(), textPosition: v.object({ uri: v.string(), position }) });
export const cardAtResult = v.nullable(v.object({ card: cardId }));

/** Request: the maps that a map imports, directly or indirectly, in import order. */
export const IMPORTS = "argmap/imports";
export const importsParams = v.object({ uri: v.string() });
/** `title` is the title of the imported map (`map: …`), if it has one. */
export const importsResult = v.array(v.object({ uri: v.string(), title: v.optional(v.string()) }));

/**
 * Sets a property of a card's entry to some values, none to remove it. Speakers are given by the values of
 * `argmap/propertyChoices`; `newSpeaker` is the full name of another one, which the map may not have yet.
 */
export const setPropertyAction = v.object({
  type: v.literal("setProperty"),
  property: v.picklist(cardProperties),
  values: v.array(v.string()),
  newSpeaker: v.exactOptional(v.string()),
});
export type SetPropertyAction = v.InferOutput<typeof setPropertyAction>;

/**
 * An edit of a card's entry. An action on a reference edits the entry that it refers to, except that deleting or moving
 * affects only the reference. Likewise, deleting a claim of an imported file deletes only its use in this map.
 */
export const editAction = v.variant("type", [
  /** Adds an entry under the card, after those of the same kind. Each line of `text` is a paragraph, here and below. */
  v.object({ type: v.literal("add"), kind: v.picklist(addableKinds), text: v.string() }),
  /** Replaces the text. */
  v.object({ type: v.literal("setText"), text: v.string() }),
  /** Deletes the entry with all entries under it. `isConfirmed`: the user has confirmed that more than one entry is deleted. */
  v.object({ type: v.literal("delete"), isConfirmed: v.boolean() }),
  /** Moves the entry with all entries under it to another card; `kind` converts a step to that kind. */
  v.object({ type: v.literal("move"), parent: cardId, kind: orUndefined(v.picklist(stepKinds)) }),
  /** Converts a reason to an objection or vice versa. */
  v.object({ type: v.literal("convert") }),
  /** Turns the text of a step without premises into its premise, and adds an objection to the step. */
  v.object({ type: v.literal("objectToStep") }),
  setPropertyAction,
]);
export type EditAction = v.InferOutput<typeof editAction>;

/** Request: the values that a property of a card's entry can have, and those that it has. Null if there is no such card. */
export const PROPERTY_CHOICES = "argmap/propertyChoices";
export const propertyChoicesParams = v.object({ uri: v.string(), card: cardId, property: v.picklist(cardProperties) });
export const propertyChoicesResult = v.nullable(
  v.object({
    /** Those that the map uses first. `value` is written to the map; `label` is what the user reads. */
    choices: v.array(v.object({ value: v.string(), label: v.string(), detail: orUndefined(v.string()) })),
    /** The current values. Each is one of the choices. */
    current: v.array(v.string()),
    /** Whether the property can have several values. */
    isList: v.boolean(),
  }),
);
export type PropertyChoices = NonNullable<v.InferOutput<typeof propertyChoicesResult>>;

/** Request: the text edits for an action on a card, in the version of the tree that the user sees. */
export const EDIT = "argmap/edit";
export const editParams = v.object({ uri: v.string(), card: cardId, version: v.number(), action: editAction });
export const editResult = v.variant("type", [
  /** The edit, and the location of the edited text after it is applied. */
  v.object({
    type: v.literal("edit"),
    edit: v.object({
      documentChanges: v.array(
        v.object({
          /** The document version that the edits apply to; null if the file is not open. */
          textDocument: v.object({ uri: v.string(), version: v.nullable(v.number()) }),
          edits: v.array(v.object({ range, newText: v.string() })),
        }),
      ),
    }),
    location,
  }),
  /** The edit is not possible. The message is for the user. */
  v.object({ type: v.literal("rejected"), message: v.string() }),
  /** The edit needs confirmation: a question to the user, and the label of the button that confirms it. */
  v.object({ type: v.literal("needsConfirmation"), question: v.string(), confirmLabel: v.string() }),
  /** The tree has changed since. The client has received the change or is about to. */
  v.object({ type: v.literal("stale") }),
]);
export type EditResult = v.InferOutput<typeof editResult>;

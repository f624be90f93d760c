/**
 * The messages between server and client for articles, in addition to LSP. The receiver validates every message.
 *
 * An article is identified by the URI of its file. A PDF, which an editor cannot show as text, is identified by the URI of
 * its extracted text (`readerTextUri`). Positions refer to the document with the given URI. A request that is not possible
 * fails with a message to the user (`RequestFailed`).
 */
import * as v from "valibot";
import { cardKind, location, orUndefined, position, range } from "./schemas.ts";

export type ArticleLocation = v.InferOutput<typeof location>;

/** The kind of an entry that cites a passage. */
export type CitingKind = v.InferOutput<typeof cardKind>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Identifies an entry of a map. Opaque to the client, which passes it back unchanged. */
const entryKey = v.object({ uri: v.string(), id: v.number() });
export type EntryKey = v.InferOutput<typeof entryKey>;

// ---- cited passages ------------------------------------------------------------------

/** Request: the passages of an article that maps of the workspace quote, in text order. Null if no map has it as a source. */
export const PASSAGES = "argmap/passages";
export const passagesParams = v.object({ uri: v.string() });
const citedPassage = v.object({
  range,
  /** The kinds of entries that cite it, without duplicates, in the order of `cardKinds`. */
  kinds: v.array(cardKind),
});
export const passagesResult = v.nullable(v.object({ uri: v.string(), passages: v.array(citedPassage) }));
export type PassagesResult = v.InferOutput<typeof passagesResult>;

/** Notification to the client: the cited passages of this article may have changed. */
export const PASSAGES_CHANGED = "argmap/passagesChanged";
export const passagesChangedParams = v.object({ uri: v.string() });

/** Notification to the server: the client no longer shows this document and needs no notifications for it. */
export const ARTICLE_CLOSED = "argmap/articleClosed";
export const articleClosedParams = v.object({ uri: v.string() });

// ---- coverage ------------------------------------------------------------------------

/**
 * Request: which paragraphs of articles are cited. For a map: the articles of its sources, as cited by the map and its
 * imports. For an article: as cited by all maps of the workspace. Null if `uri` is neither.
 */
export const COVERAGE = "argmap/coverage";
export const coverageParams = v.object({ uri: v.string() });
const paragraph = v.object({
  range,
  /** The cited parts, in order, disjoint, without leading and trailing white space. */
  cited: v.array(range),
});
const covered = v.object({
  uri: v.string(),
  /** The title of its source in the map. */
  title: v.string(),
  paragraphs: v.array(paragraph),
  /** The number of paragraphs, and of those that are at least partly cited. */
  counts: v.object({ paragraphs: count, cited: count }),
});
const unquoted = v.object({ ...location.entries, kind: cardKind, text: v.string() });
export const coverageResult = v.nullable(
  v.object({
    articles: v.array(covered),
    /** Entries that should have a quote but have none. */
    unquoted: v.array(unquoted),
    /** The number of entries that should have a quote. */
    entries: count,
  }),
);
export type CoverageResult = v.InferOutput<typeof coverageResult>;

// ---- targets -------------------------------------------------------------------------

/** The kinds of entries that can be added to a map from a passage. `quote`: only the quote, under an existing entry. */
const addition = v.picklist(["quote", "claim", "reason", "objection", "premise"]);
export type QuoteAddition = v.InferOutput<typeof addition>;

/**
 * Request: the entries and maps that a passage can be added to. Maps that cite the article come first, then the others of
 * the workspace. With a `query`, only matching entries, best match first.
 */
export const TARGETS = "argmap/targets";
export const targetsParams = v.object({ article: v.string(), query: orUndefined(v.string()) });
const target = v.object({
  key: entryKey,
  kind: cardKind,
  name: orUndefined(v.string()),
  /** Truncated to one line. */
  text: v.string(),
  /** The entries above it, from the root, on one line; empty for a root. */
  path: v.string(),
  additions: v.array(addition),
});
const targetMap = v.object({
  uri: v.string(),
  title: v.string(),
  /** Whether the map or one of its imports has the article as a source. */
  cites: v.boolean(),
  /** The kinds of entries that can be added at the end of the map. */
  additions: v.array(addition),
  entries: v.array(target),
});
export const targetsResult = v.object({ maps: v.array(targetMap) });
export type TargetsResult = v.InferOutput<typeof targetsResult>;

// ---- adding a passage to a map -------------------------------------------------------

/** An LSP workspace edit. Not validated here, as the client library converts and checks it. */
const workspaceEdit = v.looseObject({});

/** The words that were added before and after the selected ones, because those occur more than once in the article. */
const lengthenedQuote = v.object({ before: v.string(), after: v.string() });
export type LengthenedQuote = v.InferOutput<typeof lengthenedQuote>;

/**
 * Request: the edit that adds a passage to a map. Without a `target`, the entry is added at the end of the map. Without a
 * `map`, it is added to the only map that cites the article.
 */
export const QUOTE = "argmap/quote";
export const quoteParams = v.object({
  article: v.string(),
  /** The document version of the article that the selections refer to; none if it is not open. */
  version: orUndefined(v.nullable(v.number())),
  /** The selections in the article. Several are joined to one quote by “…”. */
  selections: v.pipe(v.array(range), v.minLength(1)),
  map: orUndefined(v.string()),
  target: orUndefined(entryKey),
  addition,
  /** The text of the new entry. Without it, the entry is empty and the cursor is placed at its text. */
  text: orUndefined(v.string()),
  /** The speaker of the new entry, by a `name` of `SPEAKERS` or `ADD_SPEAKER`. */
  speaker: v.optional(v.string()),
  /** The full name of a speaker of the new entry. The edit adds the speaker if the map has none of this name. */
  newSpeaker: v.optional(v.string()),
});
export type QuoteParams = v.InferOutput<typeof quoteParams>;
export const quoteResult = v.object({
  edit: workspaceEdit,
  /** The position for the cursor after the edit is applied. */
  cursor: location,
  /** The lines of the new entry after the edit is applied. */
  entry: location,
  /** Undefined if the quote consists of the selected words. */
  lengthened: orUndefined(lengthenedQuote),
});

/** Request: the speakers that a new entry of a map can name, those of the paragraph with the selections first. */
export const SPEAKERS = "argmap/speakers";
export const speakersParams = v.object({
  article: v.string(),
  selections: v.pipe(v.array(range), v.minLength(1)),
  map: v.string(),
});
export type SpeakersParams = v.InferOutput<typeof speakersParams>;
const speaker = v.object({
  /** The name, as entries of the map write it. */
  name: v.string(),
  /** The full name. */
  text: v.string(),
  /** Whether the paragraph names the speaker, or an entry that cites it is theirs. */
  isInParagraph: v.boolean(),
});
export const speakersResult = v.object({
  speakers: v.array(speaker),
  /** Full names in the paragraph that are not those of a speaker, the nearest to the selections first. */
  names: v.pipe(v.array(v.string()), v.readonly()),
});
export type SpeakersResult = v.InferOutput<typeof speakersResult>;

/** Request: the edit that adds a speaker to a map. `text` is the full name. */
export const ADD_SPEAKER = "argmap/addSpeaker";
export const addSpeakerParams = v.object({ map: v.string(), text: v.string() });
export const addSpeakerResult = v.object({
  /** The name, as entries of the map write it. */
  name: v.string(),
  /** The edit, and the new line after it. Undefined if the map has the speaker already. */
  added: orUndefined(v.object({ edit: workspaceEdit, entry: location })),
});

/**
 * Request: text copied or dragged from an article as a quote for a position in a map. Null if a quote is not allowed there
 * or the article has changed since; then the client pastes the plain text.
 */
export const PASTE = "argmap/pasteQuote";
export const pasteParams = v.object({
  article: v.string(),
  selections: v.pipe(v.array(range), v.minLength(1)),
  /** The copied text. It must still equal the text of the selections. */
  text: v.string(),
  textPosition: v.object({ uri: v.string(), position }),
});
export const pasteResult = v.nullable(
  v.object({
    /** The text to insert. */
    text: v.string(),
    /** An additional edit that adds the source, if the map does not have it yet. */
    edit: orUndefined(workspaceEdit),
    /** Undefined if the quote consists of the copied words. */
    lengthened: orUndefined(lengthenedQuote),
  }),
);
export type PasteParams = v.InferOutput<typeof pasteParams>;

// ---- a new map -----------------------------------------------------------------------

/** Request: the content of a new map for an article, and an unused URI beside it. The server does not create the file. */
export const NEW_MAP = "argmap/newMap";
export const newMapParams = v.object({ article: v.string() });
export const newMapResult = v.object({ uri: v.string(), content: v.string(), cursor: range });
export type NewMapResult = v.InferOutput<typeof newMapResult>;

// ---- texts and locations -------------------------------------------------------------

/** Request: the text of an article as a reader sees it, to show in a document with the scheme `argmap-source:`. */
export const READER_TEXT = "argmap/readerText";
export const readerTextParams = v.object({ uri: v.string() });
export const readerTextResult = v.object({
  /** The URI of the document that shows the text. */
  uri: v.string(),
  /** The URI of the article's file. */
  file: v.string(),
  text: v.string(),
  pages: v.array(v.object({ label: v.string(), range })),
});
/** Notification to the client: the text of the document with this URI has changed. */
export const READER_TEXT_CHANGED = "argmap/readerTextChanged";
export const readerTextChangedParams = v.object({ uri: v.string() });
export type ReaderTextResult = v.InferOutput<typeof readerTextResult>;

/** Request: the passage that a quote on a card is from. Null if it is not found or its source has no file. */
export const LOCATE_QUOTE = "argmap/locateQuote";
export const locateQuoteParams = v.object({
  /** The map whose tree has the card. */
  uri: v.string(),
  /** The quote's `link` on the card. */
  quote: v.string(),
});
export const locateQuoteResult = v.nullable(location);
export type LocateQuoteResult = v.InferOutput<typeof locateQuoteResult>;

// ---- commands ------------------------------------------------------------------------

/**
 * Client commands for the code actions of an article. The server offers them if the client has announced them. Each takes
 * one argument, `selectionArguments`.
 */
export const selectionCommands = {
  quote: "argmap.quoteInMap",
  claim: "argmap.addClaimFromSelection",
  reason: "argmap.addReasonFromSelection",
  objection: "argmap.addObjectionFromSelection",
  premise: "argmap.addPremiseFromSelection",
  speaker: "argmap.addSpeakerFromSelection",
} as const;
export const selectionArguments = v.object({ uri: v.string(), range });

/**
 * What goes over the wire for articles, beside LSP. Every message is validated by the side that receives it.
 *
 * An article is named by the URI of its file; one that an editor cannot show as text, a PDF, by that of the text that is
 * shown instead (`shownUri`). Positions are those of the document under the URI that is given. A request that cannot be
 * done is refused with a sentence for the user (`RequestFailed`).
 */
import * as v from "valibot";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.object({ line: count, character: count });
const range = v.object({ start: position, end: position });
const place = v.object({ uri: v.string(), range });
export type ArticleLocation = v.InferOutput<typeof place>;
/** What JSON leaves out where it is undefined. */
const orUndefined = <T>(schema: v.GenericSchema<unknown, T>) => v.optional(schema, () => undefined);

/** What can cite a passage. */
const kind = v.picklist(["question", "claim", "premise", "assumption", "reason", "objection"]);
export type CitingKind = v.InferOutput<typeof kind>;

/** An entry of a map, as the server names it; to be given back as it came. */
const entryKey = v.object({ uri: v.string(), id: v.number() });
export type EntryKey = v.InferOutput<typeof entryKey>;

// ---- passages in use -----------------------------------------------------------------

/** Request: the passages of an article that maps of the workspace quote, in order; null where no map names it as a source. */
export const PASSAGES = "argmap/passages";
export const passagesParams = v.object({ uri: v.string() });
const citedPassage = v.object({
  range,
  /** The kinds of entry that cite it, each once, in the order of the list above. */
  kinds: v.array(kind),
});
export const passagesResult = v.nullable(v.object({ uri: v.string(), passages: v.array(citedPassage) }));
export type PassagesResult = v.InferOutput<typeof passagesResult>;

/** Notification to the client: other passages of this article may be in use, or the same elsewhere. */
export const PASSAGES_CHANGED = "argmap/passagesChanged";
export const passagesChangedParams = v.object({ uri: v.string() });

/** Notification to the server: the client shows this document no more, and need not be told of it. */
export const ARTICLE_CLOSED = "argmap/articleClosed";
export const articleClosedParams = v.object({ uri: v.string() });

// ---- coverage ------------------------------------------------------------------------

/**
 * Request: what of an article is cited and what is not. Of a map: of all articles of its sources, as it and the maps that
 * it imports cite them. Of an article: as all maps of the workspace cite it. Null where `uri` is neither.
 */
export const COVERAGE = "argmap/coverage";
export const coverageParams = v.object({ uri: v.string() });
const paragraph = v.object({
  range,
  /** What of it some entry cites: in order, apart, without the white space at its ends. */
  cited: v.array(range),
});
const covered = v.object({
  uri: v.string(),
  /** What its source is called in the map. */
  title: v.string(),
  paragraphs: v.array(paragraph),
  /** Of so many paragraphs so many are cited in some part. */
  counts: v.object({ paragraphs: count, cited: count }),
});
const unquoted = v.object({ ...place.entries, kind, text: v.string() });
export const coverageResult = v.nullable(
  v.object({
    articles: v.array(covered),
    /** Entries that could rest on words of a source and do not. */
    unquoted: v.array(unquoted),
    /** How many entries could. */
    entries: count,
  }),
);
export type CoverageResult = v.InferOutput<typeof coverageResult>;

// ---- targets -------------------------------------------------------------------------

/** What can be added to a map from a passage. `quote`: only the passage, under an entry that there is. */
const addition = v.picklist(["quote", "claim", "reason", "objection", "premise"]);
export type QuoteAddition = v.InferOutput<typeof addition>;

/**
 * Request: where in the maps a passage of an article could go. Maps that cite the article come first, then the others of
 * the workspace. With a `query`, only what matches it, the best first.
 */
export const TARGETS = "argmap/targets";
export const targetsParams = v.object({ article: v.string(), query: orUndefined(v.string()) });
const target = v.object({
  key: entryKey,
  kind,
  name: orUndefined(v.string()),
  /** What it says, cut to fit a line. */
  text: v.string(),
  /** What it bears on, the root first, on one line; empty for a root. */
  path: v.string(),
  add: v.array(addition),
});
const targetMap = v.object({
  uri: v.string(),
  title: v.string(),
  /** Whether it, or a map that it imports, has the article as a source. */
  cites: v.boolean(),
  /** What can be added to the map itself, at its end. */
  add: v.array(addition),
  entries: v.array(target),
});
export const targetsResult = v.object({ maps: v.array(targetMap) });
export type TargetsResult = v.InferOutput<typeof targetsResult>;

// ---- adding a passage to a map -------------------------------------------------------

/** An edit as LSP writes it; what is in it is the client library's to look at. */
const workspaceEdit = v.looseObject({});

/**
 * Request: the edit that adds a passage to a map. Without a `target` the entry stands at the end of the map, or goes under
 * nothing; without a `map` it is the one that cites the article, if there is just one.
 */
export const QUOTE = "argmap/quote";
export const quoteParams = v.object({
  article: v.string(),
  /** The version of the article's document that the selections are of; none where it is not open. */
  version: orUndefined(v.nullable(v.number())),
  /** What is selected in the article; several become one quote with “…” between. */
  selections: v.pipe(v.array(range), v.minLength(1)),
  map: orUndefined(v.string()),
  target: orUndefined(entryKey),
  add: addition,
  /** What the new entry says; without it, it says nothing yet, and the cursor stands where it is to be written. */
  text: orUndefined(v.string()),
});
export type QuoteParams = v.InferOutput<typeof quoteParams>;
export const quoteResult = v.object({
  edit: workspaceEdit,
  /** Where the cursor belongs when the edit has been made. */
  cursor: place,
});

/**
 * Request: the words copied or dragged from an article as a quote, for a place of a map. Null where a quote cannot stand
 * there, or where the article says something else by now: then they are put there as they are.
 */
export const PASTE = "argmap/pasteQuote";
export const pasteParams = v.object({
  article: v.string(),
  selections: v.pipe(v.array(range), v.minLength(1)),
  /** What was copied: it has to be what is selected still. */
  text: v.string(),
  to: v.object({ uri: v.string(), position }),
});
export const pasteResult = v.nullable(
  v.object({
    /** To be inserted at the place. */
    text: v.string(),
    /** What has to be done elsewhere with it: the source that the map does not have yet. */
    edit: orUndefined(workspaceEdit),
  }),
);
export type PasteParams = v.InferOutput<typeof pasteParams>;

// ---- a new map -----------------------------------------------------------------------

/** Request: a new map beside an article, with its source filled in. Nothing is written yet, and no file of this URI is there. */
export const NEW_MAP = "argmap/newMap";
export const newMapParams = v.object({ article: v.string() });
export const newMapResult = v.object({ uri: v.string(), content: v.string(), cursor: range });
export type NewMapResult = v.InferOutput<typeof newMapResult>;

// ---- texts and places ----------------------------------------------------------------

/** Request: the text of an article as its reader sees it: what is shown under `argmap-source:`. */
export const SOURCE_TEXT = "argmap/sourceText";
export const sourceTextParams = v.object({ uri: v.string() });
export const sourceTextResult = v.object({
  /** The URI that this text is shown under. */
  uri: v.string(),
  /** The file that it is of. */
  file: v.string(),
  text: v.string(),
  pages: v.array(v.object({ label: v.string(), range })),
});
/** Notification to the client: a text that it was given under this URI is another one by now. */
export const SOURCE_TEXT_CHANGED = "argmap/sourceTextChanged";
export const sourceTextChangedParams = v.object({ uri: v.string() });
export type SourceTextResult = v.InferOutput<typeof sourceTextResult>;

/** Request: the passage that a quote on a card is from. Null where it is not found, or its source has no file. */
export const LOCATE_QUOTE = "argmap/locateQuote";
export const locateQuoteParams = v.object({
  /** The map whose tree has the card. */
  uri: v.string(),
  /** The quote's `id` on the card. */
  quote: v.string(),
});
export const locateQuoteResult = v.nullable(place);
export type LocateQuoteResult = v.InferOutput<typeof locateQuoteResult>;

// ---- commands ------------------------------------------------------------------------

/**
 * Commands of the client that the lightbulb of an article offers, where the client says that it has them. Each is given
 * one `selectionArguments`.
 */
export const selectionCommands = {
  quote: "argmap.quoteInMap",
  claim: "argmap.addClaimFromSelection",
  reason: "argmap.addReasonFromSelection",
  objection: "argmap.addObjectionFromSelection",
  premise: "argmap.addPremiseFromSelection",
} as const;
export const selectionArguments = v.object({ uri: v.string(), range });

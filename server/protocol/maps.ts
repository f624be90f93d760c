/**
 * The messages between server and client about the maps of a workspace as a whole, in addition to LSP. The receiver
 * validates every message.
 */
import * as v from "valibot";
import { type EntryCounts, entryGroups } from "../core/tree/entryCounts.ts";
import { cardKind, location, range, schemaOf } from "./schemas.ts";

/** Request: all maps of the workspace, by title. */
export const MAPS = "argmap/maps";
export const mapsParams = v.object({});
export const mapsResult = v.array(
  v.object({
    uri: v.string(),
    /** The title of the map (`map: …`), or its file name. */
    title: v.string(),
    /** The files of its own sources, in document order. */
    articles: v.array(v.object({ uri: v.string(), title: v.string() })),
  }),
);
export type MapsResult = v.InferOutput<typeof mapsResult>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const entryCounts = schemaOf<EntryCounts>()(
  v.object({ unanswered: count, unquoted: count, claim: count, reason: count, objection: count }),
);

/** Request: the counts of a map and its imports. Subscribes the client to their changes. Null if there is no such map. */
export const COUNTS = "argmap/counts";
export const countsParams = v.object({ uri: v.string() });
export const countsResult = v.nullable(entryCounts);

/** Notification to the client: the counts of a map have changed. */
export const COUNTS_CHANGED = "argmap/countsChanged";
export const countsChangedParams = v.object({ uri: v.string(), counts: entryCounts });

/** Notification to the server: the client unsubscribes from the counts of this map. */
export const COUNTS_CLOSED = "argmap/countsClosed";
export const countsClosedParams = v.object({ uri: v.string() });

/** Request: the entries that are counted, by group and in document order. */
export const ENTRIES = "argmap/entries";
export const entriesParams = v.object({ uri: v.string() });
export const entriesResult = v.array(
  v.object({
    group: v.picklist(entryGroups),
    entries: v.array(v.object({ ...location.entries, kind: cardKind, text: v.string() })),
  }),
);
export type EntriesResult = v.InferOutput<typeof entriesResult>;

/** Request: the texts of a map and of all files that it imports, as the editor has them. Null if there is no such map. */
export const MAP_TEXTS = "argmap/mapTexts";
export const mapTextsParams = v.object({ uri: v.string() });
export const mapTextsResult = v.nullable(
  v.array(
    v.object({
      uri: v.string(),
      text: v.string(),
      /** For each import in the order of the text, the index of its file; null for one that could not be read. */
      imports: v.array(v.nullable(count)),
    }),
  ),
);
export type MapTextsResult = v.InferOutput<typeof mapTextsResult>;

/**
 * Request: converts a text of another tool that is being pasted into a range of a map. Null if it is in no such format or cannot
 * be read, or if other text is in the same line.
 */
export const CONVERT_PASTE = "argmap/convertPaste";
export const convertPasteParams = v.object({ uri: v.string(), range, text: v.string() });
export const convertPasteResult = v.nullable(
  v.object({
    /** Contains the range of the paste. */
    range,
    /** What replaces the range. */
    text: v.string(),
    tool: v.string(),
  }),
);
export type ConvertPasteResult = v.InferOutput<typeof convertPasteResult>;

/** Finds the entries of a map that are counted. */
import type { Entry } from "../language/entry.ts";
import { importClosure, inDocumentOrder, isWellPlaced } from "../language/graph.ts";
import type { MapFile } from "../language/map.ts";
import type { CountedEntry } from "./entryCounts.ts";
import { gapsOf } from "./gapsOf.ts";

/** Returns what is counted of a map and its imports, in document order. */
export function countedEntries(map: MapFile): readonly (CountedEntry & { readonly entry: Entry })[] {
  const files = importClosure(map);
  const entries = files.flatMap((file) => countedKeywords.flatMap((keyword) => [...file.entriesOf(keyword)]));
  return inDocumentOrder(entries.filter(isCounted), files).map((entry) => ({
    entry,
    kind: entry.head.keyword,
    gaps: gapsOf(entry, files),
  }));
}

const countedKeywords = ["claim", "premise", "reason", "objection"] as const;

/** Excludes bare premises, which only refer to a claim, and entries that cannot be read or are in the wrong place. */
const isCounted = (entry: Entry): boolean => entry.head.form === "full" && isWellPlaced(entry);

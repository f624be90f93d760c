/** Counts the entries of a map, for the status bar and the preview. */

import type { Keyword } from "../language/vocabulary.ts";
import { counted } from "../strings/english.ts";
import type { Gap } from "./gaps.ts";

/** The groups of entries that are counted, those that need work first. An entry can be in several. */
export const entryGroups = ["unanswered", "unquoted", "claim", "reason", "objection"] as const;
export type EntryGroup = (typeof entryGroups)[number];
export type EntryCounts = { readonly [Group in EntryGroup]: number };

/** An entry, or a card that shows it in full. */
export interface CountedEntry {
  readonly kind: Keyword;
  readonly gaps: readonly Gap[];
}

/** Whether an entry belongs to a group. */
export const isInGroup = ({ kind, gaps }: CountedEntry, group: EntryGroup): boolean =>
  group === "unanswered" || group === "unquoted" ? gaps.includes(group) : kind === group;

/** Counts entries by group. */
export function countEntries(entries: Iterable<CountedEntry>): EntryCounts {
  const counts = { unanswered: 0, unquoted: 0, claim: 0, reason: 0, objection: 0 };
  for (const entry of entries) {
    for (const group of entryGroups) if (isInGroup(entry, group)) counts[group]++;
  }
  return counts;
}

/** Returns a count with its noun: `3 claims`, `1 unanswered objection`. */
export function describeCount(group: EntryGroup, count: number): string {
  switch (group) {
    case "unanswered":
      return counted(count, "unanswered objection");
    case "unquoted":
      return `${counted(count, "entry", "entries")} without a quote`;
    default:
      return counted(count, group);
  }
}

/** How tables name entries, and write numbers. */
import { type Entry, titleOf } from "../../language/entry.ts";
import { truncate } from "../../strings/truncate.ts";
import { type Cell, type EntryLink, joinTexts } from "../../tables/table.ts";
import { fillPhrase } from "../words/phrases.ts";
import type { WeighingWords } from "../words/weighingWords.ts";

const MAX_HEADING_LENGTH = 240;
const MAX_LABEL_LENGTH = 60;

const label = (entry: Entry, maxLength: number): string =>
  truncate(titleOf(entry), maxLength) || `(unwritten ${entry.head.keyword})`;

/** Returns the words that stand for an entry where it is mentioned: without a full stop, as other words follow. */
export const entryLabel = (entry: Entry): string => label(entry, MAX_LABEL_LENGTH).replace(/(?<!\.)[.。]$/, "");

/** Returns a link to an entry that other text mentions. */
export const entryLink = (entry: Entry): EntryLink<Entry> => ({ label: entryLabel(entry), entry });

/** Returns the heading of the row that is about an entry. */
export const headingCell = (entry: Entry): Cell<Entry> => ({
  text: [{ label: label(entry, MAX_HEADING_LENGTH), entry }],
});

/** Returns a cell that leads nowhere. */
export const textCell = (text: string): Cell<Entry> => ({ text: text === "" ? [] : [text] });

/** Returns a cell with links to entries; empty if there are none. */
export const linksCell = (entries: readonly Entry[]): Cell<Entry> => ({
  text: joinTexts(entries.map((entry) => [entryLink(entry)])),
  value: entries.length === 0 ? undefined : entries.length,
});

const MAX_EXAMPLES = 3;

/** Returns a cell with links to entries; if there are many, their number, and links to the first of them. */
export function examplesCell(entries: readonly Entry[], { tables }: WeighingWords): Cell<Entry> {
  if (entries.length <= MAX_EXAMPLES) return linksCell(entries);
  const { text } = linksCell(entries.slice(0, MAX_EXAMPLES));
  return {
    text: fillPhrase<EntryLink<Entry>>(tables.examples, { count: `${entries.length}`, entries: text }),
    value: entries.length,
  };
}

/** Returns an importance as a percentage with its sign. */
export const signedPercentage = (value: number): string =>
  `${value < 0 ? "−" : "+"}${Math.round(Math.abs(value) * 100)}%`;

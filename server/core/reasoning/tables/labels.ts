/** How tables name entries, and write numbers. */
import { type Entry, titleOf } from "../../language/entry.ts";
import { truncate } from "../../strings/truncate.ts";
import { type Cell, type EntryLink, joinTexts } from "../../tables/table.ts";
import { unwrittenLabel } from "../words/kindNames.ts";
import { fillPhrase } from "../words/phrases.ts";
import type { WeighingWords } from "../words/weighingWords.ts";

const MAX_HEADING_LENGTH = 240;
const MAX_LABEL_LENGTH = 60;

const label = (entry: Entry, maxLength: number, words: WeighingWords): string =>
  truncate(titleOf(entry), maxLength) || unwrittenLabel(entry, words);

/** Returns the words that stand for an entry where it is mentioned: without a full stop, as other words follow. */
export const entryLabel = (entry: Entry, words: WeighingWords): string =>
  label(entry, MAX_LABEL_LENGTH, words).replace(/(?<!\.)[.。]$/, "");

/** Returns a link to an entry that other text mentions. */
export const entryLink = (entry: Entry, words: WeighingWords): EntryLink<Entry> => ({
  label: entryLabel(entry, words),
  entry,
});

/** Returns the heading of the row that is about an entry. */
export const headingCell = (entry: Entry, words: WeighingWords): Cell<Entry> => ({
  text: [{ label: label(entry, MAX_HEADING_LENGTH, words), entry }],
});

/** Returns a cell that leads nowhere. */
export const textCell = (text: string): Cell<Entry> => ({ text: text === "" ? [] : [text] });

/** Returns a cell with links to entries; empty if there are none. */
export const linksCell = (entries: readonly Entry[], words: WeighingWords): Cell<Entry> => ({
  text: joinTexts(entries.map((entry) => [entryLink(entry, words)])),
  value: entries.length === 0 ? undefined : entries.length,
});

const MAX_EXAMPLES = 3;

/** Returns a cell with links to entries; if there are many, their number, and links to the first of them. */
export function examplesCell(entries: readonly Entry[], words: WeighingWords): Cell<Entry> {
  if (entries.length <= MAX_EXAMPLES) return linksCell(entries, words);
  const { text } = linksCell(entries.slice(0, MAX_EXAMPLES), words);
  return {
    text: fillPhrase<EntryLink<Entry>>(words.tables.examples, { count: `${entries.length}`, entries: text }),
    value: entries.length,
  };
}

/** Returns an importance as a percentage with its sign. */
export const signedPercentage = (value: number): string =>
  `${value < 0 ? "−" : "+"}${Math.round(Math.abs(value) * 100)}%`;

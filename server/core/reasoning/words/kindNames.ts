import type { Entry } from "../../language/entry.ts";
import { capitalize } from "../../strings/english.ts";
import { fillText } from "./phrases.ts";
import type { WeighingWords } from "./weighingWords.ts";

/** Returns the name of an entry’s kind. */
export function kindName({ head: { keyword } }: Entry, { tables: { kinds } }: WeighingWords): string {
  // The cast is safe: a keyword without a name has none.
  return (kinds as Readonly<Record<string, string | undefined>>)[keyword] ?? capitalize(keyword);
}

/** Returns the words that stand for an entry without a text. */
export const unwrittenLabel = (entry: Entry, words: WeighingWords): string =>
  fillText(words.tables.unwritten, { kind: kindName(entry, words) });

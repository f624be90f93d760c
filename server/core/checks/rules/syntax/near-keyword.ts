import { splitHead } from "../../../language/head.ts";
import { withArticle } from "../../../language/vocabulary.ts";
import type { CheckFinding, EntryCheck } from "../../check.ts";
import { headWordCount, nearKeyword } from "../../support/headLike.ts";
import { type EntryTextLine, textLinesOf } from "../../support/textLines.ts";

/** Text that would be an entry, were its first word a keyword: `Reason: …`, `reasn air by roy: …`. */
export const nearKeywordCheck: EntryCheck = {
  code: "near-keyword",
  severity: "warning",
  title: "Text that begins with what is nearly a keyword",
  scope: "entry",
  *check(entry) {
    for (const text of textLinesOf(entry)) {
      const finding = entryWithMisspeltKeyword(text);
      if (finding !== undefined) yield { ...finding, entry };
    }
  },
};

/** What says that a line of text may be an entry but for the spelling of its keyword. */
export function entryWithMisspeltKeyword({ line, start, words }: EntryTextLine): CheckFinding | undefined {
  const colon = words.search(/[:：]/);
  // `https://…` is an address.
  if (colon < 1 || words.startsWith("//", colon + 1)) return undefined;
  const head = splitHead(words, 0, colon).words;
  const word = head[0]?.text ?? "";
  const keyword = nearKeyword(word);
  const isHead = headWordCount(head, true) === head.length && words.charAt(word.length) !== ",";
  if (keyword === undefined || !isHead) return undefined;
  return {
    at: { line, start, end: start + word.length },
    suggestions: [keyword],
    message: `Is this meant as ${withArticle(keyword)}? Then write “${keyword}”. If it is text, put a backslash before it.`,
  };
}

import { targetOf } from "../../../language/graph.ts";
import { type Word, wordsOf } from "../../../language/head.ts";
import { referencesOf } from "../../../language/map.ts";
import { isKeyword } from "../../../language/vocabulary.ts";
import type { EntryCheck, Finding } from "../../check.ts";
import { headLength, isMidSentence, isSentenceEnd } from "../../support/headLike.ts";
import { FULL_WIDTH_COLON } from "../../support/messages.ts";
import { type TextLineOf, textLinesOf } from "../../support/textLines.ts";

/** What a sentence begins with: a capital, or a letter of a script that has none; a mark may stand before it. */
const SENTENCE_START = /^[\p{Pi}\p{Ps}"'¿¡]*[\p{Lu}\p{Lt}\p{Lo}]/u;

/** Text that would be an entry, had it a colon. */
export const forgottenColon: EntryCheck = {
  code: "forgotten-colon",
  severity: "warning",
  title: "Text that looks like an entry without its colon",
  scope: "entry",
  *check(entry) {
    const { head } = entry;
    if (head.form === "bare" && entry.text !== "") {
      const at = { line: entry.line, start: head.start, end: head.end };
      const written = entry.line.reading.raw.slice(head.start, head.end);
      // A name that stands for something already cannot be that of a premise too.
      const isTaken = referencesOf(entry).some((one) => one.name.prefix !== undefined || targetOf(one) !== undefined);
      const own = isTaken ? "premise:" : `${written}:`;
      const message = `“${written}” only refers to what stands elsewhere, but text is indented under it. Write “${own}” to make it a premise of its own, or move the text.`;
      yield { at, entry, offers: [own], message };
    }
    for (const text of textLinesOf(entry)) {
      const finding = entryWithoutColon(text);
      if (finding !== undefined) yield { ...finding, entry };
    }
  },
};

/** What says that a line of text may be an entry but for its colon. */
export const entryWithoutColon = (text: TextLineOf): Finding | undefined => fullWidthColon(text) ?? noColon(text);

/** `reason 空气：…` */
function fullWidthColon({ line, start, words }: TextLineOf): Finding | undefined {
  const colon = words.indexOf(FULL_WIDTH_COLON);
  if (colon < 0) return undefined;
  const head = wordsOf(words, 0, colon).words;
  if (!isKeyword(head[0]?.text ?? "") || headLength(head, true) !== head.length) return undefined;
  const keyword = head[0]?.text;
  return {
    at: { line, start: start + colon, end: start + colon + 1 },
    offers: [":"],
    message: `Is this meant as a ${keyword}? Then its colon is the narrow one: write “:”, not “：”. If it is text, put a backslash before it.`,
  };
}

/** `reason buses Buses run to time.` */
function noColon({ line, start, words, before }: TextLineOf): Finding | undefined {
  const all = wordsOf(words, 0, words.length).words;
  const keyword = all[0]?.text ?? "";
  if (!isKeyword(keyword)) return undefined;
  const length = [headLength(all, true), headLength(all, false)].find((one) => beginsSentence(all, one));
  if (length === undefined) return undefined;
  // A word such as “reason” goes on with many a sentence. Without a name after it there must be no sentence to go on with.
  const isPlain = length > 1 && isSmall(all[1]);
  const isEntry = isPlain ? isSentenceEnd(before) || !(isMidSentence(before) || isProse(all)) : isSentenceEnd(before);
  if (!isEntry) return undefined;
  const last = all[length - 1];
  if (last === undefined) return undefined;
  const head = words.slice(0, last.end);
  return {
    at: { line, start, end: start + last.end },
    offers: [`${head}:`],
    message: `Is this meant as a ${keyword}? Then put a colon after “${head}”. If it is text, put a backslash before it.`,
  };
}

/** Whether the words from `at` on can be a sentence of their own. */
function beginsSentence(all: readonly Word[], at: number): boolean {
  const word = all[at];
  if (word === undefined || !SENTENCE_START.test(word.text)) return false;
  return at + 1 < all.length || /\p{Lo}{4}/u.test(word.text);
}

/** Whether a word is written small, or in a script that knows no capitals. */
const isSmall = (word: Word | undefined): boolean => word !== undefined && /^[\p{Ll}\p{Lo}]/u.test(word.text);

/** Whether it is a clause word that follows the keyword, as in “reason for London to …”. */
const isProse = (all: readonly Word[]): boolean => /^(?:by|for|against)$/.test(all[1]?.text ?? "");

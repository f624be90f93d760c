import { targetOf } from "../../../language/graph.ts";
import { splitHead, type Word } from "../../../language/head.ts";
import { referencesOf } from "../../../language/map.ts";
import { isKeyword } from "../../../language/vocabulary.ts";
import type { CheckFinding, EntryCheck } from "../../check.ts";
import { headWordCount, isMidSentence, isSentenceEnd } from "../../support/headLike.ts";
import { FULL_WIDTH_COLON } from "../../support/messages.ts";
import { type EntryTextLine, textLinesOf } from "../../support/textLines.ts";

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
      const written = entry.line.scanned.raw.slice(head.start, head.end);
      // A name that stands for something already cannot be that of a premise too.
      const isDefined = referencesOf(entry).some((one) => one.name.prefix !== undefined || targetOf(one) !== undefined);
      const replacement = isDefined ? "premise:" : `${written}:`;
      const message = `“${written}” only refers to what stands elsewhere, but text is indented under it. Write “${replacement}” to make it a premise of its own, or move the text.`;
      yield { at, entry, suggestions: [replacement], message };
    }
    for (const text of textLinesOf(entry)) {
      const finding = entryWithoutColon(text);
      if (finding !== undefined) yield { ...finding, entry };
    }
  },
};

/** What says that a line of text may be an entry but for its colon. */
export const entryWithoutColon = (text: EntryTextLine): CheckFinding | undefined =>
  fullWidthColon(text) ?? missingColon(text);

/** `reason 空气：…` */
function fullWidthColon({ line, start, words }: EntryTextLine): CheckFinding | undefined {
  const colon = words.indexOf(FULL_WIDTH_COLON);
  if (colon < 0) return undefined;
  const head = splitHead(words, 0, colon).words;
  if (!isKeyword(head[0]?.text ?? "") || headWordCount(head, true) !== head.length) return undefined;
  const keyword = head[0]?.text;
  return {
    at: { line, start: start + colon, end: start + colon + 1 },
    suggestions: [":"],
    message: `Is this meant as a ${keyword}? Then its colon is the narrow one: write “:”, not “：”. If it is text, put a backslash before it.`,
  };
}

/** `reason buses Buses run to time.` */
function missingColon({ line, start, words, before }: EntryTextLine): CheckFinding | undefined {
  const lineWords = splitHead(words, 0, words.length).words;
  const keyword = lineWords[0]?.text ?? "";
  if (!isKeyword(keyword)) return undefined;
  const length = [headWordCount(lineWords, true), headWordCount(lineWords, false)].find((one) =>
    startsSentence(lineWords, one),
  );
  if (length === undefined) return undefined;
  // A word such as “reason” goes on with many a sentence. Without a name after it there must be no sentence to go on with.
  const hasLowerCaseName = length > 1 && isLowerCase(lineWords[1]);
  const isEntry = hasLowerCaseName
    ? isSentenceEnd(before) || !(isMidSentence(before) || hasPrepositionAfterKeyword(lineWords))
    : isSentenceEnd(before);
  if (!isEntry) return undefined;
  const last = lineWords[length - 1];
  if (last === undefined) return undefined;
  const head = words.slice(0, last.end);
  return {
    at: { line, start, end: start + last.end },
    suggestions: [`${head}:`],
    message: `Is this meant as a ${keyword}? Then put a colon after “${head}”. If it is text, put a backslash before it.`,
  };
}

/** Whether the words from `at` on can be a sentence of their own. */
function startsSentence(lineWords: readonly Word[], at: number): boolean {
  const word = lineWords[at];
  if (word === undefined || !SENTENCE_START.test(word.text)) return false;
  return at + 1 < lineWords.length || /\p{Lo}{4}/u.test(word.text);
}

/** Whether a word is written small, or in a script that knows no capitals. */
const isLowerCase = (word: Word | undefined): boolean => word !== undefined && /^[\p{Ll}\p{Lo}]/u.test(word.text);

/** Whether it is a clause word that follows the keyword, as in “reason for London to …”. */
const hasPrepositionAfterKeyword = (lineWords: readonly Word[]): boolean =>
  /^(?:by|for|against)$/.test(lineWords[1]?.text ?? "");

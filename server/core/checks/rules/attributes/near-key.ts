import type { Entry } from "../../../language/entry.ts";
import { readAttributes, TITLED } from "../../../language/intent/attributeReading.ts";
import { isMidSentence, mayContinueSentence } from "../../../language/intent/prose.ts";
import { isClauseWord, keywordRules } from "../../../language/vocabulary.ts";
import { joinList } from "../../../strings/english.ts";
import type { CheckFinding, EntryCheck } from "../../check.ts";
import { ESCAPE_TEXT, inQuotes } from "../../support/messages.ts";
import { type EntryTextLine, textLinesOf } from "../../support/textLines.ts";

/**
 * Text that would be an attribute with another key, a colon or no list mark (`auhtor: …`, `credence: 0.7`), or a clause if
 * it were in the head (`by: lind`).
 */
export const nearKey: EntryCheck = {
  code: "near-key",
  severity: "hint",
  title: "Text that starts like an attribute",
  scope: "entry",
  *check(entry) {
    if (entry.head.form === "bare") return;
    for (const text of textLinesOf(entry)) {
      const finding = clauseFinding(entry, text) ?? attributeFinding(entry, text);
      if (finding !== undefined) yield finding;
    }
  },
};

/** `by: lind` */
function clauseFinding(entry: Entry, { line, start, words }: EntryTextLine): CheckFinding | undefined {
  const { head } = entry;
  const word = /^[a-z]+(?:-[a-z]+)?(?=:(?:\s|$))/.exec(words)?.[0] ?? "";
  if (!isClauseWord(word) || head.form !== "full" || !keywordRules[head.keyword].clauses.includes(word))
    return undefined;
  const message = `“${word}” belongs in the head of the ${head.keyword}. Move it before the colon. ${ESCAPE_TEXT}`;
  return { at: { line, start, end: start + word.length }, entry, message };
}

function attributeFinding(entry: Entry, text: EntryTextLine): CheckFinding | undefined {
  const { line, start } = text;
  const { keyword } = entry.head;
  const reading = readAttributes(line.scanned.raw, start, keyword);
  if (reading === undefined) return undefined;
  // A title or a name is hardly wrapped before a key.
  const isProse = TITLED.has(keyword) ? isMidSentence(text.before) : mayContinueSentence(text);
  if (reading.isOrdinary && isProse) return undefined;
  const indent = text.scanned.indent;
  const question = `Did you mean ${joinList(reading.replacement.map(inQuotes))}?`;
  const ownKey = reading.keys.some((key) => key.startsWith("x-")) ? " A key of your own begins with “x-”." : "";
  return {
    at: { line, ...reading.at },
    entry,
    suggestions: [reading.replacement.join(`\n${indent}`)],
    message: `${question}${ownKey} ${ESCAPE_TEXT}`,
  };
}

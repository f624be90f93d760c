import { lacksOnlyColon, readEntry } from "../../../language/intent/entryReading.ts";
import { keywordUnder } from "../../../language/intent/nearKeyword.ts";
import { otherToolOf } from "../../../language/intent/otherTools.ts";
import { lineSpan } from "../../../language/problem.ts";
import type { Span } from "../../../language/syntax.ts";
import { isAttributeKey, isKeyword, keywords } from "../../../language/vocabulary.ts";
import { nearest } from "../../../strings/spelling.ts";
import type { CheckFinding, LineCheck } from "../../check.ts";
import { foreignComment } from "../../support/foreignComment.ts";
import {
  didYouMean,
  ENGLISH_KEYWORDS,
  FULL_WIDTH_COLON,
  FULL_WIDTH_COLON_MESSAGE,
  INDENT_TEXT,
  otherToolMessage,
} from "../../support/messages.ts";

/** A line that is not valid, or that belongs to no entry. */
export const strayLine: LineCheck = {
  code: "stray-line",
  severity: "error",
  title: "A line that belongs to no entry",
  scope: "line",
  *check(line) {
    const at = lineSpan(line);
    const { scanned } = line;
    if (scanned.kind === "attribute") {
      const key = scanned.raw.slice(scanned.key.start, scanned.key.end);
      yield { at, message: `“${key}” does not belong to any entry. Put it under one.` };
    } else if (scanned.kind === "text") {
      yield { at, message: "This text does not belong to any entry. Put it under one." };
    } else {
      yield leftEdgeFinding(at, scanned.raw.slice(at.start, at.end));
    }
  },
};

/** Explains why a line at the left edge is not valid. */
function leftEdgeFinding(at: Span, text: string): CheckFinding {
  if (text.startsWith("#")) return malformedHeading(at, text);
  const comment = foreignComment(text);
  if (comment !== undefined) return { at, ...comment };
  const tool = otherToolOf(text);
  if (tool !== undefined) return { at, message: otherToolMessage(tool), isShownOnce: true };
  const reading = readEntry(text, 0);
  if (reading !== undefined && (reading.isMarked || reading.headEnd !== "none") && !lacksOnlyColon(reading)) {
    const rewrite = reading.rewriteAs(keywordUnder(reading.keyword, undefined));
    const marked = { ...at, start: at.start + rewrite.start, end: at.start + rewrite.end };
    const reason = reading.isMarked ? "An entry has no list mark. " : "";
    const language = reading.language === undefined ? "" : ENGLISH_KEYWORDS;
    const capitals = reading.word.text.toLowerCase() === reading.keyword ? "Keywords are lower-case. " : "";
    const message = `${reason || language || capitals}${didYouMean([rewrite.text.trimEnd()])} ${INDENT_TEXT}`;
    return { at: marked, suggestions: [rewrite.text], message };
  }
  const word = /^[^\s:：,.]+/u.exec(text)?.[0] ?? "";
  const onWord = { ...at, end: at.start + word.length };
  const rest = text.slice(word.length);
  if ((isAttributeKey(word) || word.startsWith("x-")) && rest.startsWith(":")) {
    return { at, message: `“${word}” is an attribute. Indent it under its entry.` };
  }
  if (isKeyword(word) && rest.startsWith(FULL_WIDTH_COLON)) {
    const colon = { ...at, start: onWord.end, end: onWord.end + 1 };
    return { at: colon, suggestions: [":"], message: FULL_WIDTH_COLON_MESSAGE };
  }
  const suggestions = isKeyword(word) ? [] : nearest(word, keywords);
  if (suggestions.length > 0) {
    const capitalsHint = suggestions.includes(word.toLowerCase()) ? ["Keywords are lower-case."] : [];
    const message = [...capitalsHint, didYouMean(suggestions), INDENT_TEXT].join(" ");
    return { at: onWord, suggestions, message };
  }
  return { at, message: `A line that is not indented must start with a keyword, such as “claim”. ${INDENT_TEXT}` };
}

function malformedHeading(at: Span, text: string): CheckFinding {
  const title = text.replace(/^#+\s*/u, "");
  const hashes = /^#{1,6}/.exec(text)?.[0] ?? "#";
  const message =
    title === ""
      ? `This heading has no text. Write some after “${hashes}”, as in “${hashes} The case for”.`
      : `A heading starts with one to six “#” and a space. Write “${hashes} ${title}”.`;
  return title === "" ? { at, message } : { at, message, suggestions: [`${hashes} ${title}`] };
}

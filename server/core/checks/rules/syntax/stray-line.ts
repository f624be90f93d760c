import { lineSpan } from "../../../language/problem.ts";
import type { Span } from "../../../language/syntax.ts";
import { isAttributeKey, isKeyword, keywords } from "../../../language/vocabulary.ts";
import type { CheckFinding, LineCheck } from "../../check.ts";
import { FULL_WIDTH_COLON, FULL_WIDTH_COLON_MESSAGE, inQuotes, joinList } from "../../support/messages.ts";
import { nearest } from "../../support/spelling.ts";

/** A line that is none of the language, or that belongs to nothing. */
export const strayLine: LineCheck = {
  code: "stray-line",
  severity: "error",
  title: "A line that belongs to nothing",
  scope: "line",
  *check(line) {
    const at = lineSpan(line);
    const { scanned } = line;
    if (scanned.kind === "attribute") {
      const key = scanned.raw.slice(scanned.key.start, scanned.key.end);
      yield { at, message: `“${key}” has nothing above it that it could be said of. Put it under an entry.` };
    } else if (scanned.kind === "text") {
      yield { at, message: "This text has nothing above it that it could belong to. Put it under an entry." };
    } else {
      yield leftEdgeFinding(at, scanned.raw.slice(at.start, at.end));
    }
  },
};

/** What is wrong with a line at the left edge. */
function leftEdgeFinding(at: Span, text: string): CheckFinding {
  if (text.startsWith("#")) return malformedHeading(at, text);
  const word = /^[^\s:：,.]+/u.exec(text)?.[0] ?? "";
  const onWord = { ...at, end: at.start + word.length };
  const rest = text.slice(word.length);
  if ((isAttributeKey(word) || word.startsWith("x-")) && rest.startsWith(":")) {
    return { at, message: `“${word}” is said of an entry: indent it under its entry.` };
  }
  if (isKeyword(word) && rest.startsWith(FULL_WIDTH_COLON)) {
    const colon = { ...at, start: onWord.end, end: onWord.end + 1 };
    return { at: colon, suggestions: [":"], message: FULL_WIDTH_COLON_MESSAGE };
  }
  const suggestions = isKeyword(word) ? [] : nearest(word, keywords);
  if (suggestions.length > 0) {
    const capitalsHint = suggestions.includes(word.toLowerCase()) ? "Keywords are written small. " : "";
    const message = `${capitalsHint}Did you mean ${joinList(suggestions.map(inQuotes), "or")}? If this is text, indent it under its entry.`;
    return { at: onWord, suggestions, message };
  }
  const message =
    "A line at the left edge begins with a keyword, such as “claim:” or “reason”. If this is text, indent it under its entry.";
  return { at, message };
}

function malformedHeading(at: Span, text: string): CheckFinding {
  const title = text.replace(/^#+\s*/u, "");
  const hashes = /^#{1,6}/.exec(text)?.[0] ?? "#";
  const message =
    title === ""
      ? `A heading needs words after “${hashes}”, as in “${hashes} The case for”.`
      : `A heading is one to six “#”, a space, and its words, as in “${hashes} ${title}”.`;
  return title === "" ? { at, message } : { at, message, suggestions: [`${hashes} ${title}`] };
}

import type { Entry } from "../../../language/entry.ts";
import { joinList } from "../../../strings/english.ts";
import type { CheckFinding, EntryCheck } from "../../check.ts";
import { intendedAttribute } from "../../support/intendedAttribute.ts";
import { ESCAPE_TEXT, inQuotes } from "../../support/messages.ts";
import { type EntryTextLine, textLinesOf } from "../../support/textLines.ts";

/**
 * Text that would be an attribute with another key, a colon or no list mark (`auhtor: …`, `credence: 0.7`), or a clause if
 * it were in the head (`by: lind`, or just `by lind`).
 */
export const nearKey: EntryCheck = {
  code: "near-key",
  severity: "hint",
  title: "Text that starts like an attribute",
  scope: "entry",
  *check(entry) {
    for (const text of textLinesOf(entry)) {
      const found = finding(entry, text);
      if (found !== undefined) yield found;
    }
  },
};

function finding(entry: Entry, text: EntryTextLine): CheckFinding | undefined {
  const { line } = text;
  const meant = intendedAttribute(entry, text);
  if (meant === undefined) return undefined;
  if (meant.kind === "clause") {
    const message = `“${meant.word}” belongs in the head of the ${entry.head.keyword}. Move it before the colon. ${ESCAPE_TEXT}`;
    return { at: { line, ...meant.at }, entry, message };
  }
  const { reading } = meant;
  const question = `Did you mean ${joinList(reading.replacement.map(inQuotes))}?`;
  const ownKey = reading.keys.some((key) => key.startsWith("x-")) ? " A key of your own begins with “x-”." : "";
  return {
    at: { line, ...reading.at },
    entry,
    suggestions: [reading.replacement.join(`\n${text.scanned.indent}`)],
    message: `${question}${ownKey} ${ESCAPE_TEXT}`,
  };
}

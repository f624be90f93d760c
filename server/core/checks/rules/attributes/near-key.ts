import type { Entry } from "../../../language/entry.ts";
import type { AttributeReading } from "../../../language/intent/attributeReading.ts";
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
  const { keyword } = entry.head;
  switch (meant.kind) {
    case "clause": {
      const message = `“${meant.word}” belongs in the head of the ${keyword}. Move it before the colon. ${ESCAPE_TEXT}`;
      return { at: { line, ...meant.at }, entry, message };
    }
    case "name": {
      const message = `A name comes before the colon, as in “${keyword} keep: …”. Move it there. ${ESCAPE_TEXT}`;
      return { at: { line, ...meant.at }, entry, message };
    }
    case "text": {
      const { start, end } = meant.at;
      const key = line.scanned.raw.slice(start, end).trimEnd();
      const message = `The text of the ${keyword} has no key. Remove “${key}”. ${ESCAPE_TEXT}`;
      return { at: { line, start, end }, entry, suggestions: [""], message };
    }
    case "attribute":
      return attributeFinding(entry, text, meant.reading);
    default:
      return meant satisfies never;
  }
}

/** `auhtor: …`, `credence: 0.7` */
function attributeFinding(entry: Entry, { line, scanned }: EntryTextLine, reading: AttributeReading): CheckFinding {
  const question = `Did you mean ${joinList(reading.replacement.map(inQuotes))}?`;
  const ownKey = reading.keys.some((key) => key.startsWith("x-")) ? " A key of your own begins with “x-”." : "";
  return {
    at: { line, ...reading.at },
    entry,
    suggestions: [reading.replacement.join(`\n${scanned.indent}`)],
    message: `${question}${ownKey} ${ESCAPE_TEXT}`,
  };
}

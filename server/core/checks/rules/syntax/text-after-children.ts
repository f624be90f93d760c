import type { Entry, Line } from "../../../language/entry.ts";
import { splitHead } from "../../../language/head.ts";
import { isPartialKeyword } from "../../../language/intent/headWords.ts";
import { isOwnText, lineSpan } from "../../../language/problem.ts";
import type { CheckFinding, EntryCheck } from "../../check.ts";
import { isCrowdedReference } from "../../support/crowdedReference.ts";
import { intendedAttribute } from "../../support/intendedAttribute.ts";
import { intendedEntry } from "../../support/intendedEntry.ts";
import { isQuotedLine } from "../../support/quotedLines.ts";
import { type EntryTextLine, textLinesOf } from "../../support/textLines.ts";

/** Text of an entry after its attributes or children. */
export const textAfterChildren: EntryCheck = {
  code: "text-after-children",
  severity: "warning",
  title: "Text after the attributes or children of its entry",
  scope: "entry",
  *check(entry) {
    if (!entry.lines.some(isOwnText)) return;
    // Other checks report text that was meant as something else.
    const otherLines = new Set<Line>();
    for (const text of textLinesOf(entry)) if (isMeantAsElse(entry, text)) otherLines.add(text.line);
    const texts = entry.lines.filter((line) => isOwnText(line) && !otherLines.has(line));
    const lineNumber = (line: Line): number => entry.document.lines.numberOf(line);
    const nested = [
      ...entry.children.map((child) => ({ line: child.line, label: child.head.keyword })),
      ...entry.attributes.map(({ line, key }) => ({ line, label: key })),
    ].sort((a, b) => lineNumber(a.line) - lineNumber(b.line));
    let childIndex = -1;
    let first: Line | undefined;
    let last: Line | undefined;
    for (const line of texts) {
      const at = nested.findLastIndex((one) => lineNumber(one.line) < lineNumber(line));
      if (at !== childIndex && first !== undefined)
        yield textAfterChildFinding(entry, first, last ?? first, nested[childIndex]?.label ?? "");
      if (at !== childIndex) first = at < 0 ? undefined : line;
      childIndex = at;
      last = line;
    }
    if (first !== undefined) yield textAfterChildFinding(entry, first, last ?? first, nested[childIndex]?.label ?? "");
  },
};

/** Whether a line of text looks like an entry, an attribute, a clause, a quote or the beginning of one. */
function isMeantAsElse(entry: Entry, text: EntryTextLine): boolean {
  const { words } = splitHead(text.words, 0, text.words.length);
  return (
    intendedEntry(entry, text) !== undefined ||
    intendedAttribute(entry, text) !== undefined ||
    isCrowdedReference(entry, text) ||
    isQuotedLine(entry, text) ||
    isPartialKeyword(words)
  );
}

/** @param label the keyword or key of the child or attribute before the text */
function textAfterChildFinding(entry: Entry, first: Line, last: Line, label: string): CheckFinding {
  const { keyword } = entry.head;
  const message = `This text belongs to the ${keyword} above, although “${label}” comes in between. Move it up, or indent it deeper if it belongs to “${label}”.`;
  const to = first === last ? {} : { to: lineSpan(last) };
  return { at: lineSpan(first), ...to, entry, message };
}

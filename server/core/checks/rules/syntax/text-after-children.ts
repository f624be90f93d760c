import type { Entry, Line } from "../../../language/entry.ts";
import { splitHead } from "../../../language/head.ts";
import { isOwnText, lineSpan } from "../../../language/problem.ts";
import type { CheckFinding, EntryCheck } from "../../check.ts";
import { isHeadWithoutColon, isPartialKeyword } from "../../support/headLike.ts";
import { textLinesOf } from "../../support/textLines.ts";
import { entryWithoutColon } from "./forgotten-colon.ts";
import { entryWithMisspeltKeyword } from "./near-keyword.ts";

/** Text of an entry that comes after what is nested in it. */
export const textAfterChildren: EntryCheck = {
  code: "text-after-children",
  severity: "warning",
  title: "Text that follows what is nested in its entry",
  scope: "entry",
  *check(entry) {
    if (!entry.lines.some(isOwnText)) return;
    // What looks like an entry is told so, and is not text after one.
    const entries = new Set<Line>();
    for (const text of textLinesOf(entry)) {
      const { raw } = text.line.scanned;
      const { words } = splitHead(raw, 0, raw.length);
      if ((entryWithoutColon(text) ?? entryWithMisspeltKeyword(text)) !== undefined || isPartialKeyword(words))
        entries.add(text.line);
    }
    const texts = entry.lines.filter((line) => isOwnText(line) && !entries.has(line));
    const lineNumber = (line: Line): number => entry.document.lines.numberOf(line);
    const nested = [
      ...entry.children.map((child) => ({ line: child.line, what: child.head.keyword })),
      ...entry.attributes.map(({ line, key }) => ({ line, what: key })),
    ].sort((a, b) => lineNumber(a.line) - lineNumber(b.line));
    let childIndex = -1;
    let first: Line | undefined;
    let last: Line | undefined;
    for (const line of texts) {
      const at = nested.findLastIndex((one) => lineNumber(one.line) < lineNumber(line));
      if (at !== childIndex && first !== undefined)
        yield textAfterChildFinding(entry, first, last ?? first, nested[childIndex]?.what ?? "");
      if (at !== childIndex) first = at < 0 ? undefined : line;
      childIndex = at;
      last = line;
    }
    if (first !== undefined) yield textAfterChildFinding(entry, first, last ?? first, nested[childIndex]?.what ?? "");
  },
};

function textAfterChildFinding(entry: Entry, first: Line, last: Line, what: string): CheckFinding {
  const { keyword } = entry.head;
  const { words } = splitHead(first.scanned.raw, 0, first.scanned.raw.length);
  if (first === last && isHeadWithoutColon(words)) {
    const head = words.map(({ text }) => text).join(" ");
    const message = `Without a colon, “${head}” goes on with the text of the ${keyword} above. Put a colon after it to begin an entry.`;
    return { at: lineSpan(first), entry, message };
  }
  const message = `This goes on with the text of the ${keyword} above, though “${what}” comes between. Move it up to the ${keyword}’s text, or indent it deeper if it belongs to “${what}”.`;
  const to = first === last ? {} : { to: lineSpan(last) };
  return { at: lineSpan(first), ...to, entry, message };
}

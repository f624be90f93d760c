import { type Entry, type Line, lineText } from "../../../language/entry.ts";
import { isShallower } from "../../../language/nesting.ts";
import { keywordSpan } from "../../../language/problem.ts";
import { valueForms } from "../../../language/values.ts";
import type { EntryCheck } from "../../check.ts";

/** Commas, semicolons and dashes, those of Chinese and Arabic too; a closing mark may follow. */
const OPEN_END = /[,;،؛，、；–—―-][\p{Pf}\p{Pe}"']?$/u;

/**
 * An entry right after text that breaks off within a sentence: perhaps it only goes on with it. Told by the entry whose
 * text that is, so that typing in it says at once what has become of the line below.
 */
export const entryAfterOpenText: EntryCheck = {
  code: "entry-after-open-text",
  severity: "warning",
  title: "An entry after text that breaks off",
  scope: "entry",
  *check(entry) {
    const { lines } = entry.document;
    for (const line of entry.lines) {
      if (!OPEN_END.test(lineText(line)) || !isProse(line)) continue;
      const below = lines.at(lines.numberOf(line) + 1);
      const next = below?.owner?.line === below ? below?.owner : undefined;
      if (next === undefined || next.head.form === "broken" || canBreakOff(entry, next)) continue;
      yield {
        at: keywordSpan(next),
        entry: next,
        message: `The text above breaks off within a sentence. If this line goes on with it, put a backslash before “${next.head.keyword}”; if not, end the sentence above.`,
        related: [{ entry, message: "The text that breaks off is here" }],
      };
    }
  },
};

/** Whether a line holds text, and not a value of some other form. */
function isProse({ scanned, attribute }: Line): boolean {
  const attributeLine = scanned.kind === "attribute" ? scanned : attribute?.scanned;
  return (
    attributeLine?.kind !== "attribute" ||
    !valueForms.has(attributeLine.raw.slice(attributeLine.key.start, attributeLine.key.end))
  );
}

/** A quote may end where its source goes on; only what is indented under it looks as if it were of its words. */
const canBreakOff = (entry: Entry, next: Entry): boolean =>
  entry.head.keyword === "quote" && !isShallower(entry.indent, next.indent);

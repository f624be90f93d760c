import { valueForms } from "../../../language/attributes/values.ts";
import { type Entry, type Line, lineText } from "../../../language/entry.ts";
import { OPEN_END } from "../../../language/intent/prose.ts";
import { isShallower } from "../../../language/parsing/nesting.ts";
import { keywordSpan } from "../../../language/problem.ts";
import type { EntryCheck } from "../../check.ts";

/**
 * An entry right after text that ends in the middle of a sentence, so that it may continue the text. It is found at the
 * entry of the text, so that it is up to date while the user types there.
 */
export const entryAfterOpenText: EntryCheck = {
  code: "entry-after-open-text",
  severity: "warning",
  title: "An entry after text that ends in the middle of a sentence",
  noFix: "The line may be text, for which a backslash is offered, or the sentence above has to be finished.",
  scope: "entry",
  *check(entry) {
    const { lines } = entry.document;
    for (const line of entry.lines) {
      if (!OPEN_END.test(lineText(line)) || !isProse(line)) continue;
      const below = lines.at(lines.numberOf(line) + 1);
      const next = below?.owner?.line === below ? below?.owner : undefined;
      if (next === undefined || next.head.form === "broken" || canEndOpen(entry, next)) continue;
      yield {
        at: keywordSpan(next),
        entry: next,
        message: `The text above ends in the middle of a sentence. If this line continues it, put a backslash before “${next.head.keyword}”. Otherwise, end the sentence.`,
        related: [{ entry, message: "The unfinished text is here" }],
      };
    }
  },
};

/** Whether a line is prose, not a value with a special form. */
function isProse({ scanned, attribute }: Line): boolean {
  const attributeLine = scanned.kind === "attribute" ? scanned : attribute?.scanned;
  return (
    attributeLine?.kind !== "attribute" ||
    !valueForms.has(attributeLine.raw.slice(attributeLine.key.start, attributeLine.key.end))
  );
}

/** A quote may end in the middle of a sentence of its source; only an entry indented under it looks like its text. */
const canEndOpen = (entry: Entry, next: Entry): boolean =>
  entry.head.keyword === "quote" && !isShallower(entry.indent, next.indent);

import { isWellPlaced } from "../../../language/graph.ts";
import { keySpan, keywordSpan, lineSpan } from "../../../language/problem.ts";
import type { Span } from "../../../language/syntax.ts";
import type { EntryCheck } from "../../check.ts";
import { indentationErrors } from "../../support/indentation.ts";

const NOTHING_ABOVE = "This entry is indented, but there is no entry above it. Move it to the left edge.";
const MIXED = "Tabs and spaces are mixed. Indent this line with the same characters as the lines around it.";
const UNMATCHED =
  "This indentation matches no entry above. Indent the line as deep as its siblings, or deeper than its parent.";

const spanText = ({ line, start, end }: Span): string => line.scanned.raw.slice(start, end);

/**
 * Indentation that does not show which entry a line belongs to. It is found at the parent, which has all lines that are
 * indented under it.
 */
export const inconsistentIndentation: EntryCheck = {
  code: "inconsistent-indentation",
  severity: "error",
  title: "Inconsistent indentation",
  scope: "entry",
  includesBroken: true,
  *check(entry) {
    if (entry.parent === undefined && entry.indent !== "" && entry.head.form !== "broken")
      yield { at: keywordSpan(entry), entry, message: NOTHING_ABOVE };
    for (const error of indentationErrors(entry)) {
      const { kind, line, child } = error;
      if (kind === "under-attribute") {
        // `misplaced-entry` reports an entry that is not allowed here at all.
        if (entry.head.form === "broken" || !isWellPlaced(child)) continue;
        const key = spanText(keySpan(error.attribute));
        const message = `This ${child.head.keyword} is indented under “${key}”, but it belongs to the ${entry.head.keyword} above. Indent it as deep as “${key}”.`;
        yield { at: keywordSpan(child), entry: child, message, severity: "warning" };
        continue;
      }
      yield {
        at: child === undefined ? lineSpan(line) : keywordSpan(child),
        entry: child ?? entry,
        message: kind === "mixed" ? MIXED : UNMATCHED,
      };
    }
  },
};

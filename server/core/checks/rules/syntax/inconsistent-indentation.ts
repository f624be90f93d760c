import { keywordSpan, lineSpan } from "../../../language/problem.ts";
import type { EntryCheck } from "../../check.ts";
import { indentationErrors } from "../../support/indentation.ts";

const NOTHING_ABOVE = "This entry is indented, but there is no entry above it. Move it to the left edge.";
const MIXED = "Tabs and spaces are mixed. Indent this line with the same characters as the lines around it.";
const UNMATCHED =
  "This indentation matches no entry above. Indent the line as deep as its siblings, or deeper than its parent.";

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
    for (const { kind, line, child } of indentationErrors(entry)) {
      yield {
        at: child === undefined ? lineSpan(line) : keywordSpan(child),
        entry: child ?? entry,
        message: kind === "mixed" ? MIXED : UNMATCHED,
      };
    }
  },
};

import { attributeOf } from "../../../language/entry.ts";
import { headSpan } from "../../../language/problem.ts";
import { isUnquoted } from "../../../language/relations/quotable.ts";
import { sourcesOf } from "../../../language/relations/quoteSources.ts";
import type { EntryCheck } from "../../check.ts";

/** An entry without a quote, in a map whose sources can be quoted. */
export const unquotedEntry: EntryCheck = {
  code: "unquoted-entry",
  severity: "hint",
  offByDefault: true,
  title: "An entry without a quote",
  noFix: "Only the writer knows which words of a source support the entry.",
  scope: "entry",
  *check(entry, { files }) {
    if (!isUnquoted(entry) || !sourcesOf(files).some((source) => attributeOf(source, "file") !== undefined)) return;
    yield {
      at: headSpan(entry),
      entry,
      message: `This ${entry.head.keyword} has no quote. Indent one under it.`,
    };
  },
};

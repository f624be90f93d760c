import { isMentioned } from "../../../language/graph.ts";
import { headSpan } from "../../../language/problem.ts";
import { quotesWithoutSourceName } from "../../../language/relations/quoteSources.ts";
import type { FileCheck } from "../../check.ts";
import { isLibrary } from "../../support/isLibrary.ts";

/** A source that is neither quoted nor named in a clause. */
export const unusedSource: FileCheck = {
  code: "unused-source",
  severity: "hint",
  title: "A source that is never used",
  scope: "file",
  *check({ file, importers }) {
    if (isLibrary(file)) return;
    // A quote without a name may be from any source.
    if ([file, ...importers].some((one) => quotesWithoutSourceName(one).length > 0)) return;
    for (const entry of file.entriesOf("source")) {
      // `misplaced-entry` reports a source under a claim.
      if (entry.head.form === "broken" || entry.parent !== undefined || isMentioned(entry, [file, ...importers]))
        continue;
      const { name } = entry.head;
      const message =
        name === undefined
          ? "This source has no name, so it cannot be quoted. Write one after “source”."
          : `“${name.text}” is never used. Quote it, or remove it.`;
      yield { at: headSpan(entry), entry, message };
    }
  },
};

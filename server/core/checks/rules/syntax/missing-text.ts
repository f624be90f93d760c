import { attributeOf } from "../../../language/entry.ts";
import { headSpan } from "../../../language/problem.ts";
import { sourceOf } from "../../../language/relations/quoteSources.ts";
import type { EntryCheck } from "../../check.ts";

/** A claim, premise, assumption, question or quote without text. */
export const missingText: EntryCheck = {
  code: "missing-text",
  severity: "warning",
  title: "A claim, question or quote without text",
  noFix: "Only the writer knows the text.",
  scope: "entry",
  *check(entry, { files }) {
    const { keyword, form } = entry.head;
    if (entry.text !== "" || form === "bare") return;
    if (keyword === "quote") {
      const source = sourceOf(entry, files);
      // A page, a section, or a source with an address, is a citation of that.
      const hasPlace = attributeOf(entry, "page") !== undefined || attributeOf(entry, "section") !== undefined;
      if (hasPlace || (source && attributeOf(source, "url")?.value)) return;
      const message =
        "This quote has no text. Write the quoted words after the colon, or add a “page” or “section” here or a “url” to the source.";
      yield { at: headSpan(entry), entry, message };
    } else if (keyword === "claim" || keyword === "premise" || keyword === "assumption" || keyword === "question") {
      yield { at: headSpan(entry), entry, message: `This ${keyword} has no text. Write it after the colon.` };
    }
  },
};

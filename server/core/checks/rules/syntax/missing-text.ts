import { attributeOf } from "../../../language/entry.ts";
import { headSpan } from "../../../language/problem.ts";
import { withArticle } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { capitalise } from "../../support/messages.ts";

/** An entry that says nothing where it should. */
export const missingText: EntryCheck = {
  code: "missing-text",
  severity: "warning",
  title: "A claim, question or quote without words",
  scope: "entry",
  *check(entry) {
    const { keyword, form } = entry.head;
    if (entry.text !== "" || form === "bare") return;
    if (keyword === "quote") {
      if (attributeOf(entry, "page") !== undefined) return;
      const message = "A quote needs the words quoted after its colon, or at least the “page” they stand on.";
      yield { at: headSpan(entry), entry, message };
    } else if (keyword === "claim" || keyword === "premise" || keyword === "assumption" || keyword === "question") {
      const message = `${capitalise(withArticle(keyword))} needs a text after its colon: what is ${keyword === "question" ? "asked" : "said"}.`;
      yield { at: headSpan(entry), entry, message };
    }
  },
};

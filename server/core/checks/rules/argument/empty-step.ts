import { hasPremises } from "../../../language/graph.ts";
import { headSpan } from "../../../language/problem.ts";
import { isStep, withArticle } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { capitalise } from "../../support/messages.ts";

/** A step that says nothing. */
export const emptyStep: EntryCheck = {
  code: "empty-step",
  severity: "error",
  title: "A reason or objection with neither text nor premise",
  scope: "entry",
  *check(entry) {
    const { keyword } = entry.head;
    if (!isStep(keyword) || entry.text !== "" || hasPremises(entry)) return;
    const message = `${capitalise(withArticle(keyword))} needs a text after its colon, or a premise indented under it.`;
    yield { at: headSpan(entry), entry, message };
  },
};

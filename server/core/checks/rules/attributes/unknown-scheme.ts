import { valueSpan } from "../../../language/problem.ts";
import { keywordRules, schemes } from "../../../language/vocabulary.ts";
import { nearest } from "../../../strings/spelling.ts";
import type { EntryCheck } from "../../check.ts";
import { didYouMean } from "../../support/messages.ts";

const knownSchemes = new Set(schemes);

/** An argumentation scheme that is not in the list. It is allowed. */
export const unknownScheme: EntryCheck = {
  code: "unknown-scheme",
  severity: "hint",
  title: "An argumentation scheme that is not in the list",
  scope: "entry",
  *check(entry) {
    if (!keywordRules[entry.head.keyword].attributes.includes("scheme")) return;
    for (const attribute of entry.attributes) {
      const { key, value } = attribute;
      if (key !== "scheme" || value === "" || knownSchemes.has(value)) continue;
      const suggestions = nearest(value, schemes);
      const remedy = suggestions.length > 0 ? didYouMean(suggestions) : "You can still use it.";
      const message = `“${value}” is not in the list of schemes. ${remedy}`;
      yield { ...valueSpan(entry, attribute), entry, suggestions, message };
    }
  },
};

import { keySpan, valueSpan } from "../../../language/problem.ts";
import { valueForms } from "../../../language/values.ts";
import { isAttributeKey, keywordRules } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { didYouMean } from "../../support/messages.ts";
import { nearest } from "../../support/spelling.ts";

/** A value that is not valid for its key. */
export const malformedValue: EntryCheck = {
  code: "malformed-value",
  severity: "warning",
  title: "An invalid attribute value",
  scope: "entry",
  *check(entry) {
    for (const attribute of entry.attributes) {
      const { key, value, line } = attribute;
      const form = valueForms.get(key);
      // `misplaced-attribute` reports keys that the entry does not take.
      const isAllowed = isAttributeKey(key) && keywordRules[entry.head.keyword].attributes.includes(key);
      if (form === undefined || !isAllowed || entry.head.form === "bare" || form.isValid(value)) continue;
      if (value === "") {
        yield { at: keySpan(line), entry, message: `“${key}” has no value. Write ${form.description}.` };
        continue;
      }
      const corrections = form.corrections(value);
      const suggestions = corrections.length > 0 ? corrections : similarWords(value, form.allowedWords);
      const message = `“${key}” must be ${form.description}. ${didYouMean(suggestions)}`.trimEnd();
      yield { ...valueSpan(entry, attribute), entry, suggestions, message };
    }
  },
};

/** Returns the allowed words that a value may have been meant as, ignoring case and separators, or misspelt. */
function similarWords(value: string, words: readonly string[]): readonly string[] {
  const normalised = value
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const exactMatches = words.filter((word) => word.toLowerCase() === normalised);
  return exactMatches.length > 0 ? exactMatches : nearest(normalised, words);
}

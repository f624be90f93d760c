import { keySpan, valueSpan } from "../../../language/problem.ts";
import { valueForms } from "../../../language/values.ts";
import { isAttributeKey, keywordRules } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { didYouMean } from "../../support/messages.ts";
import { nearest } from "../../support/spelling.ts";

/** A value that its key does not take. */
export const malformedValue: EntryCheck = {
  code: "malformed-value",
  severity: "warning",
  title: "A value of the wrong form",
  scope: "entry",
  *check(entry) {
    for (const attribute of entry.attributes) {
      const { key, value, line } = attribute;
      const form = valueForms.get(key);
      // Where the key may not stand at all, that is what is said.
      const isAllowed = isAttributeKey(key) && keywordRules[entry.head.keyword].attributes.includes(key);
      if (form === undefined || !isAllowed || entry.head.form === "bare" || form.isValid(value)) continue;
      if (value === "") {
        yield { at: keySpan(line), entry, message: `“${key}” needs a value: ${form.description}.` };
        continue;
      }
      const suggestions = similarWords(value, form.allowedWords);
      const message = `A value of “${key}” is ${form.description}.${didYouMean(suggestions)}`;
      yield { ...valueSpan(entry, attribute), entry, suggestions, message };
    }
  },
};

/** The words of a list that a value may have been meant for, written with other marks or capitals, or with a slip. */
function similarWords(value: string, words: readonly string[]): readonly string[] {
  const normalised = value
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const exactMatches = words.filter((word) => word.toLowerCase() === normalised);
  return exactMatches.length > 0 ? exactMatches : nearest(normalised, words);
}

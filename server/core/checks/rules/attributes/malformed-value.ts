import { valueForms } from "../../../language/attributes/values.ts";
import { nearValues } from "../../../language/intent/nearValues.ts";
import { keySpan, valueSpan } from "../../../language/problem.ts";
import { isAttributeKey, keywordRules } from "../../../language/vocabulary.ts";
import type { EntryCheck } from "../../check.ts";
import { didYouMean } from "../../support/messages.ts";

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
      const suggestions = nearValues(key, value);
      const message = `“${key}” must be ${form.description}. ${didYouMean(suggestions)}`.trimEnd();
      yield { ...valueSpan(entry, attribute), entry, suggestions, message };
    }
  },
};

import { keySpan, valueStretch } from "../../../language/problem.ts";
import { valueForms } from "../../../language/values.ts";
import { isAttributeKey, rules } from "../../../language/vocabulary.ts";
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
      const isTaken = isAttributeKey(key) && rules[entry.head.keyword].attributes.includes(key);
      if (form === undefined || !isTaken || entry.head.form === "bare" || form.fits(value)) continue;
      if (value === "") {
        yield { at: keySpan(line), entry, message: `“${key}” needs a value: ${form.says}.` };
        continue;
      }
      const offers = wordsNear(value, form.words);
      const message = `A value of “${key}” is ${form.says}.${didYouMean(offers)}`;
      yield { ...valueStretch(entry, attribute), entry, offers, message };
    }
  },
};

/** The words of a list that a value may have been meant for, written with other marks or capitals, or with a slip. */
function wordsNear(value: string, words: readonly string[]): readonly string[] {
  const plain = value
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const same = words.filter((word) => word.toLowerCase() === plain);
  return same.length > 0 ? same : nearest(plain, words);
}

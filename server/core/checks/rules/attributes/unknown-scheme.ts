import { isSchemeKnown, schemeParts, schemes } from "../../../language/attributes/schemes.ts";
import type { Span } from "../../../language/syntax.ts";
import { keywordRules } from "../../../language/vocabulary.ts";
import { SpellingIndex } from "../../../strings/spelling.ts";
import type { EntryCheck } from "../../check.ts";
import { didYouMean } from "../../support/messages.ts";

const MAX_SUGGESTIONS = 3;
const schemeSpellings = new SpellingIndex(schemes);

/** A scheme that is not in the list. It is allowed. */
export const unknownScheme: EntryCheck = {
  code: "unknown-scheme",
  severity: "hint",
  title: "An argumentation scheme that is not in the list",
  scope: "entry",
  *check(entry) {
    if (!keywordRules[entry.head.keyword].attributes.includes("scheme")) return;
    for (const { key, line } of entry.attributes) {
      if (key !== "scheme" || !("textStart" in line.scanned)) continue;
      const { raw, textStart } = line.scanned;
      for (const { text, start } of schemeParts(raw.slice(textStart))) {
        if (isSchemeKnown(text)) continue;
        const at: Span = { line, start: textStart + start, end: textStart + start + text.length };
        const suggestions = similarSchemes(text);
        const remedy = suggestions.length > 0 ? didYouMean(suggestions) : "You can still use it.";
        yield { at, entry, suggestions, message: `“${text}” is not in the list of schemes. ${remedy}` };
      }
    }
  },
};

/** Returns the schemes with the same letters, or else the nearest, or else those that share a word with the name. */
function similarSchemes(name: string): readonly string[] {
  const normalized = name.toLowerCase().replace(/[\s_]+/g, "-");
  if (schemes.includes(normalized)) return [normalized];
  const near = schemeSpellings.nearestWords(normalized);
  if (near.length > 0) return near;
  const words = new Set(normalized.split("-").filter((word) => word.length > 3));
  return schemes.filter((scheme) => scheme.split("-").some((word) => words.has(word))).slice(0, MAX_SUGGESTIONS);
}

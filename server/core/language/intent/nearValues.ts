/** Finds valid values that an invalid value of an attribute was meant as. */
import { nearest } from "../../strings/spelling.ts";
import { isValidValue, valueForms } from "../attributes/values.ts";

/** Other words for the values of scales. */
const VALUE_SYNONYMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  likelihood: {
    "almost-no-chance": ["impossible", "no-chance", "almost-impossible", "remote"],
    "very-unlikely": ["very-improbable", "highly-unlikely", "highly-improbable", "very-low"],
    unlikely: ["improbable", "low", "doubtful"],
    even: ["fifty-fifty", "50-50", "50/50", "toss-up", "roughly-even", "even-chance", "medium", "moderate", "possible"],
    likely: ["probable", "high", "plausible"],
    "very-likely": ["very-probable", "highly-likely", "highly-probable", "very-high"],
    "almost-certain": ["certain", "nearly-certain", "sure", "definite"],
  },
  confidence: {
    low: ["weak", "very-low", "little"],
    moderate: ["medium", "middle", "fair"],
    high: ["strong", "very-high", "full"],
  },
  strength: {
    weak: ["low", "very-weak", "slight", "minor"],
    moderate: ["medium", "middle", "fair", "average"],
    strong: ["high", "very-strong", "major", "good"],
    conclusive: ["decisive", "certain", "very-high", "deductive", "valid", "compelling"],
  },
};

/** Returns valid values that an invalid one was probably meant as, best first. */
export function nearValues(key: string, value: string): readonly string[] {
  const corrections = [
    ...(valueForms.get(key)?.corrections(value) ?? []),
    ...(conversions[key]?.(value.trim()) ?? []),
    ...similarWords(key, value),
  ];
  return [...new Set(corrections)].filter((one) => isValidValue(key, one));
}

const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

const conversions: Readonly<Record<string, (value: string) => readonly string[]>> = {
  url: (value) =>
    /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u.test(value) ? [`https://${value}`] : [],
  tags,
  page: (value) => [value.replace(/^(?:pages?|pp?\.?|S\.|Seiten?)[\s\p{Zs}]*/iu, "")],
  occurrence: (value) => {
    const number = ORDINALS.indexOf(value.toLowerCase()) + 1 || Number.parseInt(value, 10);
    return [number === 1 ? "first" : `${number}`];
  },
  file: (value) => [value.replaceAll("\\", "/")],
  reliability: (value) => [value.toUpperCase().charAt(0)],
};

/** `air quality`, `#air #health` and `air; health`: a hyphen within a tag, or a comma between two. */
function tags(value: string): readonly string[] {
  const separator = value.includes("#") ? /[\s\p{Zs},;]*#/u : /[,;，、；]/;
  const all = value.split(separator).map((tag) => tag.trim().replaceAll(/["“”'‘’.]+/gu, ""));
  const kept = all.filter((tag) => tag !== "");
  const hyphenated = kept.map((tag) => tag.replaceAll(/[\s\p{Zs}/&+]+/gu, "-")).join(", ");
  return [hyphenated, ...(/[,;，、；#]/.test(value) ? [] : [kept.join(" ").replaceAll(/[\s\p{Zs}]+/gu, ", ")])];
}

/** Returns the allowed words that a value may have been meant as, ignoring case and separators, by meaning or misspelt. */
function similarWords(key: string, value: string): readonly string[] {
  const words = valueForms.get(key)?.allowedWords ?? [];
  const normalized = value
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const exactMatches = words.filter((word) => word.toLowerCase() === normalized);
  if (exactMatches.length > 0) return exactMatches;
  const synonyms = Object.entries(VALUE_SYNONYMS[key] ?? {}).flatMap(([word, others]) =>
    others.includes(normalized) ? [word] : [],
  );
  return synonyms.length > 0 ? synonyms : nearest(normalized, words);
}

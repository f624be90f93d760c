/** Finds valid values that an invalid value of an attribute was meant as. */
import { nearest } from "../../strings/spelling.ts";
import { isValidValue, valueForms } from "../values.ts";

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

const months = "january february march april may june july august september october november december".split(" ");

/** Returns valid values that an invalid one was probably meant as, best first. */
export function nearValues(key: string, value: string): readonly string[] {
  const convert = conversions[key];
  const converted = convert?.(value.trim()) ?? [];
  const found = [...converted, ...similarWords(key, value)];
  return [...new Set(found)].filter((one) => isValidValue(key, one));
}

const conversions: Readonly<Record<string, (value: string) => readonly string[]>> = {
  likelihood: percentages,
  strength: percentages,
  date: dates,
  url: (value) =>
    /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u.test(value) ? [`https://${value}`] : [],
  tags,
  page: (value) => [value.replace(/^(?:pp?\.?|pages?|S\.|Seiten?)[\s\p{Zs}]*/iu, "")],
  file: (value) => [value.replaceAll("\\", "/")],
  reliability: (value) => [value.toUpperCase().charAt(0)],
};

/** `0.7`, `~70%`, `70` and `70 per cent` */
function percentages(value: string): readonly string[] {
  const number = /^(?:~|≈|about|ca\.?|c\.)?[\s\p{Zs}]*(\d+(?:[.,]\d+)?)[\s\p{Zs}]*(%|per[\s\p{Zs}]?cent)?$/iu.exec(
    value,
  );
  if (number === null) return [];
  const amount = Number.parseFloat((number[1] ?? "").replace(",", "."));
  const isFraction = number[2] === undefined && amount <= 1 && /[.,]/.test(number[1] ?? "");
  // A whole number below 10 may be a rank.
  if (number[2] === undefined && !isFraction && amount < 10) return [];
  return [`${Number((isFraction ? amount * 100 : amount).toFixed(4))}%`];
}

/** `May 17, 2024`, `17 May 2024`, `17.5.2024`, `5/17/2024` and `2024/5/17`; both readings if day and month can be swapped. */
function dates(value: string): readonly string[] {
  const parts = value.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const names = parts.filter((part) => /\p{L}/u.test(part) && !/^(?:st|nd|rd|th|of|the)$/.test(part));
  const numbers = parts.filter((part) => /\d/.test(part));
  const year = numbers.find((part) => part.length === 4);
  if (year === undefined || names.length > 1) return [];
  const others = numbers.filter((part) => part !== year).map(Number);
  const [name] = names;
  if (name !== undefined) {
    const month =
      name.length < 3
        ? -1
        : months.findIndex((one) => one.startsWith(name.slice(0, Math.min(name.length, one.length))));
    return month < 0 || others.length > 1 ? [] : [isoDate(year, month + 1, others[0])];
  }
  const [first, second] = others;
  if (first === undefined || others.length > 2) return [];
  if (second === undefined || parts[0] === year) return [isoDate(year, first, second)];
  return [isoDate(year, second, first), isoDate(year, first, second)];
}

const isoDate = (year: string, month: number, day: number | undefined): string =>
  [year, month, ...(day === undefined ? [] : [day])].map((part) => String(part).padStart(2, "0")).join("-");

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
  const normalised = value
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  const exactMatches = words.filter((word) => word.toLowerCase() === normalised);
  if (exactMatches.length > 0) return exactMatches;
  const synonyms = Object.entries(VALUE_SYNONYMS[key] ?? {}).flatMap(([word, others]) =>
    others.includes(normalised) ? [word] : [],
  );
  return synonyms.length > 0 ? synonyms : nearest(normalised, words);
}

/** Words that are meant as keywords: misspelt ones, and those of other tools, of textbooks and of everyday English. */
import { SpellingIndex } from "../../strings/spelling.ts";
import { isKeyword, isPremiseLike, type Keyword, keywordRules, keywords } from "../vocabulary.ts";
import { translatedKeyword } from "./translations.ts";

/** The meaning of a word at the start of a line. */
export interface NearKeyword {
  readonly keyword: Keyword;
  /** Whether the word also occurs in sentences, where a colon may follow it. */
  readonly isOrdinary: boolean;
  /** Whether the word is a plural, as above a list. */
  readonly isPlural: boolean;
  /** Whether the word leads to a conclusion from what is above, as “therefore” does, so that only a claim can be meant. */
  readonly isConclusion?: true;
  /** The language of the word, if it is not English. */
  readonly language?: string;
}

/** English words within one or two edits of a keyword. */
const ORDINARY_WORDS = new Set(
  (
    "abjection aim breaker claimed claimant clam clams climb consumption course ejection impact impart imparts imported " +
    "important injection lesson objecting objective objectives person praise precise premier premium promise promised " +
    "promises quite quota quoted questioned quoting reasoned rejection report resumption route sauce season " +
    "sneaker sourced speakeasy speaking speaks spear steamer sweater treason weaker"
  ).split(" "),
);

/** Words of other tools that sentences hardly use. */
const TECHNICAL_WORDS: { readonly [K in Keyword]?: string } = {
  reason: "pro pros",
  objection:
    "con cons contra contras counter-argument counter-arguments counterargument counterarguments counterexample " +
    "counterexamples counter-example counter-examples rebuttal rebuttals",
  claim: "thesis theses",
};

/** Words of other tools and of everyday English. */
const EVERYDAY_WORDS: { readonly [K in Keyword]?: string } = {
  reason: "argument arguments backing because evidence ground grounds justification support supports",
  objection:
    "attack attacks but counter counterpoint counterpoints however refutation refutations reply replies response " +
    "responses undercut undercuts unless",
  claim: "answer answers conclusion conclusions contention contentions hypothesis statement statements",
  premise: "warrant warrants",
  assumption: "assuming presupposition presuppositions supposition suppositions",
  question: "issue issues",
  quote: "citation citations quotation quotations",
};

/** Words that lead to a conclusion. */
const CONCLUSION_WORDS = new Set("consequently ergo hence therefore thus".split(" "));

/** Words of sentences that begin a line of other tools or of a textbook: `for: …`, `if: …`. A colon has to follow. */
const WORDS_BEFORE_COLON: ReadonlyMap<string, Pick<NearKeyword, "keyword" | "isConclusion">> = new Map([
  ["for", { keyword: "reason" }],
  ["against", { keyword: "objection" }],
  ["if", { keyword: "premise" }],
  ["given", { keyword: "premise" }],
  ["then", { keyword: "claim", isConclusion: true }],
  ["example", { keyword: "reason" }],
]);

const synonyms = new Map<string, NearKeyword>();
for (const [words, isOrdinary] of [
  [TECHNICAL_WORDS, false],
  [EVERYDAY_WORDS, true],
] as const) {
  for (const keyword of keywords) {
    for (const word of words[keyword]?.split(" ") ?? [])
      synonyms.set(word, { keyword, isOrdinary, isPlural: /(?:[^s]s|ses)$/.test(word) });
  }
}

/** Returns what a word of sentences stands for if a colon follows it, as in `for: …`. */
export function nearWordBeforeColon(word: string): NearKeyword | undefined {
  const near = WORDS_BEFORE_COLON.get(word.toLowerCase());
  return near && { ...near, isOrdinary: true, isPlural: false };
}

/** Keywords of three letters are left out, because too many other words are near them. */
const longKeywords = new SpellingIndex(keywords.filter((keyword) => keyword.length > 3));

/**
 * Returns what a word at the start of a line may be meant as: a keyword, one with capitals or in the plural, a misspelt
 * one, another word for one, or a word of another language.
 */
export function nearKeyword(word: string): NearKeyword | undefined {
  const lowerCase = word.toLowerCase();
  if (isKeyword(lowerCase)) return { keyword: lowerCase, isOrdinary: word === lowerCase, isPlural: false };
  const singular = lowerCase.replace(/s$/, "");
  if (isKeyword(singular)) return { keyword: singular, isOrdinary: true, isPlural: true };
  const synonym = synonyms.get(lowerCase);
  if (synonym !== undefined) return synonym;
  if (CONCLUSION_WORDS.has(lowerCase))
    return { keyword: "claim", isOrdinary: true, isPlural: false, isConclusion: true };
  const translated = translatedKeyword(word);
  if (translated !== undefined) return { ...translated, isOrdinary: true, isPlural: false };
  if (ORDINARY_WORDS.has(lowerCase)) return undefined;
  const near = longKeywords.nearestWords(lowerCase, 1).find(isKeyword);
  return near === undefined ? undefined : { keyword: near, isOrdinary: false, isPlural: false };
}

/** Returns what two words at the start of a line may be meant as: “Counter argument”, “En contra”. */
export function nearPhrase(phrase: string): NearKeyword | undefined {
  const joined = synonyms.get(phrase.toLowerCase().replace(/[\s\p{Zs}]+/u, "-"));
  if (joined !== undefined) return joined;
  const translated = translatedKeyword(phrase.replace(/[\s\p{Zs}]+/u, " "));
  return translated && { ...translated, isOrdinary: true, isPlural: false };
}

/** Returns the keyword that a word of a text may have been meant as, unless it is one or a plural. */
export function similarKeyword(word: string): Keyword | undefined {
  const near = isKeyword(word) ? undefined : nearKeyword(word);
  return near?.isPlural === true ? undefined : near?.keyword;
}

/** Keywords with a similar meaning, the nearest first. */
const ALTERNATIVES: { readonly [K in Keyword]?: readonly Keyword[] } = {
  claim: ["premise", "reason"],
  premise: ["reason", "claim"],
  assumption: ["reason", "claim"],
  reason: ["claim"],
};

/** Returns keywords with a similar meaning that are allowed where `keyword` is not; `parent` is undefined at the left edge. */
export function alternativeKeywords(keyword: Keyword, parent: Keyword | undefined): readonly Keyword[] {
  if (parent === undefined) return isPremiseLike(keyword) ? ["claim"] : [];
  const other = ALTERNATIVES[keyword]?.find((one) => keywordRules[one].allowedParents.includes(parent));
  return other === undefined ? [] : [other];
}

/** Returns a keyword if its entries may be under a parent, or else the nearest one that may. */
export const keywordUnder = (keyword: Keyword, parent: Keyword | undefined): Keyword | undefined =>
  (parent === undefined ? keywordRules[keyword].canBeTopLevel : keywordRules[keyword].allowedParents.includes(parent))
    ? keyword
    : alternativeKeywords(keyword, parent)[0];

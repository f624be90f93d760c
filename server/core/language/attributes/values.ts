/** The valid values of attributes. */
import { joinList } from "../../strings/english.ts";
import { parseTimes } from "../../strings/times.ts";
import type { AttributeKey } from "../vocabulary.ts";
import { correctDate, correctPercentage, correctRange } from "./valueCorrections.ts";

/** The seven terms of the U.S. intelligence standard ICD 203, from the least likely to the most likely. */
export const likelihoods = [
  "almost-no-chance",
  "very-unlikely",
  "unlikely",
  "even",
  "likely",
  "very-likely",
  "almost-certain",
] as const;
/** Confidence in a likelihood, given the sources; from the same standard. */
export const confidences = ["low", "moderate", "high"] as const;
/** The strength of a step if its premises are granted. */
export const strengths = ["weak", "moderate", "strong", "conclusive"] as const;
/** Whether a statement is taken for granted, given up, or undecided. */
export const statuses = ["accepted", "rejected", "open"] as const;
/** How many answers to a question can be true together. */
export const answerLimits = ["any", "at-most-one", "exactly-one"] as const;
/** The words for one of several passages with the same words; others are named by their number. */
export const occurrences = ["first", "last"] as const;
/** The reliability of a source, from the Admiralty system. */
export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;
/** The meanings of the ratings, in the same order. */
export const reliabilityMeanings = [
  "completely reliable",
  "usually reliable",
  "fairly reliable",
  "not usually reliable",
  "unreliable",
  "reliability cannot be judged",
] as const;

/** The form of the values of a key. */
export interface ValueForm {
  /** A noun phrase that completes “The value must be …”. */
  readonly description: string;
  /** The list of allowed words, if the value is one of a list. */
  readonly allowedWords: readonly string[];
  readonly isValid: (value: string) => boolean;
  /** Returns what an invalid value may have been meant as, best first. Each is valid. */
  readonly corrections: (value: string) => readonly string[];
}

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d+)?)`;
const PERCENTAGE = new RegExp(String.raw`^${NUMBER}\p{Zs}?%$`, "u");
const PERCENTAGE_RANGE = new RegExp(String.raw`^${NUMBER}(?:\p{Zs}?%)?\p{Zs}?[-–]\p{Zs}?${NUMBER}\p{Zs}?%$`, "u");

const toShare = (number: string): number => Number.parseFloat(number.replace(",", ".")) / 100;

/** Returns a percentage as a number from 0 to 1; undefined if it is none. */
function parsePercentage(value: string): number | undefined {
  const number = PERCENTAGE.exec(value)?.[1];
  return number === undefined || toShare(number) > 1 ? undefined : toShare(number);
}

/** Returns the ends of a range of percentages, such as `55-80%`; undefined if it is none. */
function parseRange(value: string): readonly [from: number, to: number] | undefined {
  const [from = Number.NaN, to = Number.NaN] = PERCENTAGE_RANGE.exec(value)?.slice(1).map(toShare) ?? [];
  return from < to && to <= 1 ? [from, to] : undefined;
}

const isPercentage = (value: string): boolean => parsePercentage(value) !== undefined;
const isPercentageOrRange = (value: string): boolean => isPercentage(value) || parseRange(value) !== undefined;

function oneOf(
  allowedWords: readonly string[],
  description: string,
  isOtherwiseValid = (_value: string): boolean => false,
  correct: ValueForm["corrections"] = () => [],
): ValueForm {
  const isValid = (value: string): boolean => allowedWords.includes(value) || isOtherwiseValid(value);
  return {
    description: `${description} ${joinList(allowedWords, "or")}`,
    allowedWords,
    isValid,
    corrections: (value) => correct(value).filter(isValid),
  };
}

function valueForm(
  description: string,
  isValid: (value: string) => boolean,
  correct: ValueForm["corrections"] = () => [],
): ValueForm {
  return { description, allowedWords: [], isValid, corrections: (value) => correct(value).filter(isValid) };
}

function areTags(value: string): boolean {
  return value.split(",").every((tag) => /^[\p{Zs}\t]*[\p{L}\p{M}\p{N}_-]+[\p{Zs}\t]*$/u.test(tag));
}

function isDate(value: string): boolean {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (parts === null) return false;
  const [year = 0, month = 1, day = 1] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  // `Date` gives the length of the month, including leap years. Months count from 0, and day 0 is the last day of the
  // month before. `Date.UTC` maps years below 100 to the 20th century, so the year is set separately.
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(year, month, 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= last.getUTCDate();
}

const isUrl = (value: string): boolean => /^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/iu.test(value);

const isPath = (value: string): boolean => /^(?![/\\]|[a-z][a-z0-9+.-]*:)[^\\]+$/iu.test(value);

/** The common names of the encodings that the WHATWG's Encoding Standard defines. */
const ENCODING =
  /^(?:utf-8|utf-16(?:le|be)|ibm866|iso-8859-(?:[1-9]|1[0-6])|iso-2022-jp|koi8-[ru]|macintosh|x-mac-cyrillic|windows-(?:874|125[0-8])|gbk|gb2312|gb18030|big5|euc-(?:jp|kr)|shift_jis)$/i;

const isEncoding = (value: string): boolean => ENCODING.test(value);

function isPage(value: string): boolean {
  if (parseTimes(value) !== undefined) return true;
  const parts = /^(\d+|[ivxlcdm]+)(?:\s*[-–—]\s*(\d+|[ivxlcdm]+))?$/i.exec(value);
  if (parts === null) return false;
  const [from, to] = [Number(parts[1]), Number(parts[2] ?? parts[1])];
  return Number.isNaN(from) || Number.isNaN(to) || from <= to;
}

const isOccurrence = (value: string): boolean => /^[1-9]\d{0,5}$/.test(value);

/** Returns the index of the passage that an `occurrence` names, as `at` takes it; undefined if it names none. */
export function occurrenceOf(value: string): number | undefined {
  if (value === "first") return 0;
  if (value === "last") return -1;
  return isOccurrence(value) ? Number(value) - 1 : undefined;
}

function isLanguage(value: string): boolean {
  // A longer primary subtag, such as “english”, is well formed but is not a language.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(value)) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** The forms of values by key. A key that is missing here takes any text. */
export const valueForms: ReadonlyMap<string, ValueForm> = new Map<AttributeKey, ValueForm>([
  [
    "likelihood",
    oneOf(likelihoods, "a percentage such as 70%, a range such as 55-80%, or one of", isPercentageOrRange, (value) => [
      ...correctPercentage(value),
      ...correctRange(value),
    ]),
  ],
  ["confidence", oneOf(confidences, "one of")],
  ["strength", oneOf(strengths, "a percentage such as 70%, or one of", isPercentage, correctPercentage)],
  ["status", oneOf(statuses, "one of")],
  ["answers", oneOf(answerLimits, "one of")],
  ["title", valueForm("a few words", (value) => value !== "")],
  ["reliability", oneOf(reliabilities, "an Admiralty rating:")],
  ["tags", valueForm("words separated by commas, as in “air, old-town”", areTags)],
  ["date", valueForm("a year, a month or a day, as in “2024”, “2024-05” or “2024-05-17”", isDate, correctDate)],
  ["url", valueForm("an address that starts with “https://” or “http://”", isUrl)],
  [
    "file",
    valueForm("a path relative to the map’s folder, with “/” between folders, as in “texts/report.txt”", isPath),
  ],
  ["encoding", valueForm("an encoding, as in “windows-1252”, “gb18030” or “shift_jis”", isEncoding)],
  ["section", valueForm("the heading of a section of the source", (value) => value !== "")],
  ["occurrence", oneOf(occurrences, "a number such as 2, or one of", isOccurrence)],
  ["page", valueForm("a number, a range or a time, as in “12”, “12–14” or “00:12:31”", isPage)],
  ["language", valueForm("a language tag, as in “en”, “de-AT” or “zh-Hans”", isLanguage)],
]);

/** Whether a value has the form that its key requires. */
export const isValidValue = (key: string, value: string): boolean => valueForms.get(key)?.isValid(value) ?? true;

/** The ranges of the terms in ICD 203, as numbers from 0 to 1. */
const likelihoodRanges: Readonly<Record<(typeof likelihoods)[number], readonly [from: number, to: number]>> = {
  "almost-no-chance": [0.01, 0.05],
  "very-unlikely": [0.05, 0.2],
  unlikely: [0.2, 0.45],
  even: [0.45, 0.55],
  likely: [0.55, 0.8],
  "very-likely": [0.8, 0.95],
  "almost-certain": [0.95, 0.99],
};

/** Returns the range of a `likelihood` as numbers from 0 to 1, both ends the same for a percentage; undefined if invalid. */
export function likelihoodRange(value: string): readonly [from: number, to: number] | undefined {
  const share = parsePercentage(value);
  if (share !== undefined) return [share, share];
  const word = likelihoods.find((one) => one === value);
  return word === undefined ? parseRange(value) : likelihoodRanges[word];
}

/** Returns the range that a `likelihood` gives in percentages; undefined for a word or a single percentage. */
export const writtenRange = (value: string): readonly [from: number, to: number] | undefined => parseRange(value);

/** The words of the scale of strengths as numbers from 0 to 1. */
const strengthValues: Readonly<Record<(typeof strengths)[number], number>> = {
  weak: 0.3,
  moderate: 0.55,
  strong: 0.8,
  conclusive: 1,
};

/**
 * Returns the value of a `likelihood` or `strength` as a number from 0 to 1, for a range its middle; undefined if it is not
 * valid.
 */
export function scaleValue(key: "likelihood" | "strength", value: string): number | undefined {
  if (key === "likelihood") {
    const range = likelihoodRange(value);
    // Rounded, because the sum of two decimal fractions is rarely exact.
    return range && Math.round((range[0] + range[1]) * 5e5) / 1e6;
  }
  const word = strengths.find((one) => one === value);
  return word === undefined ? parsePercentage(value) : strengthValues[word];
}

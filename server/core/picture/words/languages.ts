/** Finds the words for the language of a map, and fills in their values. */

import { type DisplayLanguage, displayLanguage } from "../../strings/displayLanguage.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { PictureWords, PluralForms, Scale } from "./pictureWords.ts";
import { zh } from "./zh.ts";

/** The words of each language, by its primary language subtag. */
export const pictureLanguages = { en, de, zh, fr, es } as const satisfies Readonly<
  Record<DisplayLanguage, PictureWords>
>;

/** Finding the language of a tag takes longer than most that is drawn with its words. */
const wordsByTag = new Map<string, PictureWords>();

/** The words for the language tag of a map: those of its language, or English if there are none. */
export function pictureWords(tag: string | undefined): PictureWords {
  if (tag === undefined) return en;
  const known = wordsByTag.get(tag);
  if (known !== undefined) return known;
  const words = pictureLanguages[displayLanguage(tag)];
  wordsByTag.set(tag, words);
  return words;
}

/** The phrase with values in place of the names in braces. */
export const fill = (phrase: string, values: Readonly<Record<string, string | number>>): string =>
  phrase.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => `${values[name] ?? placeholder}`);

/** A text in the quotation marks of the language, unless it has quotation marks of its own around it. */
export function quoted({ quotation }: PictureWords, text: string): string {
  const isQuoted = /^["“”„«»「『‘'].*["“”«»」』’']$/su.test(text.trim());
  return isQuoted ? text : fill(quotation, { text });
}

/** The form of a phrase for a number, with the number in place of `{count}`. */
export function fillCount({ language }: PictureWords, { one, other }: PluralForms, count: number): string {
  const isOne = new Intl.PluralRules(language).select(count) === "one";
  return fill(isOne ? (one ?? other) : other, { count });
}

/** A term of a scale in the language of the words; any other value as it is. */
export const scaleTerm = ({ scales }: PictureWords, scale: Scale, value: string): string =>
  (scales[scale] as Readonly<Record<string, string>>)[value] ?? value;

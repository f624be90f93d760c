/** Finds the words for the language of a map, and fills in their values. */
import type { PictureWords, PluralForms, Scale } from "./pictureWords.ts";
/** The words of each language, by its primary language subtag. */
export declare const pictureLanguages: {
    readonly en: PictureWords;
    readonly de: PictureWords;
    readonly zh: PictureWords;
    readonly fr: PictureWords;
    readonly es: PictureWords;
};
/** The words for the language tag of a map: those of its language, or English if there are none. */
export declare function pictureWords(tag: string | undefined): PictureWords;
/** The phrase with values in place of the names in braces. */
export declare const fill: (phrase: string, values: Readonly<Record<string, string | number>>) => string;
/** A text in the quotation marks of the language, unless it has quotation marks of its own around it. */
export declare function quoted({ quotation }: PictureWords, text: string): string;
/** The form of a phrase for a number, with the number in place of `{count}`. */
export declare function fillCount({ language }: PictureWords, { one, other }: PluralForms, count: number): string;
/** A term of a scale in the language of the words; any other value as it is. */
export declare const scaleTerm: ({ scales }: PictureWords, scale: Scale, value: string) => string;

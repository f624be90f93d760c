/** Fills in the values of phrases. */
import type { Entry } from "../../language/entry.ts";
import { joinParts, type ListForms, type Sentence } from "../explanations/sentence.ts";
import type { CountedPhrase } from "./weighingWords.ts";

/** Values by the names that stand for them in braces: texts, or texts with parts such as entries. */
export type PhraseValues<Part = Entry> = Readonly<Record<string, string | readonly (string | Part)[]>>;

/** Returns a phrase with values in place of the names in braces. */
export function fillPhrase<Part = Entry>(phrase: string, values: PhraseValues<Part>): readonly (string | Part)[] {
  return mergeTexts<Part>(
    phrase.split(/\{(\w+)\}/).flatMap((part, index): readonly (string | Part)[] => {
      // Every second part is a name.
      const value = index % 2 === 0 ? part : (values[part] ?? `{${part}}`);
      return typeof value === "string" ? [value] : value;
    }),
  );
}

/** Returns a phrase all of whose values are texts. */
export const fillText = (phrase: string, values: Readonly<Record<string, string>>): string =>
  phrase.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);

/** Returns the form of a phrase for a number of entries. */
export const formFor = ({ one, other }: CountedPhrase, count: number): string => (count === 1 ? (one ?? other) : other);

/** Joins parts of a sentence to a list, in adjacent texts as few as possible. */
export const joinList = (forms: ListForms, items: readonly Sentence[]): Sentence => mergeTexts(joinParts(forms, items));

/** Joins adjacent texts, and leaves out empty ones. */
function mergeTexts<Part>(parts: readonly (string | Part)[]): readonly (string | Part)[] {
  const merged: (string | Part)[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  return merged;
}

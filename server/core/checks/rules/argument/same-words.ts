import type { Entry } from "../../../language/entry.ts";
import { textSpan } from "../../../language/problem.ts";
import { isWrittenOutClaim } from "../../../language/relations/wordings.ts";
import type { GroupCheck } from "../../check.ts";

/** Two claims with the same text: one of them could be used twice. */
export const sameWords: GroupCheck = {
  code: "same-words",
  severity: "warning",
  title: "Two claims with the same text",
  noFix: "Joining two statements joins what is written about them, which only the writer can judge.",
  scope: "group",
  key: (entry) => {
    if (!isWrittenOutClaim(entry) || entry.head.form === "broken" || entry.text === "") return undefined;
    return normalizedWords(entry.text) || undefined;
  },
  *check([first, ...others]) {
    if (first === undefined) return;
    const { keyword } = first.head;
    for (const entry of others) {
      yield {
        ...textSpan(entry),
        entry,
        message: `Another ${keyword} has the same text. ${remedyFor(first, entry)}, or change one of the texts.`,
        related: [{ entry: first, message: `The first ${keyword} is here` }],
      };
    }
  },
};

/** Returns what to do about a repeated text. A claim is no place for a bare premise, so one claim cannot use another. */
function remedyFor(first: Entry, repeated: Entry): string {
  if (repeated.head.keyword === "claim")
    return first.head.keyword === "claim" ? "Keep only one of them" : useAsPremise(repeated, "this", "there");
  return useAsPremise(first, "the first", "here");
}

const useAsPremise = ({ head: { name, keyword } }: Entry, which: string, place: string): string =>
  name === undefined
    ? `Name ${which} ${keyword} and use it as a premise ${place}`
    : `Use “${name.text}” as a premise ${place}`;

/** Removes case, white space and punctuation from a text, but keeps digits apart: 3.5 is not 35. */
function normalizedWords(text: string): string {
  const lowerCase = text.normalize("NFKC").toLowerCase();
  // Most texts have no digits, and this runs at each letter.
  const separated = /\p{N}/u.test(lowerCase) ? lowerCase.replace(/(?<=\p{N})[\p{P}\s]+(?=\p{N})/gu, "\0") : lowerCase;
  return separated.replace(/[\p{P}\p{Z}\s]+/gu, "");
}

import { isWrittenOutClaim } from "../../../language/graph.ts";
import { textSpan } from "../../../language/problem.ts";
import type { GroupCheck } from "../../check.ts";

/** Two claims with the same text: one of them could be used twice. */
export const sameWords: GroupCheck = {
  code: "same-words",
  severity: "warning",
  title: "Two claims with the same text",
  scope: "group",
  key: (entry) => {
    if (!isWrittenOutClaim(entry) || entry.head.form === "broken" || entry.text === "") return undefined;
    return normalisedWords(entry.text) || undefined;
  },
  *check([first, ...others]) {
    if (first === undefined) return;
    const { name, keyword } = first.head;
    const remedy = name === undefined ? `Give that ${keyword} a name and use it` : `Use “${name.text}”`;
    for (const entry of others) {
      yield {
        ...textSpan(entry),
        entry,
        message: `Another ${keyword} has the same text. ${remedy} in both places, or change one of the texts.`,
        related: [{ entry: first, message: `The first ${keyword} is here` }],
      };
    }
  },
};

/** Removes case, white space and punctuation from a text, but keeps digits apart: 3.5 is not 35. */
function normalisedWords(text: string): string {
  const lowerCase = text.normalize("NFKC").toLowerCase();
  return lowerCase.replace(/(?<=\p{N})[\p{P}\s]+(?=\p{N})/gu, "\0").replace(/[\p{P}\p{Z}\s]+/gu, "");
}

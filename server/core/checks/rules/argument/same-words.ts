import { isWrittenOutClaim } from "../../../language/graph.ts";
import { textSpan } from "../../../language/problem.ts";
import type { GroupCheck } from "../../check.ts";

/** Two claims that say the same: one of them could be used twice. */
export const sameWords: GroupCheck = {
  code: "same-words",
  severity: "warning",
  title: "Two claims with the same words",
  scope: "group",
  key: (entry) => {
    if (!isWrittenOutClaim(entry) || entry.head.form === "broken" || entry.text === "") return undefined;
    return normalisedWords(entry.text) || undefined;
  },
  *check([first, ...others]) {
    if (first === undefined) return;
    const { name, keyword } = first.head;
    const again = name === undefined ? `Give the ${keyword} there a name and use it` : `Use “${name.text}”`;
    for (const entry of others) {
      yield {
        ...textSpan(entry),
        entry,
        message: `These are the words of another ${keyword}. ${again} in both places, or say how the two differ.`,
        related: [{ entry: first, message: "Said first here" }],
      };
    }
  },
};

/** A text without case, white space and punctuation. Between digits something stays: 3.5 is not 35. */
function normalisedWords(text: string): string {
  const lowerCase = text.normalize("NFKC").toLowerCase();
  return lowerCase.replace(/(?<=\p{N})[\p{P}\s]+(?=\p{N})/gu, "\0").replace(/[\p{P}\p{Z}\s]+/gu, "");
}

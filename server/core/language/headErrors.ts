/** Says in the words of the language what is wrong with a head that cannot be read. */

import { isName, normalName } from "./characters.ts";
import type { Columns, Fault, Word } from "./head.ts";
import { type ClauseWord, isClauseWord, isStep, type Keyword, rules, withArticle } from "./vocabulary.ts";

/** A head of more words is broken, whatever they are: it is prose, or something else that was pasted. */
export const MOST_WORDS = 200;

const example: { readonly [K in Keyword]: string } = {
  map: "map: Title of the map",
  import: "import prefix: other.argmap",
  source: "source report: Title of the report",
  speaker: "speaker lind: Maja Lind",
  question: "question charge: Should it stay?",
  claim: "claim keep by lind: It should stay.",
  reason: "reason air for keep: The air got cleaner.",
  objection: "objection cost against keep: It costs too much.",
  premise: "premise fell: It fell by a fifth.",
  assumption: "assumption cause: Nothing else changed.",
  quote: "quote report: the words quoted",
};

/** “A claim”, “An objection” */
const article = (keyword: Keyword): string => withArticle(keyword).replace("a", "A");

/**
 * What is wrong with a broken head: the first thing a reader would stumble over.
 * @param misnamed a word that stands where a name is expected and cannot be one
 */
export function headFault(
  keyword: Keyword,
  words: readonly Word[],
  at: Columns,
  colon: boolean,
  misnamed: Word | undefined,
): Fault {
  const form = `for example “${example[keyword]}”`;
  const [written] = words;
  if (written !== undefined && written.text !== keyword) {
    const { start, end } = written;
    const message =
      written.text.toLowerCase() === keyword
        ? `Keywords are written small: “${keyword}”.`
        : `Did you mean “${keyword}”?`;
    return { start, end, message, offer: keyword };
  }
  if (!colon) {
    return { ...at, message: `${article(keyword)} needs a colon between its head and its text, ${form}.` };
  }
  const second = words[1];
  if (rules[keyword].name === "none" && second !== undefined) {
    return { ...second, message: `${article(keyword)} has no name: the colon follows at once, ${form}.` };
  }
  let clause: { readonly word: ClauseWord; readonly at: Word } | undefined;
  for (const [index, word] of words.entries()) {
    if (index === 0) continue;
    if (isClauseWord(word.text)) {
      if (!takesClauses(keyword)) {
        return { ...word, message: `${article(keyword)} takes no “${word.text}”; its form is “${example[keyword]}”.` };
      }
      if (clause !== undefined) return nameMissing(clause);
      clause = { word: word.text, at: word };
      continue;
    }
    const meant = clauseMeant(keyword, words, index);
    if (meant !== undefined) return meant;
    if (word === misnamed) return { ...word, message: notAName(word.text) };
    if (keyword !== "quote" && clause === undefined && word.text.includes(".")) {
      return {
        ...word,
        message: `A new name has no prefix: write “${word.text.split(".").join("-")}” or a name of its own.`,
      };
    }
    const first = words[1];
    if (clause === undefined && index > 1 && first !== undefined) {
      const joined = words
        .slice(1, index + 1)
        .map(({ text }) => text)
        .join("-");
      const after = words[index + 1];
      const isWhole = after === undefined || isClauseWord(after.text);
      return {
        start: first.start,
        end: word.end,
        message: `${article(keyword)} has one name before its clauses: join the words (“${joined}”), or put the colon before its text.`,
        // More words than two are rather a sentence, and a source has to be there already.
        ...(isWhole && keyword !== "quote" && { joined }),
      };
    }
    const next = words[index + 1];
    if (clause !== undefined && (next === undefined || isClauseWord(next.text))) clause = undefined;
  }
  if (clause !== undefined) return nameMissing(clause);
  if (words.length > MOST_WORDS) {
    return { ...at, message: `This head has ${words.length} words, and no head has more than ${MOST_WORDS}.` };
  }
  return { ...at, message: `This head cannot be read; ${withArticle(keyword)} is written ${form}.` };
}

/** Words that are taken for those of clauses, with those. */
export const CLAUSES_MEANT: ReadonlyMap<string, ClauseWord> = new Map([
  ["support", "for"],
  ["supports", "for"],
  ["supporting", "for"],
  ["attack", "against"],
  ["attacks", "against"],
  ["opposes", "against"],
  ["rebuts", "against"],
  ["undercuts", "against"],
  ["answer", "answers"],
  ["answering", "answers"],
  ["contradict", "contradicts"],
  ["contradicting", "contradicts"],
  ["accepted", "accepted-by"],
  ["acceptedby", "accepted-by"],
  ["accepted_by", "accepted-by"],
  ["rejected", "rejected-by"],
  ["rejectedby", "rejected-by"],
  ["rejected_by", "rejected-by"],
]);

/** A word that is taken for one of a clause that the entry takes, with a name after it. After a clause word stands a name. */
function clauseMeant(keyword: Keyword, words: readonly Word[], index: number): Fault | undefined {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined || isClauseWord(words[index - 1]?.text ?? "")) return undefined;
  // `accepted by lind`
  const joined = `${word.text}-${next.text}`;
  const isApart = isClauseWord(joined);
  const after = isApart ? words[index + 2] : next;
  const meant = isApart ? joined : CLAUSES_MEANT.get(word.text);
  if (meant === undefined || after === undefined || isClauseWord(after.text)) return undefined;
  const at = { start: word.start, end: isApart ? next.end : word.end };
  const own = keyword === "reason" ? "for" : "against";
  if ((meant === "for" || meant === "against") && isStep(keyword) && meant !== own) {
    const other = keyword === "reason" ? "an objection" : "a reason";
    const message = `${article(keyword)} is “${own}” something. Write “${own}”, not “${word.text}”, or make it ${other}.`;
    return { ...at, message, offer: own };
  }
  if (!rules[keyword].clauses.includes(meant)) return undefined;
  const written = isApart ? `${word.text} ${next.text}` : word.text;
  const message = `The word for this in the head of ${withArticle(keyword)} is “${meant}”, not “${written}”.`;
  return { ...at, message, offer: meant };
}

const takesClauses = (keyword: Keyword): boolean => rules[keyword].clauses.length > 0;

const nameMissing = ({ word, at }: { readonly word: ClauseWord; readonly at: Word }): Fault => ({
  start: at.start,
  end: at.end,
  message: `“${word}” needs a name after it, for example “${word} ${clauseExample[word]}”.`,
});

const clauseExample: { readonly [W in ClauseWord]: string } = {
  by: "lind",
  for: "keep",
  against: "keep",
  answers: "charge",
  contradicts: "keep",
  "accepted-by": "lind",
  "rejected-by": "lind",
};

function notAName(word: string): string {
  const parts = word.split(".");
  if (parts.length > 2) return `“${word}” cannot be a name: a reference has at most one prefix, as in “prefix.name”.`;
  const part = parts.find((one) => !isName(normalName(one))) ?? word;
  const strange = [...part].find((character) => !/[\p{L}\p{M}\p{N}_-]/u.test(character));
  if (part === "") return `“${word}” cannot be a name: something is missing beside its full stop.`;
  return strange === undefined
    ? `“${part}” cannot be a name: a name starts with a letter.`
    : `“${part}” cannot be a name: names are made of letters, digits, - and _, and “${strange}” is none of these.`;
}

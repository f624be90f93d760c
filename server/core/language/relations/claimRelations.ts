/** How claims relate to questions and to each other: answers, contradictions and restatements. */
import { attributeOf, type Entry } from "../entry.ts";
import { entriesReferringTo, inDocumentOrder, namedTargets } from "../graph.ts";
import type { MapFile } from "../map.ts";
import { mainWordingOf, wordingsOf } from "./wordings.ts";

/** Returns the claims that answer a question: first the ones under it, then the ones that name it. */
export function answersTo(question: Entry, files: Iterable<MapFile>): readonly Entry[] {
  const under = question.children.filter(({ head }) => head.keyword === "claim");
  return [...new Set([...under, ...entriesReferringTo(question, "answers", files)])];
}

/** How many answers to a question can be true: at most one, or exactly one. Undefined if the question does not say so. */
export function answerLimitOf(question: Entry): "at-most-one" | "exactly-one" | undefined {
  const value = attributeOf(question, "answers")?.value;
  return question.head.keyword === "question" && (value === "at-most-one" || value === "exactly-one")
    ? value
    : undefined;
}

/** Returns the questions that a claim answers: the one that it is under, and the ones that it names. */
export function questionsOf(claim: Entry): readonly Entry[] {
  const { parent } = claim;
  const above = claim.head.keyword === "claim" && parent?.head.keyword === "question" ? [parent] : [];
  return [...new Set([...above, ...namedTargets(claim, "answers")])];
}

/** Returns the claims that a claim, in any wording, contradicts or is contradicted by, as written or as answers to one question. */
export function contradictionsOf(claim: Entry, files: readonly MapFile[]): readonly Entry[] {
  const wordings = wordingsOf(claim, files);
  const contradicted = wordings.flatMap((wording) => [
    ...namedTargets(wording, "contradicts"),
    ...entriesReferringTo(wording, "contradicts", files),
  ]);
  const rivals = wordings
    .flatMap(questionsOf)
    .filter((question) => answerLimitOf(question) !== undefined)
    .flatMap((question) => answersTo(question, files))
    .filter((answer) => !wordings.includes(answer));
  return [...new Set([...contradicted, ...rivals])];
}

/** The answers to a question of which at most one can be true. */
export interface RivalAnswers {
  readonly question: Entry;
  readonly answers: readonly Entry[];
}

/** Returns the questions in some files whose answers contradict each other, with at least two answers. */
export function rivalAnswersIn(files: readonly MapFile[]): readonly RivalAnswers[] {
  return files.flatMap((file) =>
    [...file.entriesOf("question")].flatMap((question) => {
      const answers = answerLimitOf(question) === undefined ? [] : answersTo(question, files);
      return answers.length < 2 ? [] : [{ question, answers }];
    }),
  );
}

/**
 * Returns the groups of claims that contradict each other pairwise: each written contradiction, and the answers to each
 * question that allows only one. Each claim is the main wording of its statement.
 */
export const contradictionGroupsIn = (files: readonly MapFile[]): readonly (readonly Entry[])[] =>
  [...contradictionsIn(files), ...rivalAnswersIn(files).map(({ answers }) => answers)]
    .map((group) => [...new Set(group.map((claim) => mainWordingOf(claim, files)))])
    .filter((group) => group.length > 1);

/** Returns the pairs of claims of which one names the other after `contradicts`, each pair once. */
export const contradictionsIn = (files: readonly MapFile[]): readonly (readonly [Entry, Entry])[] =>
  pairsIn(files, "contradicts");

/** Returns the pairs of claims of which one names the other in a role, in the order of the text. */
function pairsIn(files: readonly MapFile[], role: "contradicts" | "restates"): readonly (readonly [Entry, Entry])[] {
  const namedBy = new Map<Entry, Set<Entry>>();
  const pairs: [Entry, Entry][] = [];
  for (const file of files) {
    for (const claim of inDocumentOrder(file.entriesWithRole(role), files)) {
      for (const other of namedTargets(claim, role)) {
        if (claim === other || namedBy.get(other)?.has(claim)) continue;
        const known = namedBy.get(claim) ?? new Set();
        namedBy.set(claim, known.add(other));
        pairs.push([claim, other]);
      }
    }
  }
  return pairs;
}

/** Returns the pairs of claims of which one restates the other, each pair once. */
export const restatementsIn = (files: readonly MapFile[]): readonly (readonly [Entry, Entry])[] =>
  pairsIn(files, "restates");

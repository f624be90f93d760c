/** The part of a sentence that states one cause of a standing. */
import { attributeOf, type Entry } from "../../language/entry.ts";
import { hasPremises } from "../../language/graph.ts";
import type { Argument } from "../argument.ts";
import type { NodeIndex } from "../framework.ts";
import { fillPhrase, fillText, formFor, joinList } from "../words/phrases.ts";
import type { CountedPhrase, ListCauseWord, WeighingWords } from "../words/weighingWords.ts";
import type { Cause } from "./explain.ts";
import { statedTerm } from "./likelihoodTerm.ts";
import type { ReasonComparison } from "./rivalry.ts";
import type { Sentence } from "./sentence.ts";

/** Returns the clause for a cause of an entry’s standing. `previous` is the cause before it in the sentence. */
export function causeClause(
  argument: Argument,
  entry: Entry,
  cause: Cause,
  previous: Cause | undefined,
  words: WeighingWords,
): Sentence {
  switch (cause.kind) {
    case "supposed":
    case "granted":
    case "open":
    case "rejected":
      return [words.causes[cause.kind]];
    case "objectionsOutweighed":
      return outweighedClause(argument, cause, previous, words);
    case "restsOnItself":
    case "isAttackedInCircle":
      return circleClause(cause.kind, listed(argument, cause.nodes, words, entry), words);
    default: {
      if (cause.kind === "objectionsSucceed" && cause.over !== undefined)
        return prevailingClause(argument, cause, words);
      if ("comparison" in cause && cause.comparison !== undefined) {
        const isContradiction = cause.kind === "rivalsStand" || cause.kind === "rivalsUndecided";
        const rival = listed(argument, cause.nodes, words);
        return comparisonClause(argument, cause.comparison, rival, isContradiction, words);
      }
      return listClause(argument, phraseFor(cause.kind, hasPremises(entry), words), cause.nodes, words);
    }
  }
}

function phraseFor(kind: ListCauseWord, isAboutInference: boolean, words: WeighingWords): CountedPhrase {
  const undercuts: Readonly<Partial<Record<ListCauseWord, CountedPhrase>>> = words.undercuts;
  return (isAboutInference && undercuts[kind]) || words.listCauses[kind];
}

/** Returns a phrase about some nodes. */
const listClause = (
  argument: Argument,
  phrase: CountedPhrase,
  nodes: readonly NodeIndex[],
  words: WeighingWords,
  values: Readonly<Record<string, string | Sentence>> = {},
): Sentence => fillPhrase(formFor(phrase, nodes.length), { entries: listed(argument, nodes, words), ...values });

/** Returns the entries of some nodes, joined to a list. A step and its text are one entry. */
function listed(
  { entries }: Argument,
  nodes: readonly NodeIndex[],
  { lists }: WeighingWords,
  without?: Entry,
): Sentence {
  const named = new Set(nodes.flatMap((node) => entries[node] ?? []));
  if (without !== undefined) named.delete(without);
  return joinList(
    lists.entries,
    Array.from(named, (one) => [one]),
  );
}

/** The strength of a step in words; undefined if the map states none. */
function strengthOf({ entries }: Argument, node: NodeIndex | undefined, words: WeighingWords): string | undefined {
  const entry = node === undefined ? undefined : entries[node];
  const value = entry && attributeOf(entry, "strength")?.value;
  return value === undefined ? undefined : statedTerm(value, words);
}

function outweighedClause(
  argument: Argument,
  { nodes, by }: Extract<Cause, { readonly by: unknown }>,
  previous: Cause | undefined,
  words: WeighingWords,
): Sentence {
  const { byReason, byNamedReason, byOther } = words.outweighed;
  const reason = by === undefined ? undefined : argument.entries[by];
  // If the sentence has just named the reason, the clause goes on with it.
  const isNamed = previous?.kind === "reasonsStand" && previous.nodes.length === 1 && previous.nodes[0] === by;
  const phrase = isNamed ? byNamedReason : reason === undefined ? byOther : byReason;
  return listClause(argument, phrase, nodes, words, {
    reason: reason === undefined ? "" : [reason],
    strengths: contrast(argument, by, nodes, words),
  });
}

/** Says that the reasons for an entry are not stronger than the objections that succeed. */
const prevailingClause = (
  argument: Argument,
  { nodes, over }: Extract<Cause, { readonly kind: "objectionsSucceed" }>,
  words: WeighingWords,
): Sentence =>
  listClause(argument, words.outweighed.notOutweighed, nodes, words, {
    strengths: contrast(argument, over, nodes, words),
  });

/** Returns the strengths of a reason and an objection that were compared. A step without strength counts as conclusive. */
function contrast(
  argument: Argument,
  reason: NodeIndex | undefined,
  [objection, ...others]: readonly NodeIndex[],
  words: WeighingWords,
): string {
  if (others.length > 0) return "";
  const [first, second] = [strengthOf(argument, reason, words), strengthOf(argument, objection, words)];
  const { only, against } = words.strengths;
  if (first !== undefined && second !== undefined) return fillText(against, { first, second });
  const known = first ?? second;
  return known === undefined ? "" : fillText(only, { first: known });
}

/** Says of a rival why it wins, or why the reasons do not decide. */
function comparisonClause(
  argument: Argument,
  comparison: ReasonComparison,
  rival: Sentence,
  isContradiction: boolean,
  words: WeighingWords,
): Sentence {
  const phrase = (isContradiction ? words.contradiction : words.rivalAnswer)[comparison.kind];
  if (comparison.kind !== "rivalStronger") return fillPhrase(phrase, { rival });
  const reason = argument.entries[comparison.reason];
  const first = strengthOf(argument, comparison.reason, words);
  return fillPhrase(phrase, {
    rival,
    reason: reason === undefined ? "" : [reason],
    strength: first === undefined ? "" : fillText(words.strengths.one, { first }),
  });
}

function circleClause(
  kind: "restsOnItself" | "isAttackedInCircle",
  entries: Sentence,
  { causes }: WeighingWords,
): Sentence {
  if (kind === "restsOnItself")
    return entries.length === 0 ? [causes.restsOnItself] : fillPhrase(causes.restsOnItselfThrough, { entries });
  return entries.length === 0 ? [causes.attacksItself] : fillPhrase(causes.attackedThrough, { entries });
}

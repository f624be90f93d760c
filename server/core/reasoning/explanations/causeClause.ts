/** The part of a sentence that states one cause of a standing. */
import { attributeOf, type Entry } from "../../language/entry.ts";
import { hasPremises } from "../../language/graph.ts";
import { plural } from "../../strings/english.ts";
import type { Argument } from "../argument.ts";
import type { NodeIndex } from "../framework.ts";
import type { Cause } from "./explain.ts";
import type { ReasonComparison } from "./rivalry.ts";
import { joinParts, type Sentence } from "./sentence.ts";

/** Returns the clause for a cause of an entry’s standing. `previous` is the cause before it in the sentence. */
export function causeClause(argument: Argument, entry: Entry, cause: Cause, previous: Cause | undefined): Sentence {
  switch (cause.kind) {
    case "supposed":
    case "granted":
    case "open":
    case "rejected":
      return [simpleClauses[cause.kind]];
    case "objectionsOutweighed":
      return outweighedClause(argument, cause, previous);
    case "restsOnItself":
    case "isAttackedInCircle":
      return circleClause(cause.kind, listed(argument, cause.nodes, entry));
    default: {
      if (cause.kind === "objectionsSucceed" && cause.over !== undefined) return prevailingClause(argument, cause);
      const entries = listed(argument, cause.nodes, undefined);
      if ("comparison" in cause && cause.comparison !== undefined) {
        const clause = comparisonClause(argument, cause.comparison);
        return cause.kind === "rivalsStand" || cause.kind === "rivalsUndecided"
          ? [...entries, " contradicts it and ", ...clause]
          : ["the rival answer ", ...entries, " ", ...clause];
      }
      const isUndercut = hasPremises(entry) && cause.kind.startsWith("objections");
      const { one, other } = (isUndercut && undercutClauses[cause.kind]) || listClauses[cause.kind];
      const [before = "", after = ""] = plural(cause.nodes.length, one, other).split("{}");
      return [before, ...entries, after];
    }
  }
}

/** Returns the entries of some nodes, joined to a list. A step and its text are one entry. */
function listed({ entries }: Argument, nodes: readonly NodeIndex[], without: Entry | undefined): Sentence {
  const named = new Set(nodes.flatMap((node) => entries[node] ?? []));
  if (without !== undefined) named.delete(without);
  return joinParts(Array.from(named, (one) => [one]));
}

/** The strength of a step as it is written; undefined if it has none. */
const writtenStrength = ({ entries }: Argument, node: NodeIndex | undefined): string | undefined => {
  const entry = node === undefined ? undefined : entries[node];
  return entry && attributeOf(entry, "strength")?.value;
};

function outweighedClause(
  argument: Argument,
  { nodes, by }: Extract<Cause, { readonly by: unknown }>,
  previous: Cause | undefined,
): Sentence {
  const reason = by === undefined ? undefined : argument.entries[by];
  // If the sentence has just named the reason, the clause goes on with it.
  const isNamed = previous?.kind === "reasonsStand" && previous.nodes.length === 1 && previous.nodes[0] === by;
  const subject: Sentence = isNamed ? [] : reason === undefined ? ["a reason "] : ["the reason ", reason, " "];
  const objections = plural(nodes.length, "the objection ", "the objections ");
  const strength =
    nodes.length === 1 ? contrast(writtenStrength(argument, by), writtenStrength(argument, nodes[0])) : "";
  return [...subject, "is stronger than ", objections, ...listed(argument, nodes, undefined), strength];
}

/** Says that the reasons for an entry are not stronger than the objections that succeed. */
function prevailingClause(
  argument: Argument,
  { nodes, over }: Extract<Cause, { readonly kind: "objectionsSucceed" }>,
): Sentence {
  const strength =
    nodes.length === 1 ? contrast(writtenStrength(argument, over), writtenStrength(argument, nodes[0])) : "";
  const objections = plural(nodes.length, "the objection ", "the objections ");
  return ["no reason for it is stronger than ", objections, ...listed(argument, nodes, undefined), strength];
}

/** Returns the two strengths that were compared, in brackets. A step without strength counts as conclusive. */
function contrast(first: string | undefined, second: string | undefined): string {
  if (first === undefined) return second === undefined ? "" : ` (only ${second})`;
  return second === undefined ? ` (only ${first})` : ` (${first} against ${second})`;
}

/** Says of a rival why it wins, or why the reasons do not decide. */
function comparisonClause(argument: Argument, comparison: ReasonComparison): Sentence {
  if (comparison.kind === "equal") return ["has equally strong reasons"];
  if (comparison.kind === "noReasons") return ["has no reasons either"];
  const reason = argument.entries[comparison.reason];
  const strength = writtenStrength(argument, comparison.reason);
  return [
    "has the stronger reason",
    ...(reason === undefined ? [] : [" ", reason]),
    strength === undefined ? "" : ` (${strength})`,
  ];
}

function circleClause(kind: "restsOnItself" | "isAttackedInCircle", between: Sentence): Sentence {
  if (kind === "restsOnItself")
    return ["it rests on itself", ...(between.length === 0 ? [] : [", through ", ...between])];
  return between.length === 0 ? ["it attacks itself"] : ["the objections to it lead back to it, through ", ...between];
}

const simpleClauses = {
  supposed: "that is what you suppose",
  granted: "the map takes it for granted",
  open: "the map leaves it open",
  rejected: "the map rejects it",
} as const;

type ListCauseKind = Exclude<
  Extract<Cause, { readonly nodes: readonly NodeIndex[] }>["kind"],
  "objectionsOutweighed" | "restsOnItself" | "isAttackedInCircle"
>;

interface ListClause {
  readonly one: string;
  readonly other: string;
}

/** `{}` is the list of entries. */
const listClauses: Readonly<Record<ListCauseKind, ListClause>> = {
  reasonsStand: { one: "the reason {} stands", other: "the reasons {} stand" },
  reasonsFall: { one: "its only reason {} falls", other: "all its reasons fall ({})" },
  reasonsUndecided: { one: "the reason {} is undecided", other: "the reasons {} are undecided" },
  premisesStand: { one: "its premise {} stands", other: "its premises {} stand" },
  premisesFall: { one: "its premise {} falls", other: "its premises {} fall" },
  premisesUndecided: { one: "its premise {} is undecided", other: "its premises {} are undecided" },
  objectionsSucceed: { one: "the objection {} succeeds", other: "the objections {} succeed" },
  objectionsUndecided: { one: "the objection {} is undecided", other: "the objections {} are undecided" },
  objectionsFall: { one: "the objection {} falls", other: "the objections {} fall" },
  rivalsStand: { one: "{} contradicts it and stands", other: "{} contradict it and stand" },
  rivalsUndecided: {
    one: "{} contradicts it and is undecided",
    other: "{} contradict it and are undecided",
  },
  otherAnswersStand: {
    one: "the rival answer {} stands",
    other: "the rival answers {} stand",
  },
  otherAnswersUndecided: {
    one: "the rival answer {} is undecided",
    other: "the rival answers {} are undecided",
  },
  otherAnswersFall: {
    one: "one answer must be true and the only other one, {}, falls",
    other: "one answer must be true and all others fall ({})",
  },
};

/** The same for a step with premises: objections to it attack the inference, whether or not its premises hold. */
const undercutClauses: Readonly<Partial<Record<ListCauseKind, ListClause>>> = {
  objectionsSucceed: {
    one: "the objection {} to the inference succeeds",
    other: "the objections {} to the inference succeed",
  },
  objectionsUndecided: {
    one: "the objection {} to the inference is undecided",
    other: "the objections {} to the inference are undecided",
  },
  objectionsFall: {
    one: "the objection {} to the inference falls",
    other: "the objections {} to the inference fall",
  },
};

/** Explains in English why an entry stands, falls or is undecided. */
import type { Entry } from "../language/entry.ts";
import { joinList, plural } from "../strings/english.ts";
import { type Cause, decidingNodes, explainStanding, type NodeExplanation } from "./explain.ts";
import type { NodeIndex } from "./framework.ts";
import type { Argument } from "./readFramework.ts";
import { type Standing, type Standings, standingOf } from "./standing.ts";

/** The standing of an entry, with its reasons. */
export interface EntryExplanation {
  readonly standing: Standing;
  /** One sentence, such as `It falls because the objection “trade” succeeds.`, with the entries that it names. */
  readonly sentence: readonly (string | Entry)[];
  /** The entries that decide the standing, in the order of the sentence. */
  readonly because: readonly Entry[];
}

/** Explains the standing of a statement or step; undefined for other entries. */
export function explainEntry(argument: Argument, standings: Standings, entry: Entry): EntryExplanation | undefined {
  const node = argument.nodes.get(entry);
  if (node === undefined) return undefined;
  const explanation = explainNode(argument, standings, entry, node);
  const because = decidingNodes(explanation).flatMap((one) => argument.entries[one] ?? []);
  const clauses = explanation.causes.map((cause) => causeClause(cause, argument));
  const sentence = [
    openings[explanation.standing],
    ...(clauses.length === 0 ? [] : [" because ", ...joined(clauses)]),
    ".",
  ];
  return { standing: explanation.standing, sentence, because: [...new Set(because)].filter((one) => one !== entry) };
}

/** Returns a sentence as one string, with the given words for the entries that it names. */
export const sentenceText = (sentence: readonly (string | Entry)[], label: (entry: Entry) => string): string =>
  sentence.map((part) => (typeof part === "string" ? part : label(part))).join("");

const openings: Readonly<Record<Standing, string>> = {
  stands: "It stands",
  falls: "It falls",
  undecided: "It is undecided",
};

/** A step without premises stands and falls with its text, so the text is explained. */
function explainNode(argument: Argument, standings: Standings, entry: Entry, node: NodeIndex): NodeExplanation {
  const textNode = argument.textNodes.get(entry);
  if (textNode === undefined || standingOf(standings, textNode) !== standingOf(standings, node))
    return explainStanding(standings, node);
  return explainStanding(standings, textNode);
}

type SentencePart = string | Entry;

function causeClause(cause: Cause, argument: Argument): readonly SentencePart[] {
  if (!("nodes" in cause)) return [simpleClauses[cause.kind]];
  const entries = cause.nodes.flatMap((node) => argument.entries[node] ?? []);
  const [before = "", after = ""] = plural(
    entries.length,
    listClauses[cause.kind].one,
    listClauses[cause.kind].other,
  ).split("{}");
  return [before, ...joined(entries.map((entry) => [entry])), after];
}

/** Joins lists of parts with commas and “and”. */
function joined(items: readonly (readonly SentencePart[])[]): readonly SentencePart[] {
  // The list is formatted with numbers in the place of its items.
  return joinList(items.map((_, index) => `${index}`))
    .split(/(\d+)/)
    .flatMap((part) => (/^\d+$/.test(part) ? (items[Number(part)] ?? []) : [part]))
    .filter((part) => part !== "");
}

const simpleClauses = {
  supposed: "that is what you suppose",
  granted: "the map takes it for granted",
  open: "the map leaves it open",
  rejected: "the map rejects it",
} as const;

type ListCauseKind = Extract<Cause, { readonly nodes: readonly NodeIndex[] }>["kind"];

/** `{}` is the list of entries. */
const listClauses: Readonly<Record<ListCauseKind, { readonly one: string; readonly other: string }>> = {
  reasonsStand: { one: "the reason {} stands", other: "the reasons {} stand" },
  reasonsFall: { one: "its only reason {} falls", other: "all its reasons fall ({})" },
  reasonsUndecided: { one: "the reason {} is undecided", other: "the reasons {} are undecided" },
  premisesStand: { one: "its premise {} stands", other: "its premises {} stand" },
  premisesFall: { one: "its premise {} falls", other: "its premises {} fall" },
  premisesUndecided: { one: "its premise {} is undecided", other: "its premises {} are undecided" },
  objectionsSucceed: { one: "the objection {} succeeds", other: "the objections {} succeed" },
  objectionsUndecided: { one: "the objection {} is undecided", other: "the objections {} are undecided" },
  objectionsFall: { one: "the objection {} falls", other: "the objections {} fall" },
  objectionsOutweighed: {
    one: "a stronger reason outweighs the objection {}",
    other: "a stronger reason outweighs the objections {}",
  },
  rivalsStand: { one: "{} contradicts it and stands", other: "{} contradict it and stand" },
  rivalsUndecided: {
    one: "{} contradicts it and is undecided",
    other: "{} contradict it and are undecided",
  },
  otherAnswersStand: {
    one: "only one answer can be true and {} stands",
    other: "only one answer can be true and {} stand",
  },
  otherAnswersUndecided: {
    one: "only one answer can be true and {} is undecided",
    other: "only one answer can be true and {} are undecided",
  },
  otherAnswersFall: { one: "the only other answer {} falls", other: "all other answers fall ({})" },
};

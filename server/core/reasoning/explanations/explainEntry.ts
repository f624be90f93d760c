/** Explains in English why an entry stands, falls or is undecided. */
import type { Entry } from "../../language/entry.ts";
import { isStep } from "../../language/vocabulary.ts";
import type { Argument } from "../argument.ts";
import { at, listOf, type NodeIndex } from "../framework.ts";
import { statedLikelihoodOf } from "../judgments.ts";
import { objectionSuccess, type Standing, type Standings, standingOf } from "../standing.ts";
import { causeClause } from "./causeClause.ts";
import { type Cause, decidingNodes, explainStanding, type NodeExplanation } from "./explain.ts";
import { valueWithPercentage } from "./likelihoodTerm.ts";
import { strongestStandingReason } from "./rivalry.ts";
import { joinParts, type Sentence } from "./sentence.ts";

/** The standing of an entry, with its reasons. */
export interface EntryExplanation {
  readonly standing: Standing;
  /** One sentence, such as `It falls because the objection “trade” succeeds.`, with the entries that it names. */
  readonly sentence: Sentence;
  /** The entries that decide the standing, in the order of the sentence. */
  readonly because: readonly Entry[];
}

/** Explains the standing of a statement or step; undefined for other entries. */
export function explainEntry(argument: Argument, standings: Standings, entry: Entry): EntryExplanation | undefined {
  const node = argument.nodes.get(entry);
  if (node === undefined) return undefined;
  const explanation = explainNode(argument, standings, entry, node);
  const because = decidingNodes(explanation).flatMap((one) => argument.entries[one] ?? []);
  const sentence = [
    ...opening(argument, entry, node, explanation.standing),
    ...reasonClauses(argument, entry, explanation.causes),
    ...(isStep(entry.head.keyword) ? effectClauses(argument, standings, node) : []),
    ".",
  ];
  return { standing: explanation.standing, sentence, because: [...new Set(because)].filter((one) => one !== entry) };
}

const verbs: Readonly<Record<Standing, string>> = { stands: "stands", falls: "falls", undecided: "is undecided" };

/** Says that the entry stands or not. Another wording than the main one stands or falls with it. */
function opening(argument: Argument, entry: Entry, node: NodeIndex, standing: Standing): Sentence {
  const main = argument.entries[node];
  return main === undefined || main === entry
    ? [`It ${verbs[standing]}`]
    : ["It says the same as ", main, `, which ${verbs[standing]}`];
}

/** A step without premises stands and falls with its text, so the text is explained. */
function explainNode(argument: Argument, standings: Standings, entry: Entry, node: NodeIndex): NodeExplanation {
  const textNode = argument.textNodes.get(entry);
  if (textNode === undefined || standingOf(standings, textNode) !== standingOf(standings, node))
    return explainStanding(standings, node);
  return explainStanding(standings, textNode);
}

function reasonClauses(argument: Argument, entry: Entry, causes: readonly Cause[]): Sentence {
  const clauses = causes.flatMap((cause, index) => {
    if (cause.kind !== "granted") return [causeClause(argument, entry, cause, causes[index - 1])];
    if (!isStep(entry.head.keyword)) return [grantedClause(argument, entry)];
    // Of a step, it goes without saying that nothing is said against it if an objection to it is named.
    return causes.length > 1 ? [] : [["nobody objects to it"]];
  });
  return clauses.length === 0 ? [] : [" because ", ...joinParts(clauses)];
}

/** Below this likelihood, a sentence says that the map grants something that it calls unlikely. */
const EVEN = 0.5;

function grantedClause(argument: Argument, entry: Entry): Sentence {
  const node = argument.nodes.get(entry);
  const likelihood = statedLikelihoodOf(argument, entry);
  const chance = node === undefined ? Number.NaN : at(argument.framework.chance, node);
  if (likelihood === undefined || Number.isNaN(chance)) return ["the map takes it for granted"];
  const value = valueWithPercentage(likelihood, chance);
  return [chance < EVEN ? `the map takes it for granted, if only as ${value}` : `the map takes it to be ${value}`];
}

/** Says what an objection that stands does to its targets. */
function effectClauses({ framework, entries }: Argument, standings: Standings, objection: NodeIndex): Sentence {
  if (standingOf(standings, objection) !== "stands" || standings.suppositions.has(objection)) return [];
  const targets = listOf(framework.dependencies.dependents, objection).filter(
    (node) => listOf(framework.objections, node).includes(objection) && !standings.suppositions.has(node),
  );
  const outcomes = [...targets].flatMap((target): Sentence[] => {
    const entry = entries[target];
    if (entry === undefined) return [];
    const success = objectionSuccess(standings, objection, target);
    if (success === "stands") return [["it brings ", entry, " down"]];
    if (success === "undecided") return [["it is undecided whether that brings ", entry, " down"]];
    const reason = entries[strongestStandingReason(standings, target) ?? -1];
    return reason === undefined ? [] : [["the reason ", reason, " for ", entry, " is stronger"]];
  });
  if (outcomes.length === 0) return [];
  const succeeds = [...targets].some((target) => objectionSuccess(standings, objection, target) === "stands");
  return [succeeds ? ", and " : ", but ", ...joinParts(outcomes)];
}

/**
 * Which nodes stand: the least fixed point of all conditions in Kleene's three-valued logic. It always exists and is
 * unique. For attacks alone it is the grounded extension of Dung, “On the acceptability of arguments”, Artificial
 * Intelligence 77 (1995).
 */
import { type Evaluator, resolve, solve } from "./fixedPoint.ts";
import { at, type Framework, GRANTED, isListEmpty, listOf, type NodeIndex, REJECTED } from "./framework.ts";

export type Standing = "stands" | "falls" | "undecided";

/** Nodes that are supposed to be true or false, whatever the map says. */
export type Suppositions = ReadonlyMap<NodeIndex, boolean>;

export const NO_SUPPOSITIONS: Suppositions = new Map();

const UNDECIDED = 0;
const STANDS = 1;
const FALLS = 2;

/** The standing of all nodes of a framework. */
export interface Standings {
  readonly framework: Framework;
  readonly suppositions: Suppositions;
  readonly values: Uint8Array;
  /** The strength of the strongest reason for a node that stands; -1 if none does. */
  readonly strongestStanding: Float64Array;
  /** The strength of the strongest reason for a node that stands or is undecided; -1 if there is none. */
  readonly strongestPossible: Float64Array;
}

/** Computes the standing of all nodes. Takes linear time where nothing depends on itself. */
export function computeStandings(framework: Framework, suppositions: Suppositions = NO_SUPPOSITIONS): Standings {
  const standings: Standings = {
    framework,
    suppositions,
    values: new Uint8Array(framework.size),
    strongestStanding: new Float64Array(framework.size).fill(-1),
    strongestPossible: new Float64Array(framework.size).fill(Number.POSITIVE_INFINITY),
  };
  solve(framework, standingEvaluator(standings));
  return standings;
}

/** Returns the standings under other suppositions. Only what depends on the difference is evaluated again. */
export function withSuppositions(standings: Standings, suppositions: Suppositions): Standings {
  const copy = createWhatIf(standings);
  const removed = [...standings.suppositions.keys()].filter((node) => !suppositions.has(node));
  copy.suppose([...removed.map((node) => [node, undefined] as const), ...suppositions]);
  return copy.standings;
}

/** A copy of some standings whose suppositions can be changed. */
export interface WhatIf {
  /** Changes with each call of `suppose`. */
  readonly standings: Standings;
  /** Supposes nodes true or false, or takes suppositions back (undefined). */
  readonly suppose: (changes: Iterable<readonly [node: NodeIndex, value: boolean | undefined]>) => void;
}

/** Copies standings, to try suppositions one after the other: each costs only what depends on it. */
export function createWhatIf(standings: Standings): WhatIf {
  const suppositions = new Map(standings.suppositions);
  const copy: Standings = {
    framework: standings.framework,
    suppositions,
    values: standings.values.slice(),
    strongestStanding: standings.strongestStanding.slice(),
    strongestPossible: standings.strongestPossible.slice(),
  };
  const evaluator = standingEvaluator(copy);
  return {
    standings: copy,
    suppose: (changes) => {
      const changed: NodeIndex[] = [];
      for (const [node, value] of changes) {
        if (suppositions.get(node) === value) continue;
        changed.push(node);
        if (value === undefined) suppositions.delete(node);
        else suppositions.set(node, value);
      }
      resolve(copy.framework, evaluator, changed);
    },
  };
}

const names = ["undecided", "stands", "falls"] as const;

/** Returns the standing of a node. */
export const standingOf = ({ values }: Standings, node: NodeIndex): Standing => names[at(values, node)] ?? "undecided";

/** Whether an objection to a node succeeds: it stands, and no standing reason for the node is stronger. */
export const objectionSuccess = (standings: Standings, objection: NodeIndex, target: NodeIndex): Standing =>
  names[objectionValue(standings, objection, target)] ?? "undecided";

/** Whether a statement is brought down by one that contradicts it. */
export const rivalSuccess = (standings: Standings, statement: NodeIndex, rival: NodeIndex): Standing =>
  names[rivalValue(standings, statement, rival)] ?? "undecided";

/** Whether an answer must be true because all other answers of its question fall. */
export const eliminationSuccess = (standings: Standings, statement: NodeIndex): Standing =>
  names[eliminationValue(standings, statement)] ?? "undecided";

function standingEvaluator(standings: Standings): Evaluator {
  const { values, strongestStanding, strongestPossible } = standings;
  return {
    reset: (node) => {
      values[node] = UNDECIDED;
      strongestStanding[node] = -1;
      strongestPossible[node] = Number.POSITIVE_INFINITY;
    },
    evaluate: (node) => {
      const value = values[node];
      const standing = strongestStanding[node];
      const possible = strongestPossible[node];
      compareReasons(standings, node);
      values[node] = conditionValue(standings, node);
      return value !== values[node] || standing !== strongestStanding[node] || possible !== strongestPossible[node];
    },
  };
}

/** Updates the strengths of the strongest reasons for a node. */
function compareReasons({ framework, values, strongestStanding, strongestPossible }: Standings, node: NodeIndex): void {
  let standing = -1;
  let possible = -1;
  const { starts, items } = framework.reasons;
  for (let edge = at(starts, node); edge < at(starts, node + 1); edge++) {
    const reason = at(items, edge);
    const strength = at(framework.strength, reason);
    if (values[reason] === STANDS) standing = Math.max(standing, strength);
    if (values[reason] !== FALLS) possible = Math.max(possible, strength);
  }
  strongestStanding[node] = standing;
  strongestPossible[node] = possible;
}

/**
 * Returns the value of a node's condition. It runs for all nodes of a map, so it reads the lists by index: `listOf` creates
 * an object for each list.
 */
function conditionValue(standings: Standings, node: NodeIndex): number {
  const { framework, suppositions } = standings;
  const supposed = suppositions.get(node);
  if (supposed !== undefined) return supposed ? STANDS : FALLS;
  const { objections, contradictions, groupsOf, rivalGroups } = framework;
  let value = framework.isStep[node] === 1 ? stepSupport(standings, node) : statementSupport(standings, node);
  for (let edge = at(objections.starts, node); edge < at(objections.starts, node + 1); edge++) {
    value = and(value, not(objectionValue(standings, at(objections.items, edge), node)));
  }
  for (let edge = at(contradictions.starts, node); edge < at(contradictions.starts, node + 1); edge++) {
    value = and(value, not(rivalValue(standings, node, at(contradictions.items, edge))));
  }
  if (isListEmpty(groupsOf, node)) return value;
  for (const group of listOf(groupsOf, node)) {
    for (const rival of rivalGroups[group]?.answers ?? []) {
      if (rival !== node) value = and(value, not(rivalValue(standings, node, rival)));
    }
  }
  return value;
}

function stepSupport(standings: Standings, step: NodeIndex): number {
  const { framework, values } = standings;
  const { starts, items } = framework.premises;
  let value = STANDS;
  for (let edge = at(starts, step); edge < at(starts, step + 1); edge++)
    value = and(value, at(values, at(items, edge)));
  return isListEmpty(framework.reasons, step) ? value : and(value, reasonsValue(standings, step));
}

function statementSupport(standings: Standings, statement: NodeIndex): number {
  const { framework } = standings;
  if (isListEmpty(framework.reasons, statement)) {
    const grant = framework.grant[statement];
    return grant === GRANTED ? STANDS : grant === REJECTED ? FALLS : UNDECIDED;
  }
  return or(reasonsValue(standings, statement), eliminationValue(standings, statement));
}

/** Whether at least one reason for a node stands. */
function reasonsValue({ strongestStanding, strongestPossible }: Standings, node: NodeIndex): number {
  if (at(strongestStanding, node) >= 0) return STANDS;
  return at(strongestPossible, node) < 0 ? FALLS : UNDECIDED;
}

/** Whether all other answers of a question that has exactly one answer fall. */
function eliminationValue({ framework, values }: Standings, statement: NodeIndex): number {
  let value = FALLS;
  if (isListEmpty(framework.groupsOf, statement)) return value;
  for (const index of listOf(framework.groupsOf, statement)) {
    const group = framework.rivalGroups[index];
    if (group === undefined || !group.isExhaustive || group.answers.length < 2) continue;
    let othersFall = STANDS;
    for (const answer of group.answers) if (answer !== statement) othersFall = and(othersFall, not(at(values, answer)));
    value = or(value, othersFall);
  }
  return value;
}

function objectionValue(standings: Standings, objection: NodeIndex, target: NodeIndex): number {
  const strength = at(standings.framework.strength, objection);
  const isOutweighed =
    at(standings.strongestStanding, target) > strength
      ? STANDS
      : at(standings.strongestPossible, target) > strength
        ? UNDECIDED
        : FALLS;
  return and(at(standings.values, objection), not(isOutweighed));
}

/** Whether `rival` stands, and `statement` is not protected by a reason that is stronger than all reasons for `rival`. */
function rivalValue(standings: Standings, statement: NodeIndex, rival: NodeIndex): number {
  const { framework, values, strongestStanding, strongestPossible } = standings;
  let isProtected = FALLS;
  if (!isListEmpty(framework.reasons, rival)) {
    const certain = at(strongestStanding, statement);
    const possible = at(strongestPossible, statement);
    if (certain >= 0 && certain > at(strongestPossible, rival)) isProtected = STANDS;
    else if (possible >= 0 && possible > at(strongestStanding, rival)) isProtected = UNDECIDED;
  }
  return and(at(values, rival), not(isProtected));
}

const not = (value: number): number => (value === UNDECIDED ? UNDECIDED : value === STANDS ? FALLS : STANDS);
const and = (a: number, b: number): number =>
  a === FALLS || b === FALLS ? FALLS : a === STANDS && b === STANDS ? STANDS : UNDECIDED;
const or = (a: number, b: number): number => not(and(not(a), not(b)));

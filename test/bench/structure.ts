import { type Random, randomFrom } from "./random.ts";
import { sentences } from "./sentences.ts";

/**
 * An argument as both languages can say it: statements, steps for and against them, premises of steps, and steps and
 * premises that reach to another part of the map. What only one of the two has (questions, speakers, quotes, tags) is
 * left out. Everything is named, as Argdown knows no argument without a title.
 */
export interface Structure {
  /** Claims and, between them, steps that name their target instead of standing under it. */
  readonly roots: readonly (Statement | Step)[];
}

export interface Statement {
  readonly kind: "claim" | "premise";
  readonly name: string;
  readonly text: string;
  /** Name of a claim that cannot be true together with this one. */
  readonly contradicts: string | undefined;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly kind: "reason" | "objection";
  readonly name: string;
  readonly text: string;
  /** Name of a statement in another part of the map that it is for or against as well. */
  readonly target: string | undefined;
  readonly premises: readonly (Statement | Reference)[];
  readonly steps: readonly Step[];
}

/** A premise that is written elsewhere, as a claim. */
export interface Reference {
  readonly kind: "reference";
  readonly name: string;
}

/** How much of each there is. `entries` counts what stands on a line of its own, references too. */
export interface Counts {
  readonly entries: number;
  readonly statements: number;
  readonly arguments: number;
  readonly relations: number;
}

const deepest = 6;
const entriesOfClaim = 25;

/**
 * A structure of exactly `entries` entries, always the same for one seed.
 *
 * Nothing in it is a fault of reasoning: a part of the map rests only on parts after it (a step names a target in a
 * part before its own, a reference a claim in a part after it), so it holds no circle.
 */
export function makeStructure(entries: number, seed = 2_463_534_242): Structure {
  const random = randomFrom(seed);
  const sentence = sentences(random);
  const roots: (Statement | Step)[] = [];
  const parts = Math.max(1, Math.round(entries / entriesOfClaim));
  let left = entries;
  for (let part = 0; part < parts; part++) {
    const size = part === parts - 1 ? left : Math.min(left, Math.floor(entries / parts));
    left -= size;
    roots.push(...makePart({ random, sentence, part, parts, left: size, serial: 0, referred: false }));
  }
  return { roots };
}

/** How far the making of one part has come. */
interface Making {
  readonly random: Random;
  readonly sentence: () => string;
  readonly part: number;
  readonly parts: number;
  /** Entries still to be made. */
  left: number;
  /** Entries already named. */
  serial: number;
  /** Whether the part already refers to a claim: once is enough, and none comes to be both for and against the same. */
  referred: boolean;
}

const claimName = (part: number): string => `claim-${part + 1}`;

function makePart(making: Making): (Statement | Step)[] {
  const { part, parts } = making;
  making.left -= 1;
  const text = making.sentence();
  // Every fifth claim is at odds with the next one.
  const contradicts = part % 5 === 0 && part + 1 < parts ? claimName(part + 1) : undefined;
  const steps: Step[] = [];
  const apart: Step[] = [];
  while (making.left > 0) {
    // The first step is a reason and stands under the claim, so that no claim goes without one.
    const isFirst = steps.length === 0;
    const standsApart = !isFirst && part > 0 && making.random.happens(0.15);
    const kind = isFirst || making.random.happens(0.6) ? "reason" : "objection";
    (standsApart ? apart : steps).push(makeStep(making, kind, 1, standsApart));
  }
  return [{ kind: "claim", name: claimName(part), text, contradicts, steps }, ...apart];
}

function makeStep(making: Making, kind: Step["kind"], depth: number, standsApart: boolean): Step {
  const { random, part } = making;
  making.left -= 1;
  const name = nameOf(making, kind);
  const text = making.sentence();
  const reachesOut = standsApart || (part > 0 && random.happens(0.05));
  const target = reachesOut ? claimName(random.below(part)) : undefined;
  const premises: (Statement | Reference)[] = [];
  const steps: Step[] = [];
  if (depth < deepest) {
    for (let wanted = random.pick([0, 0, 1, 2, 2, 3]); wanted > 0 && making.left > 0; wanted--)
      premises.push(makePremise(making, depth + 1));
    if (making.left > 0 && random.happens(0.3)) steps.push(makeNestedStep(making, depth + 1));
  }
  return { kind, name, text, target, premises, steps };
}

function makeNestedStep(making: Making, depth: number): Step {
  return makeStep(making, making.random.happens(0.5) ? "reason" : "objection", depth, false);
}

function makePremise(making: Making, depth: number): Statement | Reference {
  const { random, part, parts } = making;
  making.left -= 1;
  if (!making.referred && part + 2 < parts && random.happens(0.2)) {
    making.referred = true;
    // Not the next part: its claim may be at odds with this one's.
    return { kind: "reference", name: claimName(part + 2 + random.below(parts - part - 2)) };
  }
  const name = nameOf(making, "premise");
  const text = making.sentence();
  const steps: Step[] = [];
  if (depth < deepest && making.left > 0 && random.happens(0.25)) steps.push(makeNestedStep(making, depth + 1));
  return { kind: "premise", name, text, contradicts: undefined, steps };
}

function nameOf(making: Making, kind: string): string {
  making.serial += 1;
  return `${kind}-${making.part + 1}-${making.serial}`;
}

/** Counts what a structure holds, so that what a program reads from it can be compared. */
export function count(structure: Structure): Counts {
  const counts = { entries: 0, statements: 0, arguments: 0, relations: 0 };
  const visit = (entry: Statement | Step | Reference): void => {
    counts.entries += 1;
    if (entry.kind === "reference") return;
    counts.relations += entry.steps.length;
    if ("premises" in entry) {
      counts.arguments += 1;
      counts.relations += entry.premises.length + (entry.target === undefined ? 0 : 1);
      entry.premises.forEach(visit);
    } else {
      counts.statements += 1;
      counts.relations += entry.contradicts === undefined ? 0 : 1;
    }
    entry.steps.forEach(visit);
  };
  structure.roots.forEach(visit);
  return counts;
}

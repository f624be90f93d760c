import { type Random, randomFrom } from "./random.ts";
import { sentenceGenerator } from "./sentences.ts";

/**
 * An argument as both languages can say it: statements, steps for and against them, premises of steps, and steps and
 * premises that reach to another part of the map. What only one of the two has (questions, speakers, quotes, tags) is
 * left out. Everything is named, as Argdown knows no argument without a title.
 */
export interface Structure {
  /** Claims and, between them, steps that name their target instead of standing under it. */
  readonly roots: readonly (StructureStatement | StructureStep)[];
}

export interface StructureStatement {
  readonly kind: "claim" | "premise";
  readonly name: string;
  readonly text: string;
  /** Name of a claim that cannot be true together with this one. */
  readonly contradicts: string | undefined;
  readonly steps: readonly StructureStep[];
}

export interface StructureStep {
  readonly kind: "reason" | "objection";
  readonly name: string;
  readonly text: string;
  /** Name of a statement in another part of the map that it is for or against as well. */
  readonly target: string | undefined;
  readonly premises: readonly (StructureStatement | StructureReference)[];
  readonly steps: readonly StructureStep[];
}

/** A premise that is written elsewhere, as a claim. */
export interface StructureReference {
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

const MAX_DEPTH = 6;
const ENTRIES_PER_CLAIM = 25;

/**
 * A structure of exactly `entries` entries, always the same for one seed.
 *
 * Nothing in it is a fault of reasoning: a part of the map rests only on parts after it (a step names a target in a
 * part before its own, a reference a claim in a part after it), so it holds no circle.
 */
export function makeStructure(entries: number, seed = 2_463_534_242): Structure {
  const random = randomFrom(seed);
  const sentence = sentenceGenerator(random);
  const roots: (StructureStatement | StructureStep)[] = [];
  const parts = Math.max(1, Math.round(entries / ENTRIES_PER_CLAIM));
  let remaining = entries;
  for (let part = 0; part < parts; part++) {
    const size = part === parts - 1 ? remaining : Math.min(remaining, Math.floor(entries / parts));
    remaining -= size;
    roots.push(...makePart({ random, sentence, part, parts, remaining: size, namedCount: 0, hasReference: false }));
  }
  return { roots };
}

/** How far the making of one part has come. */
interface PartProgress {
  readonly random: Random;
  readonly sentence: () => string;
  readonly part: number;
  readonly parts: number;
  /** Entries still to be made. */
  remaining: number;
  /** Entries already named. */
  namedCount: number;
  /** Whether the part already refers to a claim: once is enough, and none comes to be both for and against the same. */
  hasReference: boolean;
}

const claimName = (part: number): string => `claim-${part + 1}`;

function makePart(progress: PartProgress): (StructureStatement | StructureStep)[] {
  const { part, parts } = progress;
  progress.remaining -= 1;
  const text = progress.sentence();
  // Every fifth claim is at odds with the next one.
  const contradicts = part % 5 === 0 && part + 1 < parts ? claimName(part + 1) : undefined;
  const steps: StructureStep[] = [];
  const standaloneSteps: StructureStep[] = [];
  while (progress.remaining > 0) {
    // The first step is a reason and stands under the claim, so that no claim goes without one.
    const isFirst = steps.length === 0;
    const isStandalone = !isFirst && part > 0 && progress.random.chance(0.15);
    const kind = isFirst || progress.random.chance(0.6) ? "reason" : "objection";
    (isStandalone ? standaloneSteps : steps).push(makeStep(progress, kind, 1, isStandalone));
  }
  return [{ kind: "claim", name: claimName(part), text, contradicts, steps }, ...standaloneSteps];
}

function makeStep(
  progress: PartProgress,
  kind: StructureStep["kind"],
  depth: number,
  isStandalone: boolean,
): StructureStep {
  const { random, part } = progress;
  progress.remaining -= 1;
  const name = nameOf(progress, kind);
  const text = progress.sentence();
  const reachesOut = isStandalone || (part > 0 && random.chance(0.05));
  const target = reachesOut ? claimName(random.integerBelow(part)) : undefined;
  const premises: (StructureStatement | StructureReference)[] = [];
  const steps: StructureStep[] = [];
  if (depth < MAX_DEPTH) {
    for (let premisesLeft = random.pick([0, 0, 1, 2, 2, 3]); premisesLeft > 0 && progress.remaining > 0; premisesLeft--)
      premises.push(makePremise(progress, depth + 1));
    if (progress.remaining > 0 && random.chance(0.3)) steps.push(makeNestedStep(progress, depth + 1));
  }
  return { kind, name, text, target, premises, steps };
}

function makeNestedStep(progress: PartProgress, depth: number): StructureStep {
  return makeStep(progress, progress.random.chance(0.5) ? "reason" : "objection", depth, false);
}

function makePremise(progress: PartProgress, depth: number): StructureStatement | StructureReference {
  const { random, part, parts } = progress;
  progress.remaining -= 1;
  if (!progress.hasReference && part + 2 < parts && random.chance(0.2)) {
    progress.hasReference = true;
    // Not the next part: its claim may be at odds with this one's.
    return { kind: "reference", name: claimName(part + 2 + random.integerBelow(parts - part - 2)) };
  }
  const name = nameOf(progress, "premise");
  const text = progress.sentence();
  const steps: StructureStep[] = [];
  if (depth < MAX_DEPTH && progress.remaining > 0 && random.chance(0.25))
    steps.push(makeNestedStep(progress, depth + 1));
  return { kind: "premise", name, text, contradicts: undefined, steps };
}

function nameOf(progress: PartProgress, kind: string): string {
  progress.namedCount += 1;
  return `${kind}-${progress.part + 1}-${progress.namedCount}`;
}

/** Counts what a structure holds, so that what a program reads from it can be compared. */
export function countStructure(structure: Structure): Counts {
  const counts = { entries: 0, statements: 0, arguments: 0, relations: 0 };
  const visit = (entry: StructureStatement | StructureStep | StructureReference): void => {
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

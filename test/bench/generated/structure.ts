/** Generates arguments that can be written in the languages of all programs. */
import { type Random, randomFrom } from "./random.ts";
import { sentenceGenerator } from "./sentences.ts";

/**
 * An argument in the features that all languages share: statements, reasons and objections, premises, and references
 * between parts of the map. It has no questions, speakers, quotes and tags. Every entry has a name, as arguments in Argdown
 * must have a title.
 */
export interface Structure {
  /** Claims, and steps that are not indented under their target but name it. */
  readonly roots: readonly (StructureStatement | StructureStep)[];
}

export interface StructureStatement {
  readonly kind: "claim" | "premise";
  readonly name: string;
  readonly text: string;
  /** The name of a claim that contradicts this one. */
  readonly contradicts: string | undefined;
  readonly steps: readonly StructureStep[];
}

export interface StructureStep {
  readonly kind: "reason" | "objection";
  readonly name: string;
  readonly text: string;
  /** The name of an additional target in another part of the map. */
  readonly target: string | undefined;
  readonly premises: readonly (StructureStatement | StructureReference)[];
  readonly steps: readonly StructureStep[];
}

/** A claim that is used as a premise. */
export interface StructureReference {
  readonly kind: "reference";
  readonly name: string;
}

/** The size of a structure. `entries` includes references. */
export interface Counts {
  readonly entries: number;
  readonly statements: number;
  readonly arguments: number;
  readonly relations: number;
}

const MAX_DEPTH = 6;
const ENTRIES_PER_CLAIM = 25;

/**
 * Generates a structure with exactly `entries` entries, which depends only on the seed.
 *
 * It has no circular reasoning: steps only target earlier parts of the map, and references only refer to later ones.
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

/** The state of the generation of one part. */
interface PartProgress {
  readonly random: Random;
  readonly sentence: () => string;
  readonly part: number;
  readonly parts: number;
  /** The number of entries still to be generated. */
  remaining: number;
  /** The number of names used so far. */
  namedCount: number;
  /** Whether the part has a reference. With only one, no claim can be used both for and against the same claim. */
  hasReference: boolean;
}

const claimName = (part: number): string => `claim-${part + 1}`;

function makePart(progress: PartProgress): (StructureStatement | StructureStep)[] {
  const { part, parts } = progress;
  progress.remaining -= 1;
  const text = progress.sentence();
  // Every fifth claim contradicts the next one.
  const contradicts = part % 5 === 0 && part + 1 < parts ? claimName(part + 1) : undefined;
  const steps: StructureStep[] = [];
  const standaloneSteps: StructureStep[] = [];
  while (progress.remaining > 0) {
    // The first step is a reason under the claim, so that every claim has one.
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
  const hasTarget = isStandalone || (part > 0 && random.chance(0.05));
  const target = hasTarget ? claimName(random.integerBelow(part)) : undefined;
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
    // Not to the next part, whose claim may contradict the claim of this part.
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

/** Counts the parts of a structure, to compare them with what a program finds. */
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

/**
 * The argument graph of a map: names with their targets, steps with their targets and premises. Nothing is stored: each query
 * looks names up in the files, so that there is nothing to update after an edit. `relations/` builds on it.
 */
import type { Entry } from "./entry.ts";
import type { Name } from "./head.ts";
import { definedName, fileOf, kindOf, type MapFile, type Reference, referencesOf } from "./map.ts";
import { isPremiseLike, isSide, isStep, keywordRules, type ReferenceRole, type Side, sideOf } from "./vocabulary.ts";

/** A premise of a step: the entry under the step, and the claim that it is or refers to. */
export interface PremiseUse {
  readonly use: Entry;
  /** Undefined if a bare reference does not resolve to a claim. */
  readonly claim: Entry | undefined;
}

/** An entry that a step supports or attacks, and on which side the step is. */
export interface StepTarget {
  readonly target: Entry;
  readonly side: Side;
}

/** A step that supports or attacks an entry. */
export interface TargetingStep {
  readonly step: Entry;
  readonly side: Side;
  /** The bare premise that the step is indented under, if any. */
  readonly viaPremise: Entry | undefined;
}

/** Returns the files of a map: the given file and all that it directly or indirectly imports. */
export function importClosure(file: MapFile): readonly MapFile[] {
  const files = new Set<MapFile>([file]);
  // Iterating a set includes the elements that are added during the iteration.
  for (const one of files) {
    for (const { target } of one.imports) if (target.state === "found") files.add(target.file);
  }
  return [...files];
}

/** Returns the entry that a reference resolves to, of any kind. */
export function targetOf({ entry, name }: Reference): Entry | undefined {
  const resolution = fileOf(entry).resolve(name);
  return resolution.state === "found" ? resolution.entry : undefined;
}

/** Whether an entry has a kind that a reference accepts. An entry with a broken head is accepted everywhere. */
export function hasExpectedKind(entry: Entry, reference: Reference): boolean {
  const kind = kindOf(entry);
  return kind === undefined || reference.expectedKinds.includes(kind);
}

/** Returns the targets of the names that an entry mentions in the given roles, without targets of the wrong kind. */
export function namedTargets(entry: Entry, ...roles: readonly ReferenceRole[]): readonly Entry[] {
  if (namesNothing(entry)) return NO_ENTRIES;
  const found: Entry[] = [];
  for (const reference of referencesOf(entry)) {
    if (!roles.includes(reference.role)) continue;
    const target = targetOf(reference);
    if (target !== undefined && hasExpectedKind(target, reference) && !found.includes(target)) found.push(target);
  }
  return found;
}

const NO_ENTRIES: readonly Entry[] = [];

/** Whether the head of an entry refers to nothing, as most do. Faster than to look for its references. */
const namesNothing = ({ head }: Entry): boolean =>
  head.form === "full" && head.clauses.length === 0 && head.keyword !== "quote";

/** Returns the claim that a bare premise names; any other entry itself. */
export const resolveBarePremise = (entry: Entry): Entry | undefined =>
  entry.head.form === "bare" ? namedTargets(entry, "premise")[0] : entry;

/** Whether the position of an entry is allowed. Any position under an entry with a broken head is. */
export function isWellPlaced(entry: Entry): boolean {
  const { keyword, form } = entry.head;
  const { canBeTopLevel, allowedParents } = keywordRules[keyword];
  if (entry.parent === undefined) return canBeTopLevel;
  const above = entry.parent.head;
  return above.form === "broken" || form === "broken" || allowedParents.includes(above.keyword);
}

/** Returns the entry that an entry is indented under; for a bare premise, the claim that it uses. */
const parentTargetOf = (entry: Entry): Entry | undefined =>
  entry.parent !== undefined && isWellPlaced(entry) ? resolveBarePremise(entry.parent) : undefined;

/** A target of a step with the name that gives it; undefined for the entry that the step is indented under. */
export interface TargetMention extends StepTarget {
  readonly name: Name | undefined;
}

/**
 * Returns the entry that a step is indented under, on the side of its keyword, then the entries that it names, on the side
 * of the clause. An entry may come twice.
 */
export function targetMentions(step: Entry): readonly TargetMention[] {
  const { keyword } = step.head;
  if (!isStep(keyword)) return [];
  const parentTarget = parentTargetOf(step);
  const mentions: TargetMention[] =
    parentTarget === undefined ? [] : [{ target: parentTarget, side: sideOf(keyword), name: undefined }];
  if (namesNothing(step)) return mentions;
  for (const reference of referencesOf(step)) {
    if (!isSide(reference.role)) continue;
    const target = targetOf(reference);
    if (target !== undefined && hasExpectedKind(target, reference))
      mentions.push({ target, side: reference.role, name: reference.name });
  }
  return mentions;
}

/** Returns the targets of a step, each once, on the side that is given first. */
export function stepTargets(step: Entry): readonly StepTarget[] {
  const mentions = targetMentions(step);
  if (mentions.length < 2) return mentions;
  const sides = new Map<Entry, Side>();
  for (const { target, side } of mentions) if (!sides.has(target)) sides.set(target, side);
  return Array.from(sides, ([target, side]) => ({ target, side }));
}

/** Returns the entries that a step supports (`for`) or attacks (`against`). */
export const targetsOnSide = (step: Entry, side: Side): readonly Entry[] =>
  stepTargets(step).flatMap((one) => (one.side === side ? [one.target] : []));

/** Returns the premises of a step in order. */
export function premisesOf(step: Entry): readonly PremiseUse[] {
  return step.children
    .filter(({ head }) => isPremiseLike(head.keyword))
    .map((use) => ({ use, claim: resolveBarePremise(use) }));
}

/** Whether a step has premises, so that steps under it target the inference and not its text. */
export const hasPremises = (step: Entry): boolean => step.children.some(({ head }) => isPremiseLike(head.keyword));

/** Returns all references in some files that resolve to an entry. */
export function referencesTo(entry: Entry, files: Iterable<MapFile>): readonly Reference[] {
  const name = definedName(entry)?.text;
  if (name === undefined) return NO_REFERENCES;
  // This runs for each entry of a file that is opened, so it uses plain loops.
  const found: Reference[] = [];
  for (const file of files) {
    for (const mention of file.entriesMentioning(name)) {
      for (const reference of referencesOf(mention)) if (isReferenceTo(entry, name, reference)) found.push(reference);
    }
  }
  return found;
}

const NO_REFERENCES: readonly Reference[] = [];

/** Whether anything in some files refers to an entry, including heads that cannot be read. */
export function isMentioned(entry: Entry, files: Iterable<MapFile>): boolean {
  const name = definedName(entry)?.text;
  if (name === undefined) return false;
  for (const file of files) {
    for (const mention of file.entriesMentioning(name))
      if (referencesOf(mention).some((reference) => isReferenceTo(entry, name, reference))) return true;
  }
  return false;
}

const isReferenceTo = (entry: Entry, name: string, reference: Reference): boolean =>
  reference.name.text === name && targetOf(reference) === entry;

/** Returns the entries that refer to an entry in a role, if it has a kind that the role accepts. */
export function entriesReferringTo(entry: Entry, role: ReferenceRole, files: Iterable<MapFile>): readonly Entry[] {
  const references = referencesTo(entry, files);
  if (references.length === 0) return NO_ENTRIES;
  const entries: Entry[] = [];
  for (const reference of references)
    if (reference.role === role && hasExpectedKind(entry, reference)) entries.push(reference.entry);
  return entries;
}

/**
 * Returns the reasons and objections that target an entry: first the ones under it, then the ones that name it or are
 * under a bare premise that uses it.
 */
export function stepsTargeting(entry: Entry, files: Iterable<MapFile>): readonly TargetingStep[] {
  const steps: TargetingStep[] = [];
  addStepsUnder(steps, entry, undefined);
  const references = referencesTo(entry, files);
  // Most entries are not named. This runs for each entry of a tree.
  if (references.length === 0) return steps;
  const naming = new Set<Entry>();
  for (const reference of references) {
    const { entry: referrer, role } = reference;
    if (!hasExpectedKind(entry, reference)) continue;
    if (role === "premise") addStepsUnder(steps, referrer, referrer);
    else if (isSide(role) && isStep(referrer.head.keyword) && !naming.has(referrer)) {
      naming.add(referrer);
      // Indentation comes before a clause.
      if (parentTargetOf(referrer) !== entry) steps.push({ step: referrer, side: role, viaPremise: undefined });
    }
  }
  return steps;
}

function addStepsUnder(steps: TargetingStep[], parent: Entry, viaPremise: Entry | undefined): void {
  for (const step of parent.children) {
    const { keyword } = step.head;
    if (isStep(keyword) && isWellPlaced(step)) steps.push({ step, side: sideOf(keyword), viaPremise });
  }
}

/** Returns the bare premises that use a claim. */
export const barePremisesFor = (claim: Entry, files: Iterable<MapFile>): readonly Entry[] =>
  entriesReferringTo(claim, "premise", files);

/** Sorts entries by file, and within a file in the order of the text. */
export function inDocumentOrder(entries: Iterable<Entry>, files: readonly MapFile[]): readonly Entry[] {
  const positions = [...entries].map((entry) => {
    const file = fileOf(entry);
    return { entry, file: files.indexOf(file), line: file.syntax.lines.numberOf(entry.line) };
  });
  return positions.sort((a, b) => a.file - b.file || a.line - b.line).map(({ entry }) => entry);
}

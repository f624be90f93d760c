/**
 * What a map means: steps with targets and premises, answers, contradictions, holders. All of it is asked, nothing
 * stored: names are looked up in the files, so that an edit leaves nothing behind to be mended.
 */
import type { Entry } from "./entry.ts";
import { definedName, fileOf, kindOf, type MapFile, type Reference, type ReferenceRole, referencesOf } from "./map.ts";
import { isClaimLike, isStep, keywordRules } from "./vocabulary.ts";

/** A premise of a step: the entry that stands under the step, and the claim it is or refers to. */
export interface PremiseUse {
  readonly use: Entry;
  /** Undefined where a bare reference leads nowhere, or to no claim. */
  readonly claim: Entry | undefined;
}

/** A step that bears on an entry, and the entry through which it does: its parent, or itself where it says `for` or `against`. */
export interface BearingStep {
  readonly step: Entry;
  /** The bare premise that the step is indented under, where it is. */
  readonly viaPremise: Entry | undefined;
}

/** The files that a map is made of: one and all that it imports, directly or by way of others. */
export function importClosure(file: MapFile): readonly MapFile[] {
  const files = new Set<MapFile>([file]);
  // A set may grow while it is walked; what is added is walked too.
  for (const one of files) {
    for (const { target } of one.imports) if (target.state === "found") files.add(target.file);
  }
  return [...files];
}

/** The entry that a reference leads to, of whatever kind. */
export function targetOf({ entry, name }: Reference): Entry | undefined {
  const resolution = fileOf(entry).resolve(name);
  return resolution.state === "found" ? resolution.entry : undefined;
}

/** Whether an entry may be what a reference asks for. One with a broken head may be anything. */
export function hasExpectedKind(entry: Entry, reference: Reference): boolean {
  const kind = kindOf(entry);
  return kind === undefined || reference.expectedKinds.includes(kind);
}

/** Where the names of one role lead to, those that fit only. */
export function namedTargets(entry: Entry, ...roles: readonly ReferenceRole[]): readonly Entry[] {
  if (entry.head.form === "full" && entry.head.clauses.length === 0 && entry.head.keyword !== "quote")
    return NO_ENTRIES;
  const found: Entry[] = [];
  for (const reference of referencesOf(entry)) {
    if (!roles.includes(reference.role)) continue;
    const target = targetOf(reference);
    if (target !== undefined && hasExpectedKind(target, reference) && !found.includes(target)) found.push(target);
  }
  return found;
}

const NO_ENTRIES: readonly Entry[] = [];

/** What an entry stands for: a bare premise for the claim it names, every other for itself. */
export const resolveBarePremise = (entry: Entry): Entry | undefined =>
  entry.head.form === "bare" ? namedTargets(entry, "premise")[0] : entry;

/** Whether an entry may stand where it stands. What has a broken head above it may. */
export function isWellPlaced(entry: Entry): boolean {
  const { keyword, form } = entry.head;
  const { canBeTopLevel, allowedParents } = keywordRules[keyword];
  if (entry.parent === undefined) return canBeTopLevel && form !== "bare";
  const above = entry.parent.head;
  return above.form === "broken" || form === "broken" || allowedParents.includes(above.keyword);
}

/** What a step is for or against: what it is indented under, and what it names. */
export function stepTargets(step: Entry): readonly Entry[] {
  const parentTarget = step.parent !== undefined && isWellPlaced(step) ? resolveBarePremise(step.parent) : undefined;
  const namedSteps = namedTargets(step, step.head.keyword === "reason" ? "for" : "against");
  return parentTarget === undefined || namedSteps.includes(parentTarget) ? namedSteps : [parentTarget, ...namedSteps];
}

/** The premises written under a step, in order. */
export function premisesOf(step: Entry): readonly PremiseUse[] {
  return step.children
    .filter(({ head }) => head.keyword === "premise" || head.keyword === "assumption")
    .map((use) => ({ use, claim: resolveBarePremise(use) }));
}

/** Whether a step has premises of its own, so that what stands under it bears on the step and not on its text. */
export const hasPremises = (step: Entry): boolean =>
  step.children.some(({ head }) => head.keyword === "premise" || head.keyword === "assumption");

/** All references in these files that lead to an entry. */
export const referencesTo = (entry: Entry, files: Iterable<MapFile>): readonly Reference[] => [
  ...eachReferenceTo(entry, files),
];

/** Whether anything in these files refers to an entry, be it in a head that cannot be read. */
export function isMentioned(entry: Entry, files: Iterable<MapFile>): boolean {
  for (const _ of eachReferenceTo(entry, files)) return true;
  return false;
}

function* eachReferenceTo(entry: Entry, files: Iterable<MapFile>): Iterable<Reference> {
  const name = definedName(entry)?.text;
  if (name === undefined) return;
  for (const file of files) {
    for (const mention of file.entriesMentioning(name)) {
      for (const reference of referencesOf(mention)) {
        if (reference.name.text === name && targetOf(reference) === entry) yield reference;
      }
    }
  }
}

/** The entries that name one in this role, where it may be what the role asks for. */
const entriesReferringTo = (entry: Entry, role: ReferenceRole, files: Iterable<MapFile>): readonly Entry[] =>
  referencesTo(entry, files).flatMap((one) => (one.role === role && hasExpectedKind(entry, one) ? [one.entry] : []));

/** The reasons and objections that bear on an entry: those under it, then those that name it, then those under a use of it. */
export function stepsBearingOn(entry: Entry, files: Iterable<MapFile>): readonly BearingStep[] {
  const steps: BearingStep[] = [];
  for (const step of entry.children) {
    if (isStep(step.head.keyword) && isWellPlaced(step)) steps.push({ step, viaPremise: undefined });
  }
  for (const reference of referencesTo(entry, files)) {
    const { entry: referrer, role } = reference;
    if (!hasExpectedKind(entry, reference)) continue;
    if (role === "premise") {
      for (const step of referrer.children) {
        if (isStep(step.head.keyword) && isWellPlaced(step)) steps.push({ step, viaPremise: referrer });
      }
    } else if ((role === "for" || role === "against") && referrer.parent !== entry) {
      steps.push({ step: referrer, viaPremise: undefined });
    }
  }
  return steps;
}

/** The bare premises that use a claim. */
export const barePremisesFor = (claim: Entry, files: Iterable<MapFile>): readonly Entry[] =>
  entriesReferringTo(claim, "premise", files);

/** The claims that answer a question: those under it, then those that name it. */
export function answersTo(question: Entry, files: Iterable<MapFile>): readonly Entry[] {
  const under = question.children.filter(({ head }) => head.keyword === "claim");
  return [...new Set([...under, ...entriesReferringTo(question, "answers", files)])];
}

/** The claims that one contradicts or is contradicted by. */
export function contradictionsOf(claim: Entry, files: Iterable<MapFile>): readonly Entry[] {
  return [...new Set([...namedTargets(claim, "contradicts"), ...entriesReferringTo(claim, "contradicts", files)])];
}

/** The pairs of claims in these files that contradict each other, each pair once, whichever of the two says so. */
export function contradictionsIn(files: readonly MapFile[]): readonly (readonly [Entry, Entry])[] {
  const contradictedBy = new Map<Entry, Set<Entry>>();
  const pairs: [Entry, Entry][] = [];
  for (const file of files) {
    for (const claim of inDocumentOrder(file.entriesWithRole("contradicts"), files)) {
      for (const other of namedTargets(claim, "contradicts")) {
        if (claim === other || contradictedBy.get(other)?.has(claim)) continue;
        const known = contradictedBy.get(claim) ?? new Set();
        contradictedBy.set(claim, known.add(other));
        pairs.push([claim, other]);
      }
    }
  }
  return pairs;
}

/** The steps that a claim is a premise of: the one that it stands under, then those where it is used again. */
export function premiseUses(claim: Entry, files: Iterable<MapFile>): readonly PremiseUse[] {
  const ownUses = claim.parent !== undefined && isStep(claim.parent.head.keyword) && isWellPlaced(claim) ? [claim] : [];
  return [...ownUses, ...barePremisesFor(claim, files)].map((use) => ({ use, claim }));
}

/** The source that a quote is from, these files being in its sight: the one that it names, else the only one there is. */
export const sourceOf = (quote: Entry, files: readonly MapFile[]): Entry | undefined =>
  resolveSource(quote, quote.head.name === undefined ? sourcesOf(files) : []);

/** The same for whoever has all sources in its sight at hand. Undefined where its head cannot be read, or names no source. */
export function resolveSource(quote: Entry, sources: readonly Entry[]): Entry | undefined {
  if (quote.head.form === "broken") return undefined;
  const source =
    quote.head.name === undefined ? (sources.length === 1 ? sources[0] : undefined) : namedTargets(quote, "quote")[0];
  return source?.head.keyword === "source" ? source : undefined;
}

/** All sources that these files define. */
export const sourcesOf = (files: readonly MapFile[]): readonly Entry[] =>
  files.flatMap((file) => [...file.entriesOf("source")]);

/** Entries in the order of the files, and within a file in the order of the text. */
export function inDocumentOrder(entries: Iterable<Entry>, files: readonly MapFile[]): readonly Entry[] {
  const positions = [...entries].map((entry) => {
    const file = fileOf(entry);
    return { entry, file: files.indexOf(file), line: file.syntax.lines.numberOf(entry.line) };
  });
  return positions.sort((a, b) => a.file - b.file || a.line - b.line).map(({ entry }) => entry);
}

/** Whether what holds the entries above says nothing of this one: it is somebody else's word, or nobody's. */
export function breaksSpeakerInheritance({ head, parent }: Entry): boolean {
  const { keyword } = head;
  if (keyword === "objection" || keyword === "question" || keyword === "assumption") return true;
  return keyword === "claim" && parent?.head.keyword === "question";
}

/** Whose an entry is: its own `by`, else that of the nearest entry above that has one, unless it starts afresh. */
export function speakersOf(entry: Entry): readonly Entry[] {
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) {
    const own = namedTargets(at, "by");
    if (own.length > 0 || at.head.clauses.some(({ word }) => word === "by")) return own;
    if (breaksSpeakerInheritance(at)) return NO_ENTRIES;
  }
  return NO_ENTRIES;
}

/** Whether somebody is said to hold an entry, known or not. */
export function hasSpeaker(entry: Entry): boolean {
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) {
    if (at.head.form === "broken" || at.head.clauses.some(({ word }) => word === "by")) return true;
    if (breaksSpeakerInheritance(at)) return false;
  }
  return false;
}

/** Whether an entry is a claim, premise or assumption that is written out where it stands. */
export const isWrittenOutClaim = ({ head }: Entry): boolean => isClaimLike(head.keyword) && head.form !== "bare";

/** A name as it can be written in a file, and what it stands for there. */
export interface NameInScope {
  readonly name: string;
  /** With the prefix it needs. */
  readonly qualifiedName: string;
  readonly entry: Entry;
}

/** The names wanted of those that a file can mention: its own, and those of the files that it imports itself. */
export function* namesInScope(file: MapFile, isWanted: (name: string) => boolean): Iterable<NameInScope> {
  for (const name of file.names) {
    if (!isWanted(name)) continue;
    const entry = file.exportedEntry(name);
    if (entry !== undefined) yield { name, qualifiedName: name, entry };
  }
  for (const { entry: importEntry, target } of file.imports) {
    if (target.state !== "found") continue;
    const prefix = definedName(importEntry)?.text;
    for (const name of target.file.names) {
      if (!isWanted(name)) continue;
      const entry = target.file.exportedEntry(name);
      if (entry !== undefined) yield { name, qualifiedName: prefix === undefined ? name : `${prefix}.${name}`, entry };
    }
  }
}

/**
 * What a map means: steps with targets and premises, answers, contradictions, holders. All of it is asked, nothing
 * stored: names are looked up in the files, so that an edit leaves nothing behind to be mended.
 */
import type { Entry } from "./entry.ts";
import { definedName, fileOf, kindOf, type MapFile, type Reference, type Role, referencesOf } from "./map.ts";
import { isClaimLike, isStep, rules } from "./vocabulary.ts";

/** A premise of a step: the entry that stands under the step, and the claim it is or refers to. */
export interface Premise {
  readonly use: Entry;
  /** Undefined where a bare reference leads nowhere, or to no claim. */
  readonly claim: Entry | undefined;
}

/** A step that bears on an entry, and the entry through which it does: its parent, or itself where it says `for` or `against`. */
export interface Bearing {
  readonly step: Entry;
  /** The bare premise that the step is indented under, where it is. */
  readonly through: Entry | undefined;
}

/** The files that a map is made of: one and all that it imports, directly or by way of others. */
export function filesOf(file: MapFile): readonly MapFile[] {
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
export function fits(entry: Entry, reference: Reference): boolean {
  const kind = kindOf(entry);
  return kind === undefined || reference.expects.includes(kind);
}

/** Where the names of one role lead to, those that fit only. */
export function named(entry: Entry, ...roles: readonly Role[]): readonly Entry[] {
  if (entry.head.form === "full" && entry.head.clauses.length === 0 && entry.head.keyword !== "quote") return none;
  const found: Entry[] = [];
  for (const reference of referencesOf(entry)) {
    if (!roles.includes(reference.role)) continue;
    const target = targetOf(reference);
    if (target !== undefined && fits(target, reference) && !found.includes(target)) found.push(target);
  }
  return found;
}

const none: readonly Entry[] = [];

/** What an entry stands for: a bare premise for the claim it names, every other for itself. */
export const meant = (entry: Entry): Entry | undefined =>
  entry.head.form === "bare" ? named(entry, "premise")[0] : entry;

/** Whether an entry may stand where it stands. What has a broken head above it may. */
export function isInPlace(entry: Entry): boolean {
  const { keyword, form } = entry.head;
  const { top, under } = rules[keyword];
  if (entry.parent === undefined) return top && form !== "bare";
  const above = entry.parent.head;
  return above.form === "broken" || form === "broken" || under.includes(above.keyword);
}

/** What a step is for or against: what it is indented under, and what it names. */
export function targetsOf(step: Entry): readonly Entry[] {
  const above = step.parent !== undefined && isInPlace(step) ? meant(step.parent) : undefined;
  const others = named(step, step.head.keyword === "reason" ? "for" : "against");
  return above === undefined || others.includes(above) ? others : [above, ...others];
}

/** The premises written under a step, in order. */
export function premisesOf(step: Entry): readonly Premise[] {
  return step.children
    .filter(({ head }) => head.keyword === "premise" || head.keyword === "assumption")
    .map((use) => ({ use, claim: meant(use) }));
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
    for (const mention of file.mentionsOf(name)) {
      for (const reference of referencesOf(mention)) {
        if (reference.name.text === name && targetOf(reference) === entry) yield reference;
      }
    }
  }
}

/** The entries that name one in this role, where it may be what the role asks for. */
const namersOf = (entry: Entry, role: Role, files: Iterable<MapFile>): readonly Entry[] =>
  referencesTo(entry, files).flatMap((one) => (one.role === role && fits(entry, one) ? [one.entry] : []));

/** The reasons and objections that bear on an entry: those under it, then those that name it, then those under a use of it. */
export function bearingsOn(entry: Entry, files: Iterable<MapFile>): readonly Bearing[] {
  const bearings: Bearing[] = [];
  for (const step of entry.children) {
    if (isStep(step.head.keyword) && isInPlace(step)) bearings.push({ step, through: undefined });
  }
  for (const reference of referencesTo(entry, files)) {
    const { entry: user, role } = reference;
    if (!fits(entry, reference)) continue;
    if (role === "premise") {
      for (const step of user.children) {
        if (isStep(step.head.keyword) && isInPlace(step)) bearings.push({ step, through: user });
      }
    } else if ((role === "for" || role === "against") && user.parent !== entry) {
      bearings.push({ step: user, through: undefined });
    }
  }
  return bearings;
}

/** The bare premises that use a claim. */
export const usesOf = (claim: Entry, files: Iterable<MapFile>): readonly Entry[] => namersOf(claim, "premise", files);

/** The claims that answer a question: those under it, then those that name it. */
export function answersTo(question: Entry, files: Iterable<MapFile>): readonly Entry[] {
  const under = question.children.filter(({ head }) => head.keyword === "claim");
  return [...new Set([...under, ...namersOf(question, "answers", files)])];
}

/** The claims that one contradicts or is contradicted by. */
export function contradictionsOf(claim: Entry, files: Iterable<MapFile>): readonly Entry[] {
  return [...new Set([...named(claim, "contradicts"), ...namersOf(claim, "contradicts", files)])];
}

/** The pairs of claims in these files that contradict each other, each pair once, whichever of the two says so. */
export function contradictionsIn(files: readonly MapFile[]): readonly (readonly [Entry, Entry])[] {
  const others = new Map<Entry, Set<Entry>>();
  const pairs: [Entry, Entry][] = [];
  for (const file of files) {
    for (const claim of inOrder(file.entriesWith("contradicts"), files)) {
      for (const other of named(claim, "contradicts")) {
        if (claim === other || others.get(other)?.has(claim)) continue;
        const known = others.get(claim) ?? new Set();
        others.set(claim, known.add(other));
        pairs.push([claim, other]);
      }
    }
  }
  return pairs;
}

/** The steps that a claim is a premise of: the one that it stands under, then those where it is used again. */
export function usersOf(claim: Entry, files: Iterable<MapFile>): readonly Premise[] {
  const own = claim.parent !== undefined && isStep(claim.parent.head.keyword) && isInPlace(claim) ? [claim] : [];
  return [...own, ...usesOf(claim, files)].map((use) => ({ use, claim }));
}

/** The source that a quote is from, these files being in its sight: the one that it names, else the only one there is. */
export const sourceOf = (quote: Entry, files: readonly MapFile[]): Entry | undefined =>
  sourceAmong(quote, quote.head.name === undefined ? sourcesOf(files) : []);

/** The same for whoever has all sources in its sight at hand. Undefined where its head cannot be read, or names no source. */
export function sourceAmong(quote: Entry, sources: readonly Entry[]): Entry | undefined {
  if (quote.head.form === "broken") return undefined;
  const source =
    quote.head.name === undefined ? (sources.length === 1 ? sources[0] : undefined) : named(quote, "quote")[0];
  return source?.head.keyword === "source" ? source : undefined;
}

/** All sources that these files define. */
export const sourcesOf = (files: readonly MapFile[]): readonly Entry[] =>
  files.flatMap((file) => [...file.entriesOf("source")]);

/** Entries in the order of the files, and within a file in the order of the text. */
export function inOrder(entries: Iterable<Entry>, files: readonly MapFile[]): readonly Entry[] {
  const placed = [...entries].map((entry) => {
    const file = fileOf(entry);
    return { entry, file: files.indexOf(file), line: file.syntax.lines.numberOf(entry.line) };
  });
  return placed.sort((a, b) => a.file - b.file || a.line - b.line).map(({ entry }) => entry);
}

/** Whether what holds the entries above says nothing of this one: it is somebody else's word, or nobody's. */
export function startsAfresh({ head, parent }: Entry): boolean {
  const { keyword } = head;
  if (keyword === "objection" || keyword === "question" || keyword === "assumption") return true;
  return keyword === "claim" && parent?.head.keyword === "question";
}

/** Whose an entry is: its own `by`, else that of the nearest entry above that has one, unless it starts afresh. */
export function heldBy(entry: Entry): readonly Entry[] {
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) {
    const own = named(at, "by");
    if (own.length > 0 || at.head.clauses.some(({ word }) => word === "by")) return own;
    if (startsAfresh(at)) return none;
  }
  return none;
}

/** Whether somebody is said to hold an entry, known or not. */
export function isHeld(entry: Entry): boolean {
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) {
    if (at.head.form === "broken" || at.head.clauses.some(({ word }) => word === "by")) return true;
    if (startsAfresh(at)) return false;
  }
  return false;
}

/** Whether an entry is a claim, premise or assumption that is written out where it stands. */
export const isClaim = ({ head }: Entry): boolean => isClaimLike(head.keyword) && head.form !== "bare";

/** A name as it can be written in a file, and what it stands for there. */
export interface NameInSight {
  readonly name: string;
  /** With the prefix it needs. */
  readonly written: string;
  readonly entry: Entry;
}

/** The names wanted of those that a file can mention: its own, and those of the files that it imports itself. */
export function* namesInSight(file: MapFile, isWanted: (name: string) => boolean): Iterable<NameInSight> {
  for (const name of file.names) {
    if (!isWanted(name)) continue;
    const entry = file.exported(name);
    if (entry !== undefined) yield { name, written: name, entry };
  }
  for (const { entry: by, target } of file.imports) {
    if (target.state !== "found") continue;
    const prefix = definedName(by)?.text;
    for (const name of target.file.names) {
      if (!isWanted(name)) continue;
      const entry = target.file.exported(name);
      if (entry !== undefined) yield { name, written: prefix === undefined ? name : `${prefix}.${name}`, entry };
    }
  }
}

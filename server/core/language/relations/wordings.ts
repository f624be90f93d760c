/** The wordings of a statement: claims that `restates` joins. Steps and uses of any wording count for all of them. */
import type { Entry } from "../entry.ts";
import {
  barePremisesFor,
  entriesReferringTo,
  inDocumentOrder,
  isWellPlaced,
  namedTargets,
  type PremiseUse,
  stepsTargeting,
} from "../graph.ts";
import type { MapFile } from "../map.ts";
import { isClaimLike, isStep, type Side } from "../vocabulary.ts";

/** Whether an entry is a claim, premise or assumption with its own text, not a bare reference to one. */
export const isWrittenOutClaim = ({ head }: Entry): boolean => isClaimLike(head.keyword) && head.form !== "bare";

/** Returns the wordings of a statement: the entry itself, then all that restate it or that it restates, even indirectly. */
export function wordingsOf(entry: Entry, files: readonly MapFile[]): readonly Entry[] {
  if (!isWrittenOutClaim(entry) || files.every((file) => file.entriesWithRole("restates").size === 0)) return [entry];
  const wordings = new Set([entry]);
  // Iterating a set includes the elements that are added during the iteration.
  for (const wording of wordings) {
    for (const other of namedTargets(wording, "restates")) wordings.add(other);
    for (const other of entriesReferringTo(wording, "restates", files)) wordings.add(other);
  }
  return [...wordings];
}

/**
 * Returns the wording that stands for a statement in all checks: the first one in the text that restates no other, or else
 * the first one.
 */
export function mainWordingOf(entry: Entry, files: readonly MapFile[]): Entry {
  const wordings = wordingsOf(entry, files);
  if (wordings.length === 1) return entry;
  const originals = wordings.filter((one) => namedTargets(one, "restates").length === 0);
  return inDocumentOrder(originals.length > 0 ? originals : wordings, files)[0] ?? entry;
}

/** Returns the steps that support or attack an entry, in any of its wordings, each once. */
export const stepsOnSide = (entry: Entry, side: Side, files: readonly MapFile[]): readonly Entry[] => [
  ...new Set(
    wordingsOf(entry, files)
      .flatMap((wording) => stepsTargeting(wording, files))
      .flatMap((one) => (one.side === side ? [one.step] : [])),
  ),
];

/**
 * Returns the uses of a claim, in any wording, as a premise: first its own position, if it is under a step, then the bare
 * premises.
 */
export const premiseUses = (claim: Entry, files: readonly MapFile[]): readonly PremiseUse[] =>
  wordingsOf(claim, files).flatMap((wording) => {
    const { parent } = wording;
    const ownUses = parent !== undefined && isStep(parent.head.keyword) && isWellPlaced(wording) ? [wording] : [];
    return [...ownUses, ...barePremisesFor(wording, files)].map((use) => ({ use, claim: wording }));
  });

/** The entries that are drawn under an entry. */

import type { Entry } from "../language/entry.ts";
import { barePremisesFor, hasPremises, isWellPlaced, premisesOf, stepsTargeting } from "../language/graph.ts";
import type { MapFile } from "../language/map.ts";
import { answersTo } from "../language/relations/claimRelations.ts";
import { isStep, type Side, stepOnSide } from "../language/vocabulary.ts";
import { relationUnder } from "./cardRules.ts";
import type { CardKind, Relation } from "./tree.ts";

/** A child of an entry in the tree. */
export interface ChildEntry {
  readonly entry: Entry;
  /** A step is a reason where it speaks for its parent, and an objection where it speaks against it. */
  readonly kind: CardKind;
  readonly relation: Relation;
  /** The bare premise that refers to the entry here, if any. */
  readonly viaPremise: Entry | undefined;
}

/** The kind of an entry's card; of a step, at the entry that it is indented under. */
export const cardKindOf = ({ head }: Entry): CardKind => head.keyword as CardKind; // Only entries of these kinds are drawn.

/** The children of an entry in drawing order: objections to its quotes, premises, parts and answers, reasons and objections, critical questions. */
export function childEntries(files: readonly MapFile[], entry: Entry): ChildEntry[] {
  const children: ChildEntry[] = [];
  const isQuestion = entry.head.keyword === "question";
  const isLinked = isStep(entry.head.keyword) && hasPremises(entry);
  const parentKind = cardKindOf(entry);
  const addChild = (
    child: Entry,
    kind: CardKind,
    viaPremise?: Entry,
    relation = relationUnder(kind, parentKind, isLinked),
  ): void => {
    children.push({ entry: child, kind: isStep(kind) ? kind : cardKindOf(child), relation, viaPremise });
  };
  const addStep = (step: Entry, side: Side): void => addChild(step, stepOnSide(side));

  const wellPlaced = entry.children.filter(isWellPlaced);
  // First, as the quotes are at the top of the card.
  for (const quote of wellPlaced) {
    if (quote.head.keyword !== "quote") continue;
    for (const objection of quote.children)
      if (objection.head.keyword === "objection") addChild(objection, "objection", undefined, "quote");
  }
  if (isLinked) {
    for (const { use, claim: premise = use } of premisesOf(entry)) {
      addChild(premise, "premise", premise === use ? undefined : use);
    }
  }
  if (isQuestion) {
    for (const part of wellPlaced) if (part.head.keyword === "question") addChild(part, "question");
    for (const answer of answersTo(entry, files)) addChild(answer, "claim");
  }
  for (const { step, side } of stepsTargeting(entry, files)) addStep(step, side);
  for (const child of wellPlaced) {
    if (child.head.keyword === "question" && !isQuestion) addChild(child, "question");
  }
  for (const use of barePremisesFor(entry, files)) {
    for (const child of use.children) if (child.head.keyword === "question") addChild(child, "question");
  }
  return children;
}

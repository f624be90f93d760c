/** The entries that are drawn under an entry. */
import type { Entry } from "../language/entry.ts";
import {
  answersTo,
  barePremisesFor,
  hasPremises,
  isWellPlaced,
  premisesOf,
  stepsBearingOn,
} from "../language/graph.ts";
import type { MapFile } from "../language/map.ts";
import { isStep } from "../language/vocabulary.ts";
import { relationUnder } from "./cardRules.ts";
import type { CardKind, Relation } from "./tree.ts";

/** A child of an entry in the tree. */
export interface ChildEntry {
  readonly entry: Entry;
  readonly relation: Relation;
  /** The bare premise that refers to the entry here, if any. */
  readonly viaPremise: Entry | undefined;
}

/** The children of an entry in drawing order: premises, parts and answers, reasons and objections, critical questions. */
export function childEntries(files: readonly MapFile[], entry: Entry): ChildEntry[] {
  const children: ChildEntry[] = [];
  const isQuestion = entry.head.keyword === "question";
  const isLinked = isStep(entry.head.keyword) && hasPremises(entry);
  const parentKind = entry.head.keyword as CardKind; // Only entries of these kinds are drawn.
  const addChild = (child: Entry, kind: CardKind, viaPremise?: Entry): void => {
    children.push({ entry: child, relation: relationUnder(kind, parentKind, isLinked), viaPremise });
  };
  const addStep = (step: Entry): void => addChild(step, step.head.keyword === "reason" ? "reason" : "objection");

  if (isLinked) {
    for (const { use, claim: premise = use } of premisesOf(entry)) {
      addChild(premise, "premise", premise === use ? undefined : use);
    }
  }
  const wellPlaced = entry.children.filter(isWellPlaced);
  if (isQuestion) {
    for (const part of wellPlaced) if (part.head.keyword === "question") addChild(part, "question");
    for (const answer of answersTo(entry, files)) addChild(answer, "claim");
  }
  for (const { step } of stepsBearingOn(entry, files)) addStep(step);
  for (const child of wellPlaced) {
    if (child.head.keyword === "question" && !isQuestion) addChild(child, "question");
    if (child.head.keyword !== "quote") continue;
    for (const objection of child.children) if (objection.head.keyword === "objection") addStep(objection);
  }
  for (const use of barePremisesFor(entry, files)) {
    for (const child of use.children) if (child.head.keyword === "question") addChild(child, "question");
  }
  return children;
}

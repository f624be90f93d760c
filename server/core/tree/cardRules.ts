/**
 * What a card can take, by what kinds of entry are there: told without asking, so that a page can grey out at once what
 * cannot be. What else stands against an edit, the server says when it is asked for it.
 */

import { isStep, type Keyword, keywordRules, withArticle } from "../language/vocabulary.ts";
import { capitalise } from "../text/english.ts";
import type { Card, CardKind, Relation } from "./tree.ts";

/** What can be added to a card, in the order in which it is offered. */
export const addableKinds = ["reason", "objection", "premise", "assumption", "claim", "question"] as const;
export type AddableKind = (typeof addableKinds)[number];

/** What a step can be. */
export const stepKinds = ["reason", "objection"] as const;
export type StepKind = (typeof stepKinds)[number];

/** What can be added to a card of a kind. */
export const allowedAdditions = (kind: CardKind): readonly AddableKind[] =>
  addableKinds.filter((what) => keywordRules[what].allowedParents.includes(kind));

/** Returns the message if an entry of one kind cannot be placed under one of another kind. */
export const notAllowedMessage = (added: Keyword, parent: Keyword): string =>
  capitalise(`${withArticle(added)} cannot be placed under ${withArticle(parent)}.`);

/** How what is of a kind hangs on a card; `linked`: whether that is a step with premises, which can itself be spoken for and against. */
export function relationUnder(kind: CardKind, parentKind: CardKind, isLinked: boolean): Relation {
  switch (kind) {
    case "premise":
    case "assumption":
      return "premise";
    case "claim":
      return "answer";
    case "question":
      return parentKind === "question" ? "part" : "critical";
    case "reason":
      return isLinked ? "backing" : "support";
    case "objection":
      return isLinked ? "undercut" : "attack";
    default:
      return kind satisfies never;
  }
}

/** The kind of step that a reason or objection is not; undefined for what is no step. */
export const oppositeStep = (kind: CardKind): StepKind | undefined =>
  isStep(kind) ? (kind === "reason" ? "objection" : "reason") : undefined;

/** As what a card can hang on another one: as what it is first of all, a step also as the other kind. Empty: not at all. */
export function kindsAfterMove(
  { kind, relation }: Pick<Card, "kind" | "relation">,
  parentKind: CardKind,
): readonly CardKind[] {
  // A claim that is used as a premise is moved by its use.
  const ownKind = relation === "premise" ? "premise" : kind;
  const opposite = oppositeStep(kind);
  return [ownKind, ...(opposite === undefined ? [] : [opposite])].filter((one) =>
    keywordRules[one].allowedParents.includes(parentKind),
  );
}

/** Whether a step can turn into the other kind where it hangs on a card of a kind, or on none. */
export function canInvert(kind: CardKind, parentKind: CardKind | undefined): boolean {
  const opposite = oppositeStep(kind);
  return (
    opposite !== undefined && (parentKind === undefined || keywordRules[opposite].allowedParents.includes(parentKind))
  );
}

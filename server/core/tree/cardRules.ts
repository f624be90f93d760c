/**
 * The edits that the kinds of two cards allow. The page uses these rules to disable commands at once. Other reasons against
 * an edit are found by the server when the edit is requested.
 */

import { isStep, type Keyword, keywordRules, oppositeStep } from "../language/vocabulary.ts";
import { capitalize, withArticle } from "../strings/english.ts";
import type { Card, CardKind, Relation } from "./tree.ts";

/** The kinds of entry that can be added to a card, in the order of the menu. */
export const addableKinds = ["reason", "objection", "premise", "assumption", "claim", "question"] as const;
export type AddableKind = (typeof addableKinds)[number];

export const stepKinds = ["reason", "objection"] as const;
export type StepKind = (typeof stepKinds)[number];

/** The kinds of entry that can be added to a card of this kind. */
export const allowedAdditions = (kind: CardKind): readonly AddableKind[] =>
  addableKinds.filter((added) => keywordRules[added].allowedParents.includes(kind));

/** The properties of an entry that the picture can edit, in the order of the menu. */
export const cardProperties = ["speaker", "tags", "likelihood", "strength", "scheme"] as const;
export type CardProperty = (typeof cardProperties)[number];

/** Whether an entry with a keyword can have a property. */
export const hasProperty = (keyword: Keyword, property: CardProperty): boolean =>
  property === "speaker"
    ? keywordRules[keyword].clauses.includes("by")
    : keywordRules[keyword].attributes.includes(property);

/** Whether a property can have several values. */
export const hasSeveralValues = (property: CardProperty): boolean =>
  property === "speaker" || property === "tags" || property === "scheme";

/** Returns the message if an entry of a kind cannot have a property. */
export const noPropertyMessage = (keyword: Keyword, property: CardProperty): string =>
  capitalize(`${withArticle(keyword)} cannot have ${property === "tags" ? property : withArticle(property)}.`);

/** Returns the message if an entry of one kind cannot be placed under one of another kind. */
export const notAllowedMessage = (added: Keyword, parent: Keyword): string =>
  capitalize(`${withArticle(added)} cannot be placed under ${withArticle(parent)}.`);

/** The relation of a card to its parent. `isLinked`: whether the parent is a step with premises. */
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

/** The kind that a card can be converted to; undefined if it is not a step. */
export const invertedKind = (kind: CardKind): StepKind | undefined => (isStep(kind) ? oppositeStep(kind) : undefined);

/**
 * The kinds that a card can have after a move to a parent of this kind: its own, and for a step the opposite kind. Empty if
 * the move is not allowed.
 */
export function kindsAfterMove(
  { kind, relation }: Pick<Card, "kind" | "relation">,
  parentKind: CardKind,
): readonly CardKind[] {
  // Moving a claim that is used as a premise moves the premise, not the claim.
  const ownKind = relation === "premise" ? "premise" : kind;
  const opposite = invertedKind(kind);
  return [ownKind, ...(opposite === undefined ? [] : [opposite])].filter((one) =>
    keywordRules[one].allowedParents.includes(parentKind),
  );
}

/** Whether a step can become the opposite kind under a parent of this kind, or at the root. */
export function canInvert(kind: CardKind, parentKind: CardKind | undefined): boolean {
  const opposite = invertedKind(kind);
  return (
    opposite !== undefined && (parentKind === undefined || keywordRules[opposite].allowedParents.includes(parentKind))
  );
}

/**
 * What a card can take, by what kinds of entry are there: told without asking, so that a page can grey out at once what
 * cannot be. What else stands against an edit, the server says when it is asked for it.
 */

import { isStep, rules, withArticle } from "../language/vocabulary.ts";
import type { Card, CardKind, Relation } from "./tree.ts";

/** What can be added to a card, in the order in which it is offered. */
export const additions = ["reason", "objection", "premise", "assumption", "claim", "question"] as const;
export type Addition = (typeof additions)[number];

/** What a step can be. */
export const steps = ["reason", "objection"] as const;
export type Step = (typeof steps)[number];

/** What can be added to a card of a kind. */
export const additionsTo = (kind: CardKind): readonly Addition[] =>
  additions.filter((what) => rules[what].under.includes(kind));

/** The sentence that says so where something cannot be added to a card of a kind. */
export const cannotStand = (what: Addition, kind: CardKind): string => {
  const said = `${withArticle(what)} cannot stand under ${withArticle(kind)}.`;
  return said.charAt(0).toUpperCase() + said.slice(1);
};

/** How what is of a kind hangs on a card; `linked`: whether that is a step with premises, which can itself be spoken for and against. */
export function relationUnder(kind: CardKind, above: CardKind, linked: boolean): Relation {
  switch (kind) {
    case "premise":
    case "assumption":
      return "premise";
    case "claim":
      return "answer";
    case "question":
      return above === "question" ? "part" : "critical";
    case "reason":
      return linked ? "backing" : "support";
    case "objection":
      return linked ? "undercut" : "attack";
    default:
      return kind satisfies never;
  }
}

/** The kind of step that a reason or objection is not; undefined for what is no step. */
export const otherStep = (kind: CardKind): Step | undefined =>
  isStep(kind) ? (kind === "reason" ? "objection" : "reason") : undefined;

/** As what a card can hang on another one: as what it is first of all, a step also as the other kind. Empty: not at all. */
export function movesTo({ kind, relation }: Pick<Card, "kind" | "relation">, target: CardKind): readonly CardKind[] {
  // A claim that is used as a premise is moved by its use.
  const own = relation === "premise" ? "premise" : kind;
  const other = otherStep(kind);
  return [own, ...(other === undefined ? [] : [other])].filter((one) => rules[one].under.includes(target));
}

/** Whether a step can turn into the other kind where it hangs on a card of a kind, or on none. */
export function canTurn(kind: CardKind, above: CardKind | undefined): boolean {
  const other = otherStep(kind);
  return other !== undefined && (above === undefined || rules[other].under.includes(above));
}

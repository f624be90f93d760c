/** How a card shows what stands: always with a word or sign, never by color alone. */
import { type CardMark, NOT_WEIGHED, type WeighedCards } from "../../../server/core/picture/render/weighing.ts";
import { capitalize } from "../../../server/core/strings/english.ts";
import type { Card, CardId, Tree } from "../../../server/core/tree/tree.ts";
import type { CardWeight } from "../../../server/protocol/weighing.ts";
import { messages } from "../messages/messages.ts";
import type { WeighingMode } from "../state/viewOptions.ts";
import { type SupposedCards, showsLikelihoods } from "./weighing.ts";

export interface StandingMark extends CardMark {
  /** Added to the label of the card for screen readers. */
  readonly description: string;
  readonly isSupposed: boolean;
  /** Whether the suppositions change it. */
  readonly isChanged: boolean;
}

/** Returns the mark of a card; undefined for a question, or if nothing is weighed. */
export type MarkOf = (card: Card) => StandingMark | undefined;

/** The marks while nothing is weighed. The functions below recognize it, so that they cost nothing then. */
export const NO_MARKS: MarkOf = () => undefined;

/** Returns the function from cards to marks, which returns the same object for the same card. */
export function createMarks(
  weights: ReadonlyMap<CardId, CardWeight>,
  mode: WeighingMode,
  suppositions: SupposedCards,
): MarkOf {
  if (weights.size === 0) return NO_MARKS;
  const marks = new Map<CardId, StandingMark>();
  return (card) => {
    const fullCard = card.referencedCard ?? card.id;
    const weight = weights.get(fullCard);
    if (weight === undefined) return undefined;
    const mark = marks.get(card.id) ?? createMark(card, weight, mode, suppositions.get(fullCard));
    marks.set(card.id, mark);
    return mark;
  };
}

const effectSigns = { succeeds: "!", outweighed: "<" } as const;
const signs = { stands: "✓", falls: "×", undecided: "?" } as const;

function createMark(card: Card, weight: CardWeight, mode: WeighingMode, supposed: boolean | undefined): StandingMark {
  if (supposed !== undefined) {
    const badge = messages.weighing.supposed(supposed);
    const standing = supposed ? "stands" : "falls";
    return { standing, badge, description: badge, isLikelihood: false, isSupposed: true, isChanged: false };
  }
  if (!showsLikelihoods(mode) || weight.likelihood === undefined) return standingMark(card, weight);
  const mark = likelihoodMark(weight.likelihood);
  // The author's own words are not repeated.
  const isAsStated = Math.abs((card.likelihood?.fraction ?? Number.NaN) - weight.likelihood.stands) < 0.005;
  return isAsStated && !mark.isChanged ? { ...mark, badge: undefined } : mark;
}

function standingMark(card: Card, { standing, standingBefore, effect }: CardWeight): StandingMark {
  const isObjection = card.kind === "objection";
  const word = isObjection
    ? standing === "stands"
      ? messages.weighing.objections[effect ?? "stands"]
      : messages.weighing.objections[standing]
    : messages.weighing.standings[standing];
  const sign = isObjection && effect ? effectSigns[effect] : signs[standing];
  const now = `${sign} ${word}`;
  const isShown = isObjection || standing !== "stands" || standingBefore !== undefined;
  const badge =
    standingBefore === undefined ? now : messages.weighing.change(messages.weighing.standings[standingBefore], now);
  return {
    standing,
    badge: isShown ? badge : undefined,
    description: messages.weighing.computed(word),
    isLikelihood: false,
    isSupposed: false,
    isChanged: standingBefore !== undefined,
  };
}

function likelihoodMark({
  stands,
  open,
  label,
  badge,
  percentageBefore,
}: NonNullable<CardWeight["likelihood"]>): StandingMark {
  const words = messages.weighing.standings;
  const standing = open >= 1 ? "undecided" : stands <= 0 && open <= 0 ? "falls" : "stands";
  const isCertain = standing !== "stands" || stands >= 1;
  const now = isCertain ? `${signs[standing]} ${words[standing]}` : badge;
  const isChanged = percentageBefore !== undefined;
  return {
    standing,
    badge: isChanged ? messages.weighing.change(percentageBefore, now) : stands >= 1 ? undefined : now,
    description: messages.weighing.computed(isCertain ? words[standing] : label),
    ...(!isCertain && { likelihood: label }),
    isLikelihood: !isCertain || isChanged,
    isSupposed: false,
    isChanged,
  };
}

/** Returns the cards that are drawn as falling. */
export const fallenCards = (cards: readonly Card[], markOf: MarkOf): ReadonlySet<CardId> =>
  markOf === NO_MARKS
    ? NO_CARDS
    : new Set(cards.flatMap((card) => (markOf(card)?.standing === "falls" ? [card.id] : [])));

const NO_CARDS: ReadonlySet<CardId> = new Set();

/** Returns the tooltip of a badge, which says where its value comes from and, of a likelihood, all of its words. */
export function markTooltip({ isSupposed, isLikelihood, likelihood }: StandingMark): string {
  const { supposedTooltip, likelihoodTooltip, standingTooltip } = messages.weighing;
  if (isSupposed) return supposedTooltip;
  if (!isLikelihood) return standingTooltip;
  return likelihood === undefined ? likelihoodTooltip : `${capitalize(likelihood)}\n${likelihoodTooltip}`;
}

/** Returns the weights of the lines to cards. A reference card has that of the card it refers to. */
export function lineWeightsOf(
  tree: Tree | undefined,
  weights: ReadonlyMap<CardId, CardWeight>,
): WeighedCards["lineWeights"] {
  if (weights.size === 0) return NOT_WEIGHED.lineWeights;
  const lineWeights = new Map<CardId, number>();
  for (const { id, referencedCard } of tree?.cards ?? []) {
    const weight = weights.get(referencedCard ?? id)?.lineWeight;
    if (weight !== undefined) lineWeights.set(id, weight);
  }
  return lineWeights;
}

/** Returns what some cards show of what stands, for exports and the legend. */
export const weighedCards = (
  cards: readonly Card[],
  markOf: MarkOf,
  lineWeights: WeighedCards["lineWeights"],
): WeighedCards => {
  if (markOf === NO_MARKS) return NOT_WEIGHED;
  const marks = cards.flatMap((card) => {
    const mark = markOf(card);
    return mark === undefined ? [] : [[card.id, mark] as const];
  });
  return { marks: new Map(marks), lineWeights };
};

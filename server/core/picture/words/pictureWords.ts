/** The words that a picture adds to those of the map, by language. */
import type { AnswerLimit, Card, CardKind, CardProblem } from "../../tree/tree.ts";

/** Forms of a phrase by number, with the categories of `Intl.PluralRules`. `{count}` stands for the number. */
export interface PluralForms {
  readonly one?: string;
  readonly other: string;
}

/**
 * All words of one language, as plain text for translators. A name in braces stands for a value. Phrases start in lower
 * case, except for whole sentences: a tooltip capitalizes them.
 */
export interface PictureWords {
  /** The language tag of the words. */
  readonly language: string;
  /** The title of a map that has none. */
  readonly untitled: string;
  readonly kinds: Readonly<Record<CardKind, string>>;
  readonly severities: Readonly<Record<CardProblem["severity"], string>>;
  /** The label of a reference to another card. */
  readonly see: string;
  /** The label of a reference whose target has no name, for screen readers. */
  readonly seeElsewhere: string;
  /** The text of a reference to a step that has neither name nor text. `{premises}`: the texts of its premises. */
  readonly restsOn: string;
  readonly moreLines: PluralForms;
  readonly showLess: string;
  readonly contradiction: string;
  /** The mark between two wordings of one statement. */
  readonly restatement: string;
  /** A claim that a claim contradicts, for screen readers. */
  readonly contradicts: string;
  /** Another wording of a statement, for screen readers. */
  readonly otherWording: string;
  /** How many answers of a question can be true. */
  readonly answerLimits: Readonly<Record<AnswerLimit, string>>;
  /** The labels of an undercut and of a backing. */
  readonly undercut: string;
  readonly backing: string;
  /** Says what both are about. */
  readonly inference: string;
  /** The label of an objection to a quote, with its subject. */
  readonly toQuote: string;
  readonly toQuoteTooltip: string;
  readonly listSeparator: string;
  readonly quotation: string;
  readonly page: string;
  /** The number of a sheet, in its header. */
  readonly pageOf: string;
  /** The sources of a map. */
  readonly sources: string;
  readonly quoteCount: PluralForms;
  readonly foldedCards: PluralForms;
  readonly heldBy: string;
  readonly acceptedBy: string;
  readonly rejectedBy: string;
  readonly tags: string;
  readonly importedFrom: string;
  readonly name: string;
  readonly date: string;
  readonly status: string;
  readonly scheme: string;
  readonly likelihood: string;
  readonly confidence: string;
  readonly strength: string;
  /** A likelihood that is a percentage, in a footer. */
  readonly likely: string;
  /** A confidence in a footer. */
  readonly withConfidence: string;
  /** The terms of the scales, by the words of the language. */
  readonly scales: {
    readonly status: Readonly<Record<NonNullable<Card["status"]>, string>>;
    readonly likelihood: Readonly<Record<LikelihoodTerm, string>>;
    readonly confidence: Readonly<Record<"low" | "moderate" | "high", string>>;
    readonly strength: Readonly<Record<"weak" | "moderate" | "strong" | "conclusive", string>>;
  };
  readonly legend: Readonly<Record<LegendKey, string>>;
}

/** An attribute whose values are terms of the language. */
export type Scale = keyof PictureWords["scales"];

type LikelihoodTerm =
  | "almost no chance"
  | "very unlikely"
  | "unlikely"
  | "even chance"
  | "likely"
  | "very likely"
  | "almost certain";

export type LegendKey =
  | "mainClaim"
  | "reason"
  | "objection"
  | "linkedPremises"
  | "assumption"
  | "question"
  | "criticalQuestion"
  | "reference"
  | "undercut"
  | "backing"
  | "quoteObjection"
  | "contradiction"
  | "restatement"
  | "heldBy"
  | "acceptedBy"
  | "rejectedBy"
  | "likelihood"
  | "strength"
  | "tag"
  | "imported"
  | "section"
  | "falls"
  | "undecided"
  | "computedLikelihood"
  | "importance"
  | "foldedCards";

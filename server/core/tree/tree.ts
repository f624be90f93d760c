/**
 * The argument tree as plain data. `buildTree` makes it from a map; the preview, the outline and the exports draw it.
 * It has no positions in the text.
 */

import type { Mark } from "../strings/inlineMarkup.ts";
import type { Gap } from "./gaps.ts";

declare const cardId: unique symbol;
/** Identifies a card by its entry and, for a reference, the entry that refers to it. One claim may have several cards. */
export type CardId = string & { readonly [cardId]: true };

declare const sectionId: unique symbol;
/** Identifies a section by its heading. Survives edits. */
export type SectionId = string & { readonly [sectionId]: true };

export const cardKinds = ["question", "claim", "premise", "assumption", "reason", "objection"] as const;
/** The kind of entry that a card shows. A step is a reason where it speaks for its parent, otherwise an objection. */
export type CardKind = (typeof cardKinds)[number];

export const relations = [
  "root",
  "answer",
  "part",
  "support",
  "attack",
  "backing",
  "undercut",
  "quote",
  "premise",
  "critical",
] as const;
/**
 * The relation of a card to its parent.
 * `answer`: a claim to its question. `part`: a question to a larger question.
 * `support`, `attack`: a reason or objection to a claim, to a premise or to a step without premises.
 * `backing`, `undercut`: a reason or objection to the inference of a step with premises; drawn at the step's own card.
 * `quote`: an objection to a quote of an entry.
 * `premise`: a premise to its step; two or more are linked and share one frame.
 * `critical`: a critical question, which neither supports nor attacks.
 */
export type Relation = (typeof relations)[number];

export const cardForms = ["full", "pill", "reference"] as const;
/**
 * `full`: the entry with its children. `pill`: a step without text, drawn as a small filled pill.
 * `reference`: a link to the card that shows the entry in full, whose text it repeats.
 */
export type CardForm = (typeof cardForms)[number];

export interface CardQuote {
  /** The quoted words; empty if the quote only cites a page. */
  readonly text: string;
  /** The title of the source, or its name; undefined if the source is unknown. */
  readonly source: string | undefined;
  readonly page: string | undefined;
  /** The heading of the section that the words are in. */
  readonly section?: string;
  /** Identifies the quote in `argmap/locateQuote`. Absent if the source has no file to open. */
  readonly link?: string;
}

export const cardSeverities = ["error", "warning", "hint"] as const;

export interface CardProblem {
  readonly severity: (typeof cardSeverities)[number];
  readonly message: string;
}

export const cardAnswerLimits = ["at-most-one", "exactly-one"] as const;
export type AnswerLimit = (typeof cardAnswerLimits)[number];

export const cardStatuses = ["accepted", "rejected", "open"] as const;
export type CardStatus = (typeof cardStatuses)[number];

/** A value on a scale: the likelihood of a statement or the strength of a step. */
export interface Rating {
  /** The value to show: `very likely`, `70%`. */
  readonly label: string;
  /** From 0 to 1: the percentage, or the middle of a range; undefined if the value is not on the scale. */
  readonly fraction: number | undefined;
  /** The ends of a range that is given in percentages. */
  readonly range?: readonly [from: number, to: number];
}

/** The part of the map's own file from a heading to the next one of the same or a higher level. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  /** 1 to 6, by the number of `#`. */
  readonly level: number;
  /** The section that contains this one. */
  readonly parent: SectionId | undefined;
}

/** A wording of a statement, and the titles of those who put it so. */
export interface Wording {
  readonly text: string;
  readonly speakers: readonly string[];
}

/** An entry at one position in the tree. */
export interface Card {
  readonly id: CardId;
  readonly kind: CardKind;
  readonly relation: Relation;
  readonly form: CardForm;
  /** For a reference: the card that it refers to, which shows the entry in full. */
  readonly referencedCard: CardId | undefined;
  /** For a reference to a step without name and words: the cards of its premises, by which it is recognized. */
  readonly restsOn: readonly CardId[];
  readonly name: string | undefined;
  /** A few words that name the entry, above its text. */
  readonly title: string | undefined;
  /** The words without marks of emphasis. Paragraphs are separated by a blank line (`\n\n`). Empty for a pill and for a reference. */
  readonly text: string;
  /** The emphasis, code and links in the text, in its order. Absent if there are none. */
  readonly marks?: readonly Mark[];
  /** The text as it is written, with its marks. Absent if it is the same. */
  readonly writtenText?: string;
  /** The other wordings of the statement. */
  readonly otherWordings: readonly Wording[];
  /** The titles of the speakers given by the entry's own `by` clause; if empty, see `inheritsSpeakers`. */
  readonly speakers: readonly string[];
  /** If `speakers` is empty: whether the speakers of the parent card hold this one too. */
  readonly inheritsSpeakers: boolean;
  readonly acceptedBy: readonly string[];
  readonly rejectedBy: readonly string[];
  readonly quotes: readonly CardQuote[];
  readonly tags: readonly string[];
  /** Whether a statement is taken for granted, given up or undecided, whatever is said for it. */
  readonly status: CardStatus | undefined;
  /** When the entry was said. */
  readonly date: string | undefined;
  readonly likelihood: Rating | undefined;
  /** The confidence in the likelihood: `low`, `moderate`, `high`. */
  readonly confidence: string | undefined;
  /** How strongly a step supports or attacks, given its premises. */
  readonly strength: Rating | undefined;
  /** For a question: how many of its answers can be true, if it is at most one. */
  readonly answerLimit: AnswerLimit | undefined;
  /** The argumentation schemes as words: `cause to effect`. */
  readonly scheme: string | undefined;
  readonly note: string | undefined;
  /** The emphasis, code and links in the note. Absent if there are none. */
  readonly noteMarks?: readonly Mark[];
  /** The innermost section that the entry is written in; undefined above the first heading and for other files. */
  readonly section: SectionId | undefined;
  /** For an entry of an imported file: the title of the file, or its name. */
  readonly file: string | undefined;
  /** The gaps of the entry. Empty for a reference. */
  readonly gaps: readonly Gap[];
  /** The problems of the entry, worst first. */
  readonly problems: readonly CardProblem[];
}

/** The position of a card: under its parent, or at the root, after the siblings that precede it in the list. */
export interface CardPosition {
  readonly card: CardId;
  readonly parent: CardId | undefined;
}

/** Two claims that contradict each other. Drawn as a line between their cards, which is not an edge of the tree. */
export interface Contradiction {
  readonly kind: "contradiction";
  readonly a: CardId;
  readonly b: CardId;
}

/** Two claims that say the same in other words. Drawn like a contradiction. */
export interface Restatement {
  readonly kind: "restatement";
  readonly a: CardId;
  readonly b: CardId;
}

/** The metadata of a map, without its title: author, date and sources. */
export interface MapMetadata {
  readonly author: string | undefined;
  readonly date: string | undefined;
  /** The titles of the sources in the map's own file, in the order of the text. */
  readonly sources: readonly string[];
}

/** The cards of a map, their positions, and the contradictions between them. */
export interface Tree {
  /** The title of the map (`map: …`), if it has one. */
  readonly title: string | undefined;
  /** The language tag of the map (`language: …`), if it has one. */
  readonly language: string | undefined;
  /** Absent if the map gives none. */
  readonly metadata?: MapMetadata;
  readonly cards: readonly Card[];
  /** One for each card, parents before their children, siblings in drawing order. */
  readonly positions: readonly CardPosition[];
  readonly contradictions: readonly Contradiction[];
  readonly restatements: readonly Restatement[];
  /** The sections of the map's own file, in the order of the text. */
  readonly sections: readonly Section[];
}

/** The difference between two versions of a tree. */
export interface TreeChange {
  readonly title: string | undefined;
  readonly language: string | undefined;
  /** As in the new tree. */
  readonly metadata?: MapMetadata;
  /** New cards, and cards whose content has changed. */
  readonly changed: readonly Card[];
  readonly removed: readonly CardId[];
  /** New cards, and cards with a new position. To be applied in this order. */
  readonly moved: readonly CardMove[];
  /** All contradictions; undefined if none has changed. */
  readonly contradictions: readonly Contradiction[] | undefined;
  /** All restatements; undefined if none has changed. */
  readonly restatements: readonly Restatement[] | undefined;
  /** All sections; undefined if none has changed. */
  readonly sections: readonly Section[] | undefined;
}

/** Moves a card with its descendants. */
export interface CardMove {
  readonly card: CardId;
  readonly parent: CardId | undefined;
  /** The next sibling; undefined to move the card to the end. */
  readonly before: CardId | undefined;
}

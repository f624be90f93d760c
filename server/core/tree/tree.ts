/**
 * The argument tree as plain data: what the preview, the outline and the exports share.
 * `server/tree` makes it from a map, `server/picture` lays it out. It says nothing of places in the text.
 */

declare const cardId: unique symbol;
/** Identity of a card: the pair of the entry that uses and the entry shown, as one claim may have several cards. */
export type CardId = string & { readonly [cardId]: true };

declare const sectionId: unique symbol;
/** Identity of a section; that of its heading, which survives edits. */
export type SectionId = string & { readonly [sectionId]: true };

/** What a card shows. */
export type CardKind = "question" | "claim" | "premise" | "assumption" | "reason" | "objection";

/**
 * How a card hangs on the one above it.
 * `answer`: a claim under its question. `part`: a question under a question.
 * `support` / `attack`: a reason or objection on a claim, premise or a step without premises.
 * `backing` / `undercut`: a reason or objection on a step that has premises, drawn at the step's own card.
 * `premise`: of the step above; two or more are linked and share one frame.
 * `critical`: a critical question, which neither supports nor attacks.
 */
export type Relation =
  | "root"
  | "answer"
  | "part"
  | "support"
  | "attack"
  | "backing"
  | "undercut"
  | "premise"
  | "critical";

export interface CardQuote {
  /** The words quoted; empty where the quote only cites a page. */
  readonly text: string;
  /** Title of the source, or its name where it has none; undefined where the source is not known. */
  readonly source: string | undefined;
  readonly page: string | undefined;
  /** What the passage is asked for by (`argmap/locateQuote`); absent where the source has no file to open. */
  readonly link?: string;
}

export interface CardProblem {
  readonly severity: "error" | "warning" | "hint";
  readonly message: string;
}

/** A judgement on a scale: how likely something is, how far a step carries. */
export interface Rating {
  /** As the reader should see it: `very likely`, `70%`. */
  readonly words: string;
  /** From 0 to 1: the percentage, or the middle of what the word stands for; undefined where the value is not of the scale. */
  readonly share: number | undefined;
}

/** What is written below one heading of the map's own file, up to the next one of the same level or a higher one. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  /** 1 to 6, as written. */
  readonly level: number;
  /** The section that it is a part of. */
  readonly parent: SectionId | undefined;
}

/** One entry, shown at one place of the tree. */
export interface Card {
  readonly id: CardId;
  readonly kind: CardKind;
  readonly relation: Relation;
  /**
   * `full`: the entry with all that hangs on it. `pill`: a step with no text of its own, drawn as a small filled pill.
   * `reference`: the entry is drawn in full elsewhere, as the card `shows`; its text is looked up there.
   */
  readonly form: "full" | "pill" | "reference";
  /** For a reference card: the card that shows the entry in full. */
  readonly shows: CardId | undefined;
  readonly name: string | undefined;
  /** Paragraphs are separated by a blank line (`\n\n`). Empty for a pill and for a reference card. */
  readonly text: string;
  /** Whose it is by its own `by`, as titles to show. Empty: see `inheritsBy`. */
  readonly by: readonly string[];
  /** With an empty `by`: whether it is held by whoever holds the card above (false: by nobody). */
  readonly inheritsBy: boolean;
  readonly acceptedBy: readonly string[];
  readonly rejectedBy: readonly string[];
  readonly quotes: readonly CardQuote[];
  readonly tags: readonly string[];
  readonly likelihood: Rating | undefined;
  /** How sure one is of the likelihood: `low`, `moderate`, `high`. */
  readonly confidence: string | undefined;
  /** How far a step carries, its premises granted. */
  readonly strength: Rating | undefined;
  /** Kind of reasoning, in words: `cause to effect`. */
  readonly scheme: string | undefined;
  readonly note: string | undefined;
  /** The innermost section that the entry is written in; undefined above the first heading and for entries of other files. */
  readonly section: SectionId | undefined;
  /** For an entry of an imported file: that file's title, or its name where it has none. */
  readonly file: string | undefined;
  /** Problems of the entry, worst first. */
  readonly problems: readonly CardProblem[];
}

/** Where a card stands: under its parent (undefined: a root), after the siblings that come before it in the list. */
export interface CardPosition {
  readonly card: CardId;
  readonly parent: CardId | undefined;
}

/** A line between two cards that is not of the tree: the claims contradict each other. */
export interface Contradiction {
  readonly kind: "contradiction";
  readonly a: CardId;
  readonly b: CardId;
}

export interface Tree {
  /** Title of the map (`map: …`), if it has one. */
  readonly title: string | undefined;
  readonly cards: readonly Card[];
  /** One for each card, parents before their children, siblings in the order they are drawn in. */
  readonly places: readonly CardPosition[];
  readonly ties: readonly Contradiction[];
  /** The sections of the map's own file, in the order of the text. */
  readonly sections: readonly Section[];
}

/** From one version of a tree to a later one. Cards are carried whole. */
export interface TreeChange {
  readonly title: string | undefined;
  /** New cards and cards whose content changed. */
  readonly changed: readonly Card[];
  readonly removed: readonly CardId[];
  /** New cards and cards that stand elsewhere now; applied in this order, each before the sibling named, or last. */
  readonly moved: readonly CardMove[];
  /** All ties, where any has changed. */
  readonly ties: readonly Contradiction[] | undefined;
  /** All sections, where any has changed. */
  readonly sections: readonly Section[] | undefined;
}

export interface CardMove {
  readonly card: CardId;
  readonly parent: CardId | undefined;
  readonly before: CardId | undefined;
}

/** The words that say what stands in a map, how likely it is and why, by language. */
import type { likelihoods, reliabilities, strengths } from "../../language/attributes/values.ts";
import type { CellTone, TableKind } from "../../tables/table.ts";
import type { ListForms } from "../explanations/sentence.ts";
import type { Standing } from "../standing.ts";
import type { Stance } from "../tables/positions.ts";

/** The terms of ICD 203, as the language of maps writes them, and two for what is not uncertain. */
export type LikelihoodTerm = (typeof likelihoods)[number] | "certain" | "impossible";

/** A phrase about one entry, and about several. `one` is left out where both are the same. */
export interface CountedPhrase {
  readonly one?: string;
  readonly other: string;
}

/** A list of entries and what it does. `{entries}` stands for the list. */
export type ListCauseWord =
  | `reasons${"Stand" | "Fall" | "Undecided"}`
  | `premises${"Stand" | "Fall" | "Undecided"}`
  | `objections${"Succeed" | "Undecided" | "Fall"}`
  | `rivals${"Stand" | "Undecided"}`
  | `otherAnswers${"Stand" | "Undecided" | "Fall"}`;

/** How the reasons for a claim, `{rival}`, compare with those for the claim that is explained. */
export interface ComparisonPhrases {
  readonly equal: string;
  readonly noReasons: string;
  /** `{strength}`: the phrase `strengths.one`, or nothing. */
  readonly rivalStronger: string;
}

/** The words of tables. */
export interface TableWords {
  readonly titles: Readonly<Record<TableKind, string>>;
  readonly headings: Readonly<
    Record<
      | "statement"
      | "for"
      | "against"
      | "evidence"
      | "likelihood"
      | "diagnosticity"
      | "evidenceAgainst"
      | "weighed"
      | "assumption"
      | "kind"
      | "importance"
      | "forEachConclusion"
      | "fallsIfFalse"
      | "source"
      | "reliability"
      | "citedBy"
      | "conclusions"
      | "onItAlone"
      | "fallWithoutIt",
      string
    >
  >;
  readonly kinds: Readonly<
    Record<"claim" | "premise" | "assumption" | "reason" | "objection" | "question" | "source" | "speaker", string>
  >;
  /** Stands for an entry without a text. */
  readonly unwritten: string;
  /** What a speaker does with a statement, and a word for doing it once more. */
  readonly stances: Readonly<Record<Stance | "again", string>>;
  /** Whether evidence speaks for or against an answer. */
  readonly tones: Readonly<Record<Exclude<CellTone, "conflict"> | "neutral", string>>;
  readonly reliabilities: Readonly<Record<(typeof reliabilities)[number], string>>;
  readonly examples: string;
  readonly quoted: string;
  readonly changeOfMind: string;
  readonly inconsistency: string;
  readonly withoutSource: CountedPhrase;
  readonly answersNote: string;
  readonly assumptionsNote: string;
}

/**
 * All words of one language, as plain text for translators. A name in braces stands for a value, and a translation may place
 * it elsewhere. The entry that a sentence is about is “it”; other entries are quoted.
 */
export interface WeighingWords {
  /** The language tag of the words. */
  readonly language: string;
  /** Around the beginning of the text of an entry. */
  readonly quotation: string;
  /** Around a whole sentence. */
  readonly sentence: string;
  readonly lists: {
    readonly entries: ListForms;
    readonly clauses: ListForms;
  };
  readonly percentage: string;

  /** The terms of ICD 203: alone, and with their verb, as the beginning of a sentence. */
  readonly terms: Readonly<Record<LikelihoodTerm, { readonly name: string; readonly sentence: string }>>;
  readonly strengthTerms: Readonly<Record<(typeof strengths)[number], string>>;
  /** How a likelihood is written. `{open}` is the share of the cases in which an entry is undecided. */
  readonly likelihood: {
    readonly full: string;
    readonly fullOpen: string;
    /** Of an entry that never stands. */
    readonly onlyOpen: string;
    readonly undecided: string;
    /** On a card, as short as possible. With an open share, there is no term: it would say only half of it. */
    readonly badge: string;
    readonly badgeOpen: string;
    /** A word or number that the map states. */
    readonly stated: string;
  };

  /** Whether an entry stands. `restated`: an entry that says the same as `{main}`. */
  readonly standing: Readonly<Record<Standing, string>>;
  readonly restated: Readonly<Record<Standing, string>>;
  /** Adds why. The clauses below have the form that follows this conjunction. */
  readonly because: string;
  readonly causes: {
    readonly supposed: string;
    readonly granted: string;
    readonly grantedAs: string;
    /** Although the map calls it unlikely. */
    readonly grantedUnlikely: string;
    readonly open: string;
    readonly rejected: string;
    /** Of a step to which there are no objections. */
    readonly notAttacked: string;
    readonly restsOnItself: string;
    readonly restsOnItselfThrough: string;
    readonly attacksItself: string;
    readonly attackedThrough: string;
  };
  readonly listCauses: Readonly<Record<ListCauseWord, CountedPhrase>>;
  /** Objections to a step with premises attack the inference from them. */
  readonly undercuts: Readonly<Record<Extract<ListCauseWord, `objections${string}`>, CountedPhrase>>;
  /** How a reason compares with objections. `{strengths}` is one of the phrases below, or nothing. */
  readonly outweighed: {
    readonly byReason: CountedPhrase;
    /** The clause before has just named the reason. */
    readonly byNamedReason: CountedPhrase;
    /** The reason has no words. */
    readonly byOther: CountedPhrase;
    /** Objections that no reason is stronger than. */
    readonly notOutweighed: CountedPhrase;
  };
  readonly strengths: {
    readonly one: string;
    readonly only: string;
    readonly against: string;
  };
  readonly contradiction: ComparisonPhrases;
  readonly rivalAnswer: ComparisonPhrases;
  /** What an objection does, after the sentence about its standing. */
  readonly effects: {
    readonly succeeds: string;
    readonly fails: string;
    readonly bringsDown: string;
    readonly undecided: string;
    readonly reasonIsStronger: string;
  };

  /** The parts of a sentence about a likelihood, each added to the sentence so far. */
  readonly likelihoodSentence: {
    readonly neverStands: string;
    readonly factors: string;
    readonly forIt: string;
    readonly againstIt: string;
  };
  readonly factors: {
    readonly restsOn: string;
    readonly strength: string;
    readonly states: string;
  };
  readonly weighedEntries: {
    readonly reasons: CountedPhrase;
    readonly objections: CountedPhrase;
    readonly rivals: CountedPhrase;
    readonly answers: CountedPhrase;
    readonly share: string;
    readonly openShare: string;
    /** Entries that are not named. */
    readonly others: CountedPhrase;
  };

  /** What would become of a conclusion without the entry. */
  readonly withoutIt: Readonly<Record<Standing, string>> & {
    /** With the likelihoods `{after}` and `{before}`. */
    readonly likelihood: string;
  };

  /** The standings alone. */
  readonly standingTerms: Readonly<Record<Standing, string>>;
  readonly tables: TableWords;
}

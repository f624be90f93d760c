/**
 * An argument as plain data, with all names resolved: what exports are made of, and what readers of graph-like formats make.
 * It is independent of how a map nests its entries.
 */
import type { Side } from "../../language/vocabulary.ts";

export interface ArgumentGraph {
  readonly title?: string | undefined;
  /** `author`, `date`, `language`, `note` and keys beginning with `x-` of the whole map. */
  readonly attributes?: readonly GraphAttribute[];
  /** In the order of the text. */
  readonly sections?: readonly GraphSection[];
  readonly speakers?: readonly GraphParty[];
  readonly sources?: readonly GraphParty[];
  readonly questions?: readonly GraphQuestion[];
  readonly statements: readonly GraphStatement[];
  readonly steps: readonly GraphStep[];
}

/** A key of the language, or one that begins with `x-`, and its value. */
export interface GraphAttribute {
  readonly key: string;
  readonly value: string;
}

/** A heading. It groups what refers to it by its index. */
export interface GraphSection {
  /** 1 to 6. */
  readonly level: number;
  readonly title: string;
}

/** The properties of all parts of a graph. */
export interface GraphNode {
  /** Unique in the graph. */
  readonly id: string;
  /** The name in the map. A reader may leave it out: whatever is referred to gets a name made from its text. */
  readonly name?: string | undefined;
  readonly text: string;
  readonly attributes?: readonly GraphAttribute[];
}

/** A speaker or a source. */
export interface GraphParty extends GraphNode {}

/** Returns what a speaker or source is called: its text, or else its name. */
export const partyTitle = ({ name = "", text }: GraphParty): string => text || name;

/** Something that somebody says. */
export interface GraphEntry extends GraphNode {
  /** The index of its section; none before the first heading. */
  readonly section?: number | undefined;
  /** The ids of the speakers and sources who say it. */
  readonly speakers?: readonly string[];
  readonly quotes?: readonly GraphQuote[];
}

/** The words of a source. */
export interface GraphQuote extends GraphNode {
  /** The id of the source. */
  readonly source?: string | undefined;
}

export interface GraphQuestion extends GraphEntry {
  /** The id of what it is under: a question, statement or step. */
  readonly about?: string | undefined;
}

/** A claim, premise or assumption. */
export interface GraphStatement extends GraphEntry {
  /** Whether nobody has stated it. */
  readonly isAssumption?: boolean;
  /** The ids of questions. */
  readonly answers?: readonly string[];
  /** The ids of statements. Each pair is given once. */
  readonly contradicts?: readonly string[];
  /** The ids of statements that this one says in other words. */
  readonly restates?: readonly string[];
  /** The ids of speakers and sources. */
  readonly acceptedBy?: readonly string[];
  readonly rejectedBy?: readonly string[];
}

/** An inference for or against something. */
export interface GraphStep extends GraphEntry {
  readonly targets: readonly GraphTarget[];
  /** The ids of statements. Without premises, the text of the step is its only premise. */
  readonly premises?: readonly string[];
}

/** A target of a step. */
export interface GraphTarget {
  /**
   * The id of a statement, step, question or quote. A step with premises is targeted in its inference, any other step in its
   * text.
   */
  readonly id: string;
  readonly side: Side;
}

/** Returns the value of an attribute; undefined if there is none. */
export const graphValue = ({ attributes }: Pick<GraphNode, "attributes">, key: string): string | undefined =>
  attributes?.find((attribute) => attribute.key === key)?.value;

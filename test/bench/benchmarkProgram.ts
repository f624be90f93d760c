/** The operations of a program that the benchmark measures. */
import type { Structure } from "./generated/structure.ts";

export interface BenchmarkProgram {
  readonly name: string;
  /** Writes the structure in the language of the program. */
  readonly write: (structure: Structure) => string;
  /** Parses a text and finds its problems, as when it is opened in an editor. */
  readonly open: (text: string) => OpenedText;
}

/** A text that has been opened. */
export interface OpenedText {
  /** The result of the program for the text. Not measured. */
  readonly counts: () => FoundCounts;
  /** Applies an edit and returns the number of problems after it. */
  readonly edit: (edit: TypedEdit) => number;
  /** Renders the map as SVG; undefined if the program cannot. */
  readonly draw: (() => string) | undefined;
}

export interface FoundCounts {
  readonly statements: number;
  readonly arguments: number;
  readonly relations: number;
  readonly problems: number;
}

/** An edit at one position, given both as an offset and as line and character, in UTF-16 code units. */
export interface TypedEdit {
  readonly offset: number;
  readonly line: number;
  readonly character: number;
  /** The number of characters to remove. */
  readonly removed: number;
  /** The text to insert. */
  readonly inserted: string;
}

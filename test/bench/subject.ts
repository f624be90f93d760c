import type { Structure } from "./structure.ts";

/** What a program that reads arguments is asked to do, so that two of them can be measured in the same way. */

export interface BenchmarkProgram {
  readonly name: string;
  /** The structure in the program's own language. */
  readonly write: (structure: Structure) => string;
  /** Reads a text from the beginning, as when it is opened in an editor, up to its problems. */
  readonly open: (text: string) => OpenedText;
}

/** A text that has been opened. */
export interface OpenedText {
  /** What was found in it; asked for outside the measurement. */
  readonly counts: () => FoundCounts;
  /** Takes in one edit and gives the number of problems after it. */
  readonly edit: (edit: TypedEdit) => number;
  /** The argument's map as SVG; undefined where the program draws none. */
  readonly draw: (() => string) | undefined;
}

export interface FoundCounts {
  readonly statements: number;
  readonly arguments: number;
  readonly relations: number;
  readonly problems: number;
}

/** One character typed or taken back. */
export interface TypedEdit {
  /** Of the text, in UTF-16 units. */
  readonly offset: number;
  readonly line: number;
  readonly character: number;
  /** How many characters go. */
  readonly removed: number;
  /** What comes. */
  readonly inserted: string;
}

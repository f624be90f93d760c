/**
 * The library: `import { check, draw, parse } from "argmap"`, in Node and in browsers. This file is shipped as it is;
 * `library.ts` implements it.
 */

/** A map as plain data, nested as in its text. */
export interface ArgumentMap {
  readonly items: readonly (HeadingItem | MapEntry)[];
  /** Comments after the last item, without their slashes. */
  readonly comments?: readonly string[];
}

export interface HeadingItem {
  /** 1 to 6. */
  readonly level: number;
  readonly heading: string;
  /** Comments above it. */
  readonly comments?: readonly string[];
}

export interface MapEntry {
  /** `claim`, `reason`, `objection`, `premise`, `quote`, … */
  readonly keyword: string;
  /** The name that it defines; for a quote, the name of its source. */
  readonly name?: string;
  /** Whether this is `premise name` without a colon, which uses a claim that is written elsewhere. */
  readonly isUse?: true;
  /** The clauses between the name and the colon, such as `by lind` or `for keep, drop`. */
  readonly clauses?: readonly { readonly word: string; readonly names: readonly string[] }[];
  /** Paragraphs are separated by blank lines. */
  readonly text?: string;
  readonly attributes?: readonly { readonly key: string; readonly value: string }[];
  /** The entries that are indented under it. */
  readonly entries?: readonly MapEntry[];
  /** Comments above it. */
  readonly comments?: readonly string[];
}

/** A problem of a map. Lines and columns are counted from 1, columns in UTF-16 code units. The end is exclusive. */
export interface MapProblem {
  /** The section of the reference that explains the problem, such as `unknown-name`. */
  readonly code: string;
  readonly severity: "error" | "warning" | "information" | "hint";
  /** The mistake, and then how to correct it. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The texts of the maps that a map imports and of the articles that it quotes, by their paths from the map. */
export type FileTexts = Readonly<Record<string, string>>;

export interface DrawOptions {
  readonly files?: FileTexts;
  /** Default: `light`. */
  readonly theme?: "light" | "dark";
  /** Default: `tree`. */
  readonly shape?: "tree" | "outline";
  /** The direction in which a tree grows. Default: `right`. */
  readonly direction?: "right" | "down";
  /** Whether the title, author, date and sources of the map are shown. Default: true. */
  readonly title?: boolean;
  /** Default: false. */
  readonly legend?: boolean;
}

/** Reads a map. Never fails: what cannot be read is left out of the result, and {@link check} says why. */
export function parse(text: string): ArgumentMap;

/** Returns the problems of a map that an editor would show, in the order of the text. */
export function check(text: string, options?: { readonly files?: FileTexts }): Promise<readonly MapProblem[]>;

/** Draws a map as SVG. */
export function draw(text: string, options?: DrawOptions): Promise<string>;

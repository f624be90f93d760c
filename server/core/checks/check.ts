/** What a check is: one file for each problem, which says what it is called, how grave it is, and where it shows. */
import type { Entry, Line } from "../language/entry.ts";
import type { MapFile } from "../language/map.ts";
import type { RelatedEntry, Severity } from "../language/problem.ts";
import type { Span } from "../language/syntax.ts";
import type { Selectors } from "../sources/quotes/selector.ts";
import type { SourceText } from "../sources/readSource.ts";

/** What a check may look at. */
export interface CheckContext {
  readonly file: MapFile;
  /** The file and all it imports, directly or by way of others. */
  readonly files: readonly MapFile[];
  /** The files known to import this one. */
  readonly importers: readonly MapFile[];
  /** What the `file` of a source leads to. */
  readonly sourceText: (source: Entry) => SourceText;
  /** Where a quote stood before its article changed. */
  readonly previousSelectors: (quote: Entry) => Selectors | undefined;
  /** Rings of entries that rest on or attack each other. */
  readonly cyclicComponents: readonly (readonly Entry[])[];
}

/** A problem found, to which the code and the severity of its check are added. */
export interface CheckFinding {
  readonly message: string;
  readonly at: Span;
  readonly to?: Span;
  readonly related?: readonly RelatedEntry[];
  readonly entry?: Entry;
  readonly suggestions?: readonly string[];
  readonly suggestionNotes?: readonly string[];
}

interface CheckDescription {
  /** Stable, kebab-case; the section of the reference and the key in the settings. */
  readonly code: string;
  readonly severity: Severity;
  /** Whether it is told only to whoever asks for it. Its severity is then the one to ask for. */
  readonly offByDefault?: true;
  /** What it is about, in a few words, for settings and lists. */
  readonly title: string;
}

/** Looks at a line that belongs to no entry. */
export interface LineCheck extends CheckDescription {
  readonly scope: "line";
  readonly check: (line: Line, context: CheckContext) => Iterable<CheckFinding>;
}

/**
 * Looks at one entry: its head, text and attributes, its parent and children, where its references lead, and who
 * mentions its name. Runs again when one of these has changed.
 */
export interface EntryCheck extends CheckDescription {
  readonly scope: "entry";
  /** Also looks at entries whose head cannot be read. Of these nothing else is said, as one may just be typing them. */
  readonly includesBroken?: true;
  /**
   * Whether what it found at an entry may read otherwise now that this name came, went or means something else:
   * for sentences that offer names.
   */
  readonly suggestsName?: (entry: Entry, name: string) => boolean;
  readonly check: (entry: Entry, context: CheckContext) => Iterable<CheckFinding>;
}

/** Looks at all entries that share a key, a name say. Runs again when one joins or leaves them. */
export interface GroupCheck extends CheckDescription {
  readonly scope: "group";
  readonly key: (entry: Entry) => string | undefined;
  /** @param entries two or more, in the order of the text */
  readonly check: (entries: readonly Entry[], context: CheckContext) => Iterable<CheckFinding>;
}

/** Looks at a whole file. Runs again only when a head, or what stands under what, has changed; never for an edit of text. */
export interface FileCheck extends CheckDescription {
  readonly scope: "file";
  readonly check: (context: CheckContext) => Iterable<CheckFinding>;
}

export type Check = LineCheck | EntryCheck | GroupCheck | FileCheck;

/** The types of checks. Each check is a file under `rules/` with its code, severity, title and trigger. */

import type { Selectors } from "../articles/quotes/selector.ts";
import type { SourceArticle } from "../articles/readArticle.ts";
import type { Entry, Line } from "../language/entry.ts";
import type { MapFile } from "../language/map.ts";
import type { IgnoreComment } from "../language/parsing/ignoreComment.ts";
import type { RelatedEntry, Severity } from "../language/problem.ts";
import type { Span } from "../language/syntax.ts";
import type { Keyword } from "../language/vocabulary.ts";

/** The input of a check. */
export interface CheckContext {
  readonly file: MapFile;
  /** The file and all files that it directly or indirectly imports. */
  readonly files: readonly MapFile[];
  /** The files that are known to import this one. */
  readonly importers: readonly MapFile[];
  /** Returns the text of a source, or why it is not available. */
  readonly articleOf: (source: Entry) => SourceArticle;
  /** Returns the position of a quote before its article changed. */
  readonly previousSelectors: (quote: Entry) => Selectors | undefined;
  /** Sets of entries that rest on or attack each other in a cycle. */
  readonly cyclicComponents: readonly (readonly Entry[])[];
  /** Returns the groups of claims that contradict each other. They are looked up once for all checks of a run. */
  readonly contradictionGroups: () => readonly (readonly Entry[])[];
}

/** A problem without the code, which is that of the check. */
export interface CheckFinding {
  readonly message: string;
  /** The severity if it is not that of the check. */
  readonly severity?: Severity;
  /** Whether the message is about the file, so that editors show it only once although it is found in several places. */
  readonly isShownOnce?: true;
  readonly at: Span;
  readonly to?: Span;
  readonly related?: readonly RelatedEntry[];
  readonly entry?: Entry;
  readonly suggestions?: readonly string[];
  readonly suggestionNotes?: readonly string[];
}

interface CheckDescription {
  /** Stable, in kebab-case; also a section of the reference and a key in the settings. */
  readonly code: string;
  readonly severity: Severity;
  /** Whether the check is off unless the user gives it a severity. `severity` is then the recommended one. */
  readonly offByDefault?: true;
  /** The problem in a few words, for settings and lists. */
  readonly title: string;
  /** Why no quick fix corrects the problem. Tests demand one or the other. */
  readonly noFix?: string;
}

/** Checks a line that belongs to no entry. */
export interface LineCheck extends CheckDescription {
  readonly scope: "line";
  readonly check: (line: Line, context: CheckContext) => Iterable<CheckFinding>;
}

/**
 * Checks one entry: its head, text and attributes, its parent and children, the targets of its references, and the
 * entries that mention it. It reruns when one of these has changed.
 */
export interface EntryCheck extends CheckDescription {
  readonly scope: "entry";
  /** The keywords of the entries that it runs on. Without it, it runs on all entries. */
  readonly keywords?: readonly Keyword[];
  /** Whether the check also runs on entries with a broken head. Others do not, because the user may be typing the head. */
  readonly includesBroken?: true;
  /**
   * For checks that suggest names: whether the suggestions for an entry may change because this name was added, removed
   * or redefined.
   */
  readonly suggestsName?: (entry: Entry, name: string) => boolean;
  /**
   * For checks that look up names which the head does not mention: returns these names. The check reruns when one of them is
   * added or removed.
   */
  readonly namesInText?: (entry: Entry) => readonly string[];
  readonly check: (entry: Entry, context: CheckContext) => Iterable<CheckFinding>;
}

/** Checks all entries that share a key, such as a name. It reruns when an entry joins or leaves the group. */
export interface GroupCheck extends CheckDescription {
  readonly scope: "group";
  readonly key: (entry: Entry) => string | undefined;
  /** @param entries two or more, in the order of the text */
  readonly check: (entries: readonly Entry[], context: CheckContext) => Iterable<CheckFinding>;
}

/** Checks a whole file. It reruns when a head or the nesting of entries has changed, but not after an edit of text. */
export interface FileCheck extends CheckDescription {
  readonly scope: "file";
  readonly check: (context: CheckContext) => Iterable<CheckFinding>;
}

/** How likely the reasons make a claim. */
export interface ComputedLikelihood {
  /** The share of worlds in which the claim stands, from 0 to 1. */
  readonly stands: number;
  /** The share of worlds in which it is undecided, from 0 to 1. */
  readonly open: number;
  /** In words, as in “likely (72%)”. */
  readonly label: string;
}

/** The input of a check that needs the evaluation of the map. */
export interface EvaluationContext extends CheckContext {
  /** Returns the computed likelihood of a claim with reasons; undefined for other entries. */
  readonly computedLikelihoodOf: (entry: Entry) => ComputedLikelihood | undefined;
}

/**
 * Checks a whole file for what only an evaluation of the argument shows, or what takes a walk through it. It runs when the
 * user pauses, so never in the way of typing; until then, its problems are those of the last run.
 */
export interface EvaluationCheck extends CheckDescription {
  readonly scope: "evaluation";
  /** Whether it uses computed likelihoods. Without such a check, none are computed. */
  readonly usesLikelihoods?: true;
  readonly check: (context: EvaluationContext) => Iterable<CheckFinding>;
}

/** A comment that silences problems, and what it does. */
export interface IgnoreContext {
  readonly line: Line;
  readonly comment: IgnoreComment;
  /** Whether an entry is directly below a comment that silences problems of an entry. */
  readonly hasTarget: boolean;
  /** Whether the comment silences a problem with this code. */
  readonly silences: (code: string) => boolean;
  /** Whether the check with this code has run, so that it would have found a problem. */
  readonly hasRun: (code: string) => boolean;
  /** The codes that a comment can silence. */
  readonly ignorableCodes: ReadonlySet<string>;
  /** The codes of errors, which no comment can silence. */
  readonly errorCodes: ReadonlySet<string>;
}

/** Checks a comment that silences problems. It runs after all other checks. */
export interface CommentCheck extends CheckDescription {
  readonly scope: "comment";
  readonly check: (context: IgnoreContext) => Iterable<CheckFinding>;
}

export type Check = LineCheck | EntryCheck | GroupCheck | FileCheck | EvaluationCheck | CommentCheck;

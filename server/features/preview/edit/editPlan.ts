/** What an edit from the picture comes to, file by file, before it is put into the terms of LSP. */
import type { Location } from "vscode-languageserver";
import type { Entry, Line } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { byteOrderMark, scanLine } from "../../../core/language/scanLine.ts";
import type { Card } from "../../../core/tree/tree.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { UserError } from "../../shared/userError.ts";
import { type LineChange, lineEnd, mergeChanges, toFileEdits } from "../../textEdits/lineEdits.ts";
import { copyLines, type NewLine, type SpanReplacement } from "../../textEdits/newLines.ts";
import type { FileEdit } from "../../textEdits/workspaceEdit.ts";

/** A card that something is to be done to, with what is behind it. */
export interface CardTarget {
  readonly workspace: Workspace;
  /** The map whose tree it is in. */
  readonly map: MapFile;
  readonly card: Card;
  /** What it shows. */
  readonly entry: Entry;
  /** For a reference card: the entry that uses or names what it shows. */
  readonly referringEntry: Entry | undefined;
  /** What the card above it shows. */
  readonly parentEntry: Entry | undefined;
}

/** What is to become of one file: lines put elsewhere, words changed in lines that stay. */
export interface FileEditPlan {
  readonly changes: readonly LineChange[];
  readonly words: readonly SpanReplacement[];
}

export interface EditPlan {
  readonly files: ReadonlyMap<MapFile, FileEditPlan>;
  /** Edits that are made already, as those that bring an import. */
  readonly additionalEdits?: readonly FileEdit[];
  /** The line that it is about: one that is put somewhere, or one that stays. */
  readonly focus: { readonly file: MapFile; readonly line: NewLine | Line };
}

/** A plan for one file only. */
export const planFor = (
  file: MapFile,
  line: NewLine | Line,
  changes: readonly LineChange[],
  words: readonly SpanReplacement[] = [],
): EditPlan => ({ files: new Map([[file, { changes, words }]]), focus: { file, line } });

/** The edits of a plan. */
export const planEdits = ({ files, additionalEdits = [] }: EditPlan): readonly FileEdit[] => [
  ...[...files].flatMap(([file, { changes, words }]) => toFileEdits(file, changes, words)),
  ...additionalEdits,
];

/** Where, once all is done, the words stand that the plan is about. */
export function locationAfterEdit({ files, additionalEdits = [], focus: { file, line } }: EditPlan): Location {
  const { changes, words } = files.get(file) ?? { changes: [], words: [] };
  const located = "scanned" in line ? locateKeptLine(file, line, changes, words) : locateNewLine(line, changes);
  const { text } = located;
  let { number } = located;
  // An import stands above all that is of the argument.
  for (const { uri, newText } of additionalEdits)
    if (uri === file.uri) number += newText.split(lineEnd(file)).length - 1;
  const reading = scanLine(text);
  const bomLength = number === 0 ? byteOrderMark(file.syntax.lines.at(0)?.scanned.raw ?? "").length : 0;
  const start = bomLength + ("textStart" in reading ? reading.textStart : 0);
  const end = bomLength + text.length;
  return { uri: file.uri, range: { start: { line: number, character: start }, end: { line: number, character: end } } };
}

interface LocatedLine {
  readonly number: number;
  readonly text: string;
}

function locateNewLine(newLine: NewLine, changes: readonly LineChange[]): LocatedLine {
  let shift = 0;
  for (const { first, after, newLines } of mergeChanges(changes)) {
    const index = newLines.indexOf(newLine);
    if (index >= 0) return { number: first + shift + index, text: newLine.text };
    shift += newLines.length - (after - first);
  }
  throw new Error("This line is put nowhere.");
}

function locateKeptLine(
  file: MapFile,
  line: Line,
  changes: readonly LineChange[],
  replacements: readonly SpanReplacement[],
): LocatedLine {
  const number = file.syntax.lines.numberOf(line);
  let shift = 0;
  for (const { first, after, newLines } of changes) if (after <= number) shift += newLines.length - (after - first);
  const [newLine] = copyLines(file, { first: number, after: number + 1 }, { ...UNCHANGED, replacements });
  return { number: number + shift, text: newLine?.text ?? "" };
}

const UNCHANGED = { from: "", to: "", entries: [], under: undefined };

/** @throws {UserError} always */
export function rejectEdit(message: string): never {
  throw new UserError(message);
}

/**
 * That an entry can be read.
 *
 * @throws {UserError} where it cannot
 */
export function requireReadable({ head, document, line }: Entry): void {
  if (head.form !== "broken") return;
  rejectEdit(
    `The beginning of line ${document.lines.numberOf(line) + 1} cannot be read. Put it right in the text first.`,
  );
}

/** Where what stands around is indented so that nothing can be put there. */
export const AMBIGUOUS_INDENTATION =
  "The lines there are indented in a way that leaves open what belongs to what. Format the map first.";

/** A planned edit of one or more maps, before it is converted to text edits. */
import type { Location } from "vscode-languageserver";
import type { Entry, Line } from "../../../core/language/entry.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { byteOrderMark, scanLine } from "../../../core/language/parsing/scanLine.ts";
import type { Card } from "../../../core/tree/tree.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { UserError } from "../../shared/userError.ts";
import { lineEnd, mergeChanges, toFileEdits } from "../../textEdits/lineEdits.ts";
import type { LineChange, NewLine, SpanReplacement } from "../../textEdits/model.ts";
import { copyLines } from "../../textEdits/newLines.ts";
import type { FileEdit } from "../../textEdits/workspaceEdit.ts";

/** A card and the entries that it shows and refers to. */
export interface CardTarget {
  readonly workspace: Workspace;
  /** The map whose tree contains the card. */
  readonly map: MapFile;
  readonly card: Card;
  /** The entry that the card shows. */
  readonly entry: Entry;
  /** For a reference card: the entry that refers to `entry`. */
  readonly referringEntry: Entry | undefined;
  /** The entry that the parent card shows. */
  readonly parentEntry: Entry | undefined;
}

/** The changes of one file. */
export interface FileEditPlan {
  readonly changes: readonly LineChange[];
  /** Replacements in lines that no change covers. */
  readonly replacements: readonly SpanReplacement[];
}

/** The changes of all files. */
export interface EditPlan {
  readonly files: ReadonlyMap<MapFile, FileEditPlan>;
  /** Edits that already are text edits, such as a new import. */
  readonly additionalEdits?: readonly FileEdit[];
  /** The line to show after the edit: a new line or an existing one. */
  readonly focus: { readonly file: MapFile; readonly line: NewLine | Line };
}

/** Returns a plan for one file. */
export const planFor = (
  file: MapFile,
  line: NewLine | Line,
  changes: readonly LineChange[],
  replacements: readonly SpanReplacement[] = [],
): EditPlan => ({ files: new Map([[file, { changes, replacements }]]), focus: { file, line } });

/** Returns the text edits of a plan. */
export const planEdits = ({ files, additionalEdits = [] }: EditPlan): readonly FileEdit[] => [
  ...[...files].flatMap(([file, { changes, replacements }]) => toFileEdits(file, changes, replacements)),
  ...additionalEdits,
];

/** Returns the location of the text of the focused line after the edit. */
export function locationAfterEdit({ files, additionalEdits = [], focus: { file, line } }: EditPlan): Location {
  const { changes, replacements } = files.get(file) ?? { changes: [], replacements: [] };
  const located = "scanned" in line ? locateKeptLine(file, line, changes, replacements) : locateNewLine(line, changes);
  const { text } = located;
  let { number } = located;
  // New imports are always above the focused line.
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
  throw new Error("No change inserts the focused line.");
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

/** @throws {UserError} if the head of the entry has a syntax error */
export function requireReadable({ head, document, line }: Entry): void {
  if (head.form !== "broken") return;
  rejectEdit(`Line ${document.lines.numberOf(line) + 1} has a syntax error. Fix it in the text first.`);
}

/** The message if the indentation around a position does not allow an insertion. */
export const AMBIGUOUS_INDENTATION = "The indentation there is ambiguous. Format the map first.";

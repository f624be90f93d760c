/** What an edit from the picture comes to, file by file, before it is put into the terms of LSP. */
import type { Location } from "vscode-languageserver";
import type { Entry } from "../../../core/language/entry.ts";
import type { Line } from "../../../core/language/lineList.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { markOf, readLine } from "../../../core/language/scanLine.ts";
import type { Card } from "../../../core/tree/tree.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { Refused } from "../../shared/userError.ts";
import { editsOf, inOrder, type LineChange, lineEnd } from "../../textEdits/lineEdits.ts";
import { carried, type Row, type Words } from "../../textEdits/newLines.ts";
import type { Edit } from "../../textEdits/workspaceEdit.ts";

/** A card that something is to be done to, with what is behind it. */
export interface Chosen {
  readonly workspace: Workspace;
  /** The map whose tree it is in. */
  readonly map: MapFile;
  readonly card: Card;
  /** What it shows. */
  readonly entry: Entry;
  /** For a reference card: the entry that uses or names what it shows. */
  readonly through: Entry | undefined;
  /** What the card above it shows. */
  readonly above: Entry | undefined;
}

/** What is to become of one file: lines put elsewhere, words changed in lines that stay. */
export interface FilePlan {
  readonly changes: readonly LineChange[];
  readonly words: readonly Words[];
}

export interface Plan {
  readonly files: ReadonlyMap<MapFile, FilePlan>;
  /** Edits that are made already, as those that bring an import. */
  readonly others?: readonly Edit[];
  /** The line that it is about: one that is put somewhere, or one that stays. */
  readonly about: { readonly file: MapFile; readonly line: Row | Line };
}

/** A plan for one file only. */
export const planFor = (
  file: MapFile,
  line: Row | Line,
  changes: readonly LineChange[],
  words: readonly Words[] = [],
): Plan => ({ files: new Map([[file, { changes, words }]]), about: { file, line } });

/** The edits of a plan. */
export const editsIn = ({ files, others = [] }: Plan): readonly Edit[] => [
  ...[...files].flatMap(([file, { changes, words }]) => editsOf(file, changes, words)),
  ...others,
];

/** Where, once all is done, the words stand that the plan is about. */
export function placeOf({ files, others = [], about: { file, line } }: Plan): Location {
  const { changes, words } = files.get(file) ?? { changes: [], words: [] };
  const found = "reading" in line ? staying(file, line, changes, words) : put(line, changes);
  const { text } = found;
  let { number } = found;
  // An import stands above all that is of the argument.
  for (const { uri, newText } of others) if (uri === file.uri) number += newText.split(lineEnd(file)).length - 1;
  const reading = readLine(text);
  const mark = number === 0 ? markOf(file.syntax.lines.at(0)?.reading.raw ?? "").length : 0;
  const start = mark + ("textStart" in reading ? reading.textStart : 0);
  const end = mark + text.length;
  return { uri: file.uri, range: { start: { line: number, character: start }, end: { line: number, character: end } } };
}

interface Numbered {
  readonly number: number;
  readonly text: string;
}

function put(row: Row, changes: readonly LineChange[]): Numbered {
  let shift = 0;
  for (const { first, after, rows } of inOrder(changes)) {
    const index = rows.indexOf(row);
    if (index >= 0) return { number: first + shift + index, text: row.text };
    shift += rows.length - (after - first);
  }
  throw new Error("This line is put nowhere.");
}

function staying(file: MapFile, line: Line, changes: readonly LineChange[], words: readonly Words[]): Numbered {
  const number = file.syntax.lines.numberOf(line);
  let shift = 0;
  for (const { first, after, rows } of changes) if (after <= number) shift += rows.length - (after - first);
  const [row] = carried(file, { first: number, after: number + 1 }, { ...asItIs, words });
  return { number: number + shift, text: row?.text ?? "" };
}

const asItIs = { from: "", to: "", entries: [], under: undefined };

/** @throws Refused always */
export function refuse(why: string): never {
  throw new Refused(why);
}

/**
 * That an entry can be read.
 *
 * @throws Refused where it cannot
 */
export function mustBeRead({ head, home, line }: Entry): void {
  if (head.form !== "broken") return;
  refuse(`The beginning of line ${home.lines.numberOf(line) + 1} cannot be read. Put it right in the text first.`);
}

/** Where what stands around is indented so that nothing can be put there. */
export const TANGLED =
  "The lines there are indented in a way that leaves open what belongs to what. Format the map first.";

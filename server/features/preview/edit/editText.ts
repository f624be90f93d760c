import type { Entry, Line } from "../../../core/language/entry.ts";
import { hasPremises } from "../../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { isStep } from "../../../core/language/vocabulary.ts";
import { capitalize, withArticle } from "../../../core/strings/english.ts";
import { childIndent } from "../../textEdits/lineBlocks.ts";
import { insertLines } from "../../textEdits/lineEdits.ts";
import type { NewLine } from "../../textEdits/model.ts";
import { copyLinesUnchanged, createLine } from "../../textEdits/newLines.ts";
import { type CardTarget, type EditPlan, planFor, rejectEdit, requireReadable } from "./editPlan.ts";
import {
  joinHeadAndText,
  type Paragraph,
  paragraphLines,
  paragraphsIn,
  removeTextLines,
  splitParagraphs,
  textLine,
} from "./paragraphs.ts";

/** Changes the text of a card. Unchanged paragraphs keep their lines, and comments are kept. */
export function editText({ entry }: Pick<CardTarget, "entry">, text: string): EditPlan {
  requireReadable(entry);
  const { head, line } = entry;
  if (head.form === "bare") return rejectEdit("This name is not defined, so there is no text to change.");
  const paragraphs = splitParagraphs(text);
  if (paragraphs.length === 0) requireTextOptional(entry);
  const file = fileOf(entry);
  const oldParagraphs = paragraphsIn(entry);
  const isSame = (a: number, b: number): boolean =>
    oldParagraphs[a] !== undefined && oldParagraphs[a]?.text === paragraphs[b];
  let keptBefore = 0;
  while (keptBefore < paragraphs.length && isSame(keptBefore, keptBefore)) keptBefore++;
  let keptAfter = 0;
  // The first paragraph is always on the line of the head, so it cannot be one of the last that are kept.
  const maxKeptAfter = Math.min(oldParagraphs.length, paragraphs.length) - Math.max(keptBefore, 1);
  while (keptAfter < maxKeptAfter && isSame(oldParagraphs.length - 1 - keptAfter, paragraphs.length - 1 - keptAfter))
    keptAfter++;
  const removedParagraphs = oldParagraphs.slice(keptBefore, oldParagraphs.length - keptAfter);
  const addedParagraphs = paragraphs.slice(keptBefore, paragraphs.length - keptAfter);
  return keptBefore === 0
    ? replaceFromHead(file, entry, removedParagraphs, addedParagraphs)
    : replaceAfter(file, line, oldParagraphs.slice(0, keptBefore), removedParagraphs, addedParagraphs);
}

/** @throws {UserError} if the entry needs text */
function requireTextOptional(entry: Entry): void {
  const { keyword } = entry.head;
  if (isStep(keyword) && hasPremises(entry)) return;
  rejectEdit(`${capitalize(withArticle(keyword))} needs text${isStep(keyword) ? " or a premise" : ""}.`);
}

/** Replaces the first paragraph and possibly others after it. */
function replaceFromHead(
  file: MapFile,
  entry: Entry,
  removedParagraphs: readonly Paragraph[],
  addedParagraphs: readonly string[],
): EditPlan {
  const { line } = entry;
  const number = file.syntax.lines.numberOf(line);
  const [headLine] = copyLinesUnchanged(file, { first: number, after: number + 1 });
  const { scanned } = line;
  if (scanned.kind !== "entry" || headLine === undefined) return rejectEdit("There is no text to change.");
  const [first, ...others] = addedParagraphs;
  const lines = removedParagraphs.flatMap((paragraph) => paragraph.lines);
  const removals = removeTextLines(file, [line, ...lines.filter((one) => one !== line)]).filter(
    (one) => one.first !== number,
  );
  const colon = scanned.raw.slice(0, scanned.textStart).trimEnd();
  if (others.length === 0) {
    const span = { line, start: colon.length, end: scanned.raw.length };
    return planFor(file, line, removals, [{ ...span, text: first === undefined ? "" : ` ${first}` }]);
  }
  const bomLength = scanned.raw.length - headLine.text.length;
  const head: NewLine = { ...headLine, text: joinHeadAndText(colon.slice(bomLength), first) };
  const addedLines = paragraphLines(others, indentOfText(entry));
  return planFor(file, head, [{ first: number, after: number + 1, newLines: [head, ...addedLines] }, ...removals]);
}

/** Replaces paragraphs after the first ones, which are kept. */
function replaceAfter(
  file: MapFile,
  line: Line,
  keptParagraphs: readonly Paragraph[],
  removedParagraphs: readonly Paragraph[],
  addedParagraphs: readonly string[],
): EditPlan {
  const last = keptParagraphs.at(-1)?.lines.at(-1) ?? line;
  const lines = removedParagraphs.flatMap((paragraph) => paragraph.lines);
  const removals = removeTextLines(file, addedParagraphs.length === 0 ? [last, ...lines] : lines).filter(
    ({ first }) => file.syntax.lines.at(first) !== last,
  );
  const indent = [lines[0], last].flatMap((one) => (one?.scanned.kind === "text" ? [one.scanned.indent] : []))[0];
  const { owner } = line;
  const textIndent = indent ?? (owner === undefined ? "  " : indentOfText(owner));
  const [first, ...others] = addedParagraphs;
  if (first === undefined) return planFor(file, last, removals);
  const [start] = lines;
  const newLine = textLine(first, textIndent);
  const newLines = [...(start === undefined ? [createLine("")] : []), newLine, ...paragraphLines(others, textIndent)];
  const number = file.syntax.lines.numberOf(start ?? last) + (start === undefined ? 1 : 0);
  return planFor(file, newLine, [insertLines(number, newLines), ...removals]);
}

/** The indentation for a line of text below the head. */
const indentOfText = (entry: Entry): string => {
  const own = entry.lines.find(({ scanned, attribute }) => scanned.kind === "text" && attribute === undefined);
  return own?.scanned.kind === "text" ? own.scanned.indent : childIndent(entry);
};

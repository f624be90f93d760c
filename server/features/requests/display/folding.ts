/** Folding of entries, sections, and runs of comments or imports. */
import type { FoldingRange } from "vscode-languageserver";
import type { Entry, Line } from "../../../core/language/entry.ts";
import type { LineList } from "../../../core/language/parsing/lineList.ts";
import type { Workspace } from "../../../workspace/workspace.ts";

/**
 * Returns the folding ranges of a file: entries with their text and children, attributes of several lines, sections, and
 * runs of comments or imports.
 */
export function foldingRanges(workspace: Workspace, uri: string): readonly FoldingRange[] {
  const lines = workspace.get(uri)?.file.syntax.lines;
  if (lines === undefined) return [];
  const ranges: FoldingRange[] = [];
  const addRange = (startLine: number, endLine: number, kind?: string): void => {
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind !== undefined && { kind }) });
  };
  foldEntriesAndSections(lines, addRange);
  foldRuns(lines, isComment, (first, last) => addRange(first, last, "comment"));
  foldRuns(lines, isImport, (first, last) => addRange(first, last, "imports"));
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

type AddFold = (first: number, last: number) => void;

/** Adds the folds of entries, attributes and sections. */
function foldEntriesAndSections(lines: LineList, fold: AddFold): void {
  // Iterates from the last line up, so the end of an entry or section is known when its first line is reached.
  const lastLineOf = new Map<Entry, number>();
  const lastLineOfAttribute = new Map<Line, number>();
  /** For each heading level, the last line of the section that is currently open; -1 if it has no lines yet. */
  const sectionEnds: number[] = Array(7).fill(-1);
  for (let number = lines.length - 1; number >= 0; number--) {
    const line = lines.at(number);
    if (line === undefined) break;
    const { scanned, owner, attribute } = line;
    if (scanned.kind === "blank") continue;
    for (const [level, end] of sectionEnds.entries()) if (end < 0) sectionEnds[level] = number;
    if (scanned.kind === "heading") {
      fold(number, sectionEnds[scanned.level] ?? number);
      // A section above this heading, of the same or a deeper level, ends before it.
      sectionEnds.fill(-1, scanned.level);
    }
    if (scanned.kind === "comment" || owner === undefined) continue;
    if (attribute !== undefined && !lastLineOfAttribute.has(attribute)) lastLineOfAttribute.set(attribute, number);
    if (scanned.kind === "attribute") fold(number, lastLineOfAttribute.get(line) ?? number);
    const end = Math.max(lastLineOf.get(owner) ?? number, number);
    lastLineOf.set(owner, end);
    if (owner.line !== line) continue;
    fold(number, end);
    if (owner.parent !== undefined) lastLineOf.set(owner.parent, Math.max(lastLineOf.get(owner.parent) ?? end, end));
  }
}

/** Adds a fold for each run of lines. A line for which `isInRun` returns undefined neither continues nor ends a run. */
function foldRuns(lines: LineList, isInRun: (line: Line) => boolean | undefined, fold: AddFold): void {
  let run: { readonly first: number; readonly last: number } | undefined;
  let number = -1;
  for (const line of lines) {
    number++;
    const isPart = isInRun(line);
    if (isPart === true) run = { first: run?.first ?? number, last: number };
    else if (isPart === false && run !== undefined) {
      fold(run.first, run.last);
      run = undefined;
    }
  }
  if (run !== undefined) fold(run.first, run.last);
}

const isComment = ({ scanned }: Line): boolean => scanned.kind === "comment";

const isImport = ({ scanned, owner }: Line): boolean | undefined =>
  scanned.kind === "blank" || scanned.kind === "comment" ? undefined : owner?.head.keyword === "import";

import type { FoldingRange } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import type { Line, LineList } from "../../core/language/lineList.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/**
 * What can be folded: an entry with what continues and stands under it, an attribute over several lines, a heading with
 * its section, a run of comments, a run of imports.
 */
export function foldingRanges(workspace: Workspace, uri: string): readonly FoldingRange[] {
  const lines = workspace.get(uri)?.file.syntax.lines;
  if (lines === undefined) return [];
  const ranges: FoldingRange[] = [];
  const fold = (startLine: number, endLine: number, kind?: string): void => {
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind !== undefined && { kind }) });
  };
  foldContents(lines, fold);
  foldRuns(lines, isComment, (first, last) => fold(first, last, "comment"));
  foldRuns(lines, isImport, (first, last) => fold(first, last, "imports"));
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

type Fold = (first: number, last: number) => void;

/** Entries, attributes and sections. */
function foldContents(lines: LineList, fold: Fold): void {
  // From below: so the last line of a section or an entry is known when its first one is met.
  const lastOf = new Map<Entry, number>();
  const lastOfValue = new Map<Line, number>();
  /** For each level of headings, the last line of a section of that level that began here; -1 where it has no lines yet. */
  const sections: number[] = Array(7).fill(-1);
  for (let number = lines.length - 1; number >= 0; number--) {
    const line = lines.at(number);
    if (line === undefined) break;
    const { reading, owner, attribute } = line;
    if (reading.kind === "blank") continue;
    for (const [level, end] of sections.entries()) if (end < 0) sections[level] = number;
    if (reading.kind === "heading") {
      fold(number, sections[reading.level] ?? number);
      // A section of this level or a deeper one that begins above ends above.
      sections.fill(-1, reading.level);
    }
    if (reading.kind === "comment" || owner === undefined) continue;
    if (attribute !== undefined && !lastOfValue.has(attribute)) lastOfValue.set(attribute, number);
    if (reading.kind === "attribute") fold(number, lastOfValue.get(line) ?? number);
    const end = Math.max(lastOf.get(owner) ?? number, number);
    lastOf.set(owner, end);
    if (owner.line !== line) continue;
    fold(number, end);
    if (owner.parent !== undefined) lastOf.set(owner.parent, Math.max(lastOf.get(owner.parent) ?? end, end));
  }
}

/** Runs of lines that belong together; a line of which nothing is said is passed over. */
function foldRuns(lines: LineList, belongs: (line: Line) => boolean | undefined, fold: Fold): void {
  let run: { readonly first: number; readonly last: number } | undefined;
  let number = -1;
  for (const line of lines) {
    number++;
    const belonging = belongs(line);
    if (belonging === true) run = { first: run?.first ?? number, last: number };
    else if (belonging === false && run !== undefined) {
      fold(run.first, run.last);
      run = undefined;
    }
  }
  if (run !== undefined) fold(run.first, run.last);
}

const isComment = ({ reading }: Line): boolean => reading.kind === "comment";

const isImport = ({ reading, owner }: Line): boolean | undefined =>
  reading.kind === "blank" || reading.kind === "comment" ? undefined : owner?.head.keyword === "import";

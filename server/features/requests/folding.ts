import type { FoldingRange } from "vscode-languageserver";
import type { Entry, Line } from "../../core/language/entry.ts";
import type { LineList } from "../../core/language/lineList.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/**
 * What can be folded: an entry with what continues and stands under it, an attribute over several lines, a heading with
 * its section, a run of comments, a run of imports.
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

/** Entries, attributes and sections. */
function foldEntriesAndSections(lines: LineList, fold: AddFold): void {
  // From below: so the last line of a section or an entry is known when its first one is met.
  const lastLineOf = new Map<Entry, number>();
  const lastLineOfAttribute = new Map<Line, number>();
  /** For each level of headings, the last line of a section of that level that began here; -1 where it has no lines yet. */
  const sectionEnds: number[] = Array(7).fill(-1);
  for (let number = lines.length - 1; number >= 0; number--) {
    const line = lines.at(number);
    if (line === undefined) break;
    const { scanned, owner, attribute } = line;
    if (scanned.kind === "blank") continue;
    for (const [level, end] of sectionEnds.entries()) if (end < 0) sectionEnds[level] = number;
    if (scanned.kind === "heading") {
      fold(number, sectionEnds[scanned.level] ?? number);
      // A section of this level or a deeper one that begins above ends above.
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

/** Runs of lines that belong together; a line of which nothing is said is passed over. */
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

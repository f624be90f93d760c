import type { FoldingRange } from "vscode-languageserver";
import type { Entry } from "../language/entry.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What can be folded: an entry with what continues and stands under it, a heading with its section, a run of comments. */
export function foldingRanges(workspace: Workspace, uri: string): readonly FoldingRange[] {
  const lines = workspace.get(uri)?.file.syntax.lines;
  const ranges: FoldingRange[] = [];
  if (lines === undefined) return ranges;
  const fold = (startLine: number, endLine: number, kind?: string): void => {
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind !== undefined && { kind }) });
  };
  // From below: so the last line of a section or an entry is known when its first one is met.
  const lastOf = new Map<Entry, number>();
  /** For each level of headings, the last line of a section of that level that began here; -1 where it has no lines yet. */
  const sections: number[] = Array(7).fill(-1);
  let comments: { readonly first: number; readonly last: number } | undefined;
  for (let number = lines.length - 1; number >= 0; number--) {
    const line = lines.at(number);
    if (line === undefined) break;
    const { reading, owner } = line;
    if (reading.kind === "comment") comments = { first: number, last: comments?.last ?? number };
    else if (comments !== undefined) {
      fold(comments.first, comments.last, "comment");
      comments = undefined;
    }
    if (reading.kind === "blank") continue;
    for (const [level, end] of sections.entries()) if (end < 0) sections[level] = number;
    if (reading.kind === "heading") {
      fold(number, sections[reading.level] ?? number);
      // A section of this level or a deeper one that begins above ends above.
      sections.fill(-1, reading.level);
    }
    if (reading.kind === "comment" || owner === undefined) continue;
    const end = Math.max(lastOf.get(owner) ?? number, number);
    lastOf.set(owner, end);
    if (owner.line !== line) continue;
    fold(number, end);
    if (owner.parent !== undefined) lastOf.set(owner.parent, Math.max(lastOf.get(owner.parent) ?? end, end));
  }
  if (comments !== undefined) fold(comments.first, comments.last, "comment");
  return ranges.reverse();
}

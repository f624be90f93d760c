import type { Entry } from "../../../core/language/entry.ts";
import { definedName, fileOf } from "../../../core/language/map.ts";
import { isStep } from "../../../core/language/vocabulary.ts";
import { haveUniqueNames } from "../../textEdits/freshNames.ts";
import { includingComments, subtreeBlock, subtreeOf } from "../../textEdits/lineBlocks.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import type { LineChange } from "../../textEdits/model.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { copyLines } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction, Refactoring } from "../codeAction.ts";

/**
 * Sorts siblings: the children of a claim or step with reasons before objections, or a run of top-level speakers or
 * sources by name. The sort is stable, and comments above an entry move with it.
 */
export const sort: Refactoring = (context) => {
  const { entry } = context;
  if (entry === undefined) return [];
  const { keyword } = entry.head;
  if (keyword === "speaker" || keyword === "source") {
    const byName = (a: Entry, b: Entry): number => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0);
    return sortEntries(context, adjacentEntries(entry), byName, `Sort ${keyword}s by name`);
  }
  const steps = entry.children.filter(({ head }) => isStep(head.keyword));
  const rank = ({ head }: Entry): number => (head.keyword === "reason" ? 0 : 1);
  return sortEntries(context, steps, (a, b) => rank(a) - rank(b), "Sort reasons before objections");
};

const sortKey = (entry: Entry): string => definedName(entry)?.text ?? entry.text;

/** The run of adjacent top-level entries with the same keyword as an entry, itself included. */
function adjacentEntries(entry: Entry): readonly Entry[] {
  const { roots } = fileOf(entry).syntax;
  const at = roots.indexOf(entry);
  const isSame = (other: Entry | undefined): boolean => other?.head.keyword === entry.head.keyword;
  let [first, after] = [at, at + 1];
  while (first > 0 && isSame(roots[first - 1])) first--;
  while (isSame(roots[after])) after++;
  return roots.slice(first, after);
}

function sortEntries(
  { workspace, file }: ActionContext,
  entries: readonly Entry[],
  order: (a: Entry, b: Entry) => number,
  title: string,
): readonly ProposedAction[] {
  const ordered = [...entries].sort(order);
  if (entries.length < 2 || ordered.every((entry, index) => entry === entries[index])) return [];
  if (!haveUniqueNames(entries.flatMap((entry) => [...subtreeOf(entry)]))) return [];
  const blocks = new Map(entries.map((entry) => [entry, includingComments(file, subtreeBlock(entry))]));
  const changes: LineChange[] = [];
  let after: number | undefined;
  for (const [index, entry] of entries.entries()) {
    const [targetBlock, sourceEntry] = [blocks.get(entry), ordered[index]];
    const sourceBlock = sourceEntry && blocks.get(sourceEntry);
    if (targetBlock === undefined || sourceEntry === undefined || sourceBlock === undefined) return [];
    // Headings and other text between the entries must not move, so only blank lines are allowed there.
    const between = file.syntax.lines.slice(after ?? targetBlock.first, targetBlock.first);
    if (!between.every(({ scanned }) => scanned.kind === "blank")) return [];
    ({ after } = targetBlock);
    // Each entry takes the indentation of the one it replaces, so that it is not nested under the one before it.
    const copyOptions = { from: sourceEntry.indent, to: entry.indent, entries: [], under: undefined };
    changes.push({ ...targetBlock, newLines: copyLines(file, sourceBlock, copyOptions) });
  }
  if (!keepsNesting(file, changes)) return [];
  return [{ title, kind: "refactor.rewrite", edit: () => workspaceEdit(workspace, toFileEdits(file, changes)) }];
}

import type { Entry } from "../../../core/language/entry.ts";
import { definedName, fileOf } from "../../../core/language/map.ts";
import { isStep } from "../../../core/language/vocabulary.ts";
import { haveUniqueNames } from "../../textEdits/freshNames.ts";
import { includingComments, subtreeBlock, subtreeOf } from "../../textEdits/lineBlocks.ts";
import { type LineChange, toFileEdits } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { copyLines } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction, Refactoring } from "../codeAction.ts";

/**
 * Puts what stands side by side in order: under a claim or step the reasons before the objections; at the top level
 * neighbouring speakers, or sources, by their names. What is equal stays in its order; comments above an entry go with it.
 */
export const sort: Refactoring = (context) => {
  const { entry } = context;
  if (entry === undefined) return [];
  const { keyword } = entry.head;
  if (keyword === "speaker" || keyword === "source") {
    const byName = (a: Entry, b: Entry): number => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0);
    return sortEntries(context, adjacentEntries(entry), byName, `Sort these ${keyword}s by name`);
  }
  const steps = entry.children.filter(({ head }) => isStep(head.keyword));
  const rank = ({ head }: Entry): number => (head.keyword === "reason" ? 0 : 1);
  return sortEntries(context, steps, (a, b) => rank(a) - rank(b), "Sort reasons before objections");
};

const sortKey = (entry: Entry): string => definedName(entry)?.text ?? entry.text;

/** The run of entries of one keyword in which one stands at the top level. */
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
    // Only where nothing but blank lines stands between them: headings and text stay where they are.
    const between = file.syntax.lines.slice(after ?? targetBlock.first, targetBlock.first);
    if (!between.every(({ scanned }) => scanned.kind === "blank")) return [];
    ({ after } = targetBlock);
    // Each is indented as what stood in its place was, so that none comes to stand under the one before it.
    const copyOptions = { from: sourceEntry.indent, to: entry.indent, entries: [], under: undefined };
    changes.push({ ...targetBlock, newLines: copyLines(file, sourceBlock, copyOptions) });
  }
  if (!keepsNesting(file, changes)) return [];
  return [{ title, kind: "refactor.rewrite", edit: () => workspaceEdit(workspace, toFileEdits(file, changes)) }];
}

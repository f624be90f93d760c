import type { Entry } from "../../../core/language/entry.ts";
import { definedName, fileOf } from "../../../core/language/map.ts";
import { isStep } from "../../../core/language/vocabulary.ts";
import { haveNamesAlone } from "../../textEdits/freshNames.ts";
import { treeBlock, treeOf, withComments } from "../../textEdits/lineBlocks.ts";
import { editsOf, type LineChange } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { carried } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Offer, Place, Refactoring } from "../codeAction.ts";

/**
 * Puts what stands side by side in order: under a claim or step the reasons before the objections; at the top level
 * neighbouring speakers, or sources, by their names. What is equal stays in its order; comments above an entry go with it.
 */
export const sort: Refactoring = (place) => {
  const { entry } = place;
  if (entry === undefined) return [];
  const { keyword } = entry.head;
  if (keyword === "speaker" || keyword === "source") {
    const byName = (a: Entry, b: Entry): number => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0);
    return sorted(place, neighbours(entry), byName, `Sort these ${keyword}s by name`);
  }
  const steps = entry.children.filter(({ head }) => isStep(head.keyword));
  const rank = ({ head }: Entry): number => (head.keyword === "reason" ? 0 : 1);
  return sorted(place, steps, (a, b) => rank(a) - rank(b), "Sort reasons before objections");
};

const nameOf = (entry: Entry): string => definedName(entry)?.text ?? entry.text;

/** The run of entries of one keyword in which one stands at the top level. */
function neighbours(entry: Entry): readonly Entry[] {
  const { roots } = fileOf(entry).syntax;
  const at = roots.indexOf(entry);
  const isSame = (other: Entry | undefined): boolean => other?.head.keyword === entry.head.keyword;
  let [first, after] = [at, at + 1];
  while (first > 0 && isSame(roots[first - 1])) first--;
  while (isSame(roots[after])) after++;
  return roots.slice(first, after);
}

function sorted(
  { workspace, file }: Place,
  entries: readonly Entry[],
  order: (a: Entry, b: Entry) => number,
  title: string,
): readonly Offer[] {
  const ordered = [...entries].sort(order);
  if (entries.length < 2 || ordered.every((entry, index) => entry === entries[index])) return [];
  if (!haveNamesAlone(entries.flatMap((entry) => [...treeOf(entry)]))) return [];
  const blocks = new Map(entries.map((entry) => [entry, withComments(file, treeBlock(entry))]));
  const changes: LineChange[] = [];
  let after: number | undefined;
  for (const [index, entry] of entries.entries()) {
    const [place, other] = [blocks.get(entry), ordered[index]];
    const block = other && blocks.get(other);
    if (place === undefined || other === undefined || block === undefined) return [];
    // Only where nothing but blank lines stands between them: headings and text stay where they are.
    const between = file.syntax.lines.slice(after ?? place.first, place.first);
    if (!between.every(({ reading }) => reading.kind === "blank")) return [];
    ({ after } = place);
    // Each is indented as what stood in its place was, so that none comes to stand under the one before it.
    const how = { from: other.indent, to: entry.indent, entries: [], under: undefined };
    changes.push({ ...place, rows: carried(file, block, how) });
  }
  if (!keepsNesting(file, changes)) return [];
  return [{ title, kind: "refactor.rewrite", edit: () => workspaceEdit(workspace, editsOf(file, changes)) }];
}

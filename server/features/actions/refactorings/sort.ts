import type { Entry } from "../../../language/entry.ts";
import { definedName, fileOf } from "../../../language/map.ts";
import { isStep } from "../../../language/vocabulary.ts";
import { workspaceEdit } from "../../edits.ts";
import { type Block, lineEnd, textsOf, treeBlock, withComments } from "../blocks.ts";
import type { Offer, Place, Refactoring } from "../offer.ts";

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
  const inOrder = [...entries].sort(order);
  if (entries.length < 2 || inOrder.every((entry, index) => entry === entries[index])) return [];
  const blocks = entries.map((entry) => withComments(file, treeBlock(entry)));
  // Only where nothing but blank lines stands between them: headings and text stay where they are.
  const isApart = blocks.some((block, index) => {
    const next = blocks[index + 1];
    return (
      next !== undefined &&
      !file.syntax.lines.slice(block.after, next.first).every(({ reading }) => reading.kind === "blank")
    );
  });
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (isApart || first === undefined || last === undefined) return [];
  return [
    {
      title,
      kind: "refactor.rewrite",
      edit: () => {
        const texts = blocks.map((block) => textsOf(file, block));
        const lines: string[] = [];
        for (const [index, block] of blocks.entries()) {
          const entry = inOrder[index];
          lines.push(...(texts[entry === undefined ? index : entries.indexOf(entry)] ?? []));
          const next: Block | undefined = blocks[index + 1];
          if (next !== undefined) lines.push(...textsOf(file, { first: block.after, after: next.first }));
        }
        const end = file.syntax.lines.at(last.after - 1)?.reading.raw.length ?? 0;
        const range = {
          start: { line: first.first, character: 0 },
          end: { line: last.after - 1, character: end },
        };
        return workspaceEdit(workspace, [{ uri: file.uri, range, newText: lines.join(lineEnd(file)) }]);
      },
    },
  ];
}

import type { Entry } from "../../../language/entry.ts";
import { heldBy, meant, usesOf } from "../../../language/graph.ts";
import { fileOf } from "../../../language/map.ts";
import { type Edit, workspaceEdit } from "../../edits.ts";
import { lineEnd, reindented, removed, textsOf, treeBlock, withComments } from "../blocks.ts";
import type { Refactoring } from "../offer.ts";

/**
 * A bare premise becomes the claim that it refers to, with all that stands under that: the claim moves here, and where else
 * it is used it is referred to as before.
 */
export const inline: Refactoring = ({ workspace, file, entry }) => {
  if (entry?.head.form !== "bare") return [];
  const claim = meant(entry);
  if (claim === undefined || !canMove(claim, entry)) return [];
  const uses = usesOf(claim, workspace.usersOf(file)).length;
  return [
    {
      title: uses > 1 ? "Write the claim out here, and refer to it elsewhere" : "Write the claim out here",
      kind: "refactor.inline",
      edit: () => {
        // The comments above the claim speak of it, and come along.
        const block = withComments(file, treeBlock(claim));
        const texts = [...reindented(textsOf(file, block), claim.indent, entry.indent)];
        const head = file.syntax.lines.numberOf(claim.line) - block.first;
        const after = (texts[head] ?? "").slice(entry.indent.length + claim.head.keyword.length);
        texts[head] = `${entry.indent}premise${after}`;
        const line = file.syntax.lines.numberOf(entry.line);
        const range = {
          start: { line, character: 0 },
          end: { line, character: entry.line.reading.raw.length },
        };
        const instead: Edit = { uri: file.uri, range, newText: texts.join(lineEnd(file)) };
        return workspaceEdit(workspace, [instead, removed(file, block)]);
      },
    },
  ];
};

/** Whether a claim can stand as a premise where a use of it stands: a top-level one of this file that answers nothing. */
function canMove(claim: Entry, use: Entry): boolean {
  if (fileOf(claim) !== fileOf(use) || claim.head.keyword !== "claim" || claim.parent !== undefined) return false;
  if (claim.head.form !== "full" || claim.head.clauses.some(({ word }) => word === "answers")) return false;
  // A claim cannot go under itself.
  for (let at = use.parent; at !== undefined; at = at.parent) if (at === claim) return false;
  // Where it stands now it is nobody's; under a step that somebody holds it would become theirs.
  const becomesTheirs = heldBy(claim).length === 0 && use.parent !== undefined && heldBy(use.parent).length > 0;
  return !becomesTheirs && use.children.length === 0;
}

import type { Entry } from "../../../core/language/entry.ts";
import { heldBy, meant, usesOf } from "../../../core/language/graph.ts";
import { fileOf } from "../../../core/language/map.ts";
import { keywordSpan } from "../../../core/language/problem.ts";
import { haveNamesAlone } from "../../textEdits/freshNames.ts";
import { isUnder, removed, treeBlock, treeOf, withComments } from "../../textEdits/lineBlocks.ts";
import { editsOf } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { carried } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Refactoring } from "../codeAction.ts";

/**
 * A bare premise becomes the claim that it refers to, with all that stands under that: the claim moves here, and where else
 * it is used it is referred to as before.
 */
export const inline: Refactoring = ({ workspace, file, entry }) => {
  if (entry?.head.form !== "bare") return [];
  const claim = meant(entry);
  if (claim === undefined || !canMove(claim, entry) || !haveNamesAlone(treeOf(claim))) return [];
  const line = file.syntax.lines.numberOf(entry.line);
  // The comments above the claim speak of it, and come along.
  const block = withComments(file, treeBlock(claim));
  const rows = carried(file, block, {
    words: [{ ...keywordSpan(claim), text: "premise" }],
    from: claim.indent,
    to: entry.indent,
    entries: [claim],
    under: entry.parent,
  });
  const changes = [{ first: line, after: line + 1, rows }, removed(file, block)];
  if (!keepsNesting(file, changes)) return [];
  const uses = usesOf(claim, workspace.usersOf(file)).length;
  return [
    {
      title: uses > 1 ? "Write the claim out here, and refer to it elsewhere" : "Write the claim out here",
      kind: "refactor.inline",
      edit: () => workspaceEdit(workspace, editsOf(file, changes)),
    },
  ];
};

/** Whether a claim can stand as a premise where a use of it stands: a top-level one of this file that answers nothing. */
function canMove(claim: Entry, use: Entry): boolean {
  if (fileOf(claim) !== fileOf(use) || claim.head.keyword !== "claim" || claim.parent !== undefined) return false;
  if (claim.head.form !== "full" || claim.head.clauses.some(({ word }) => word === "answers")) return false;
  // A claim cannot go under itself.
  if (isUnder(use, claim)) return false;
  // Where it stands now it is nobody's; under a step that somebody holds it would become theirs.
  const becomesTheirs = heldBy(claim).length === 0 && use.parent !== undefined && heldBy(use.parent).length > 0;
  return !becomesTheirs && use.children.length === 0;
}

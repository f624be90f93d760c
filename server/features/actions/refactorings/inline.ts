import type { Entry } from "../../../core/language/entry.ts";
import { barePremisesFor, resolveBarePremise } from "../../../core/language/graph.ts";
import { fileOf } from "../../../core/language/map.ts";
import { speakersOf } from "../../../core/language/relations/speakers.ts";
import { haveUniqueNames } from "../../textEdits/freshNames.ts";
import { replaceKeyword } from "../../textEdits/headEdits.ts";
import { includingComments, isInSubtree, removeLines, subtreeBlock, subtreeOf } from "../../textEdits/lineBlocks.ts";
import { toFileEdits } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { copyLines } from "../../textEdits/newLines.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Refactoring } from "../codeAction.ts";

/**
 * Replaces a bare premise with the claim that it refers to, with the claim's descendants. Other uses still refer to it by
 * name.
 */
export const inline: Refactoring = ({ workspace, file, entry }) => {
  if (entry?.head.form !== "bare") return [];
  const claim = resolveBarePremise(entry);
  if (claim === undefined || !canMove(claim, entry) || !haveUniqueNames(subtreeOf(claim))) return [];
  const line = file.syntax.lines.numberOf(entry.line);
  // The comments above the claim are about it and move with it.
  const block = includingComments(file, subtreeBlock(claim));
  const newLines = copyLines(file, block, {
    replacements: [replaceKeyword(claim, "premise")],
    from: claim.indent,
    to: entry.indent,
    entries: [claim],
    under: entry.parent,
  });
  const changes = [{ first: line, after: line + 1, newLines }, removeLines(file, block)];
  if (!keepsNesting(file, changes)) return [];
  const uses = barePremisesFor(claim, workspace.withImporters(file)).length;
  return [
    {
      title: uses > 1 ? "Inline claim here and keep other uses" : "Inline claim here",
      kind: "refactor.inline",
      edit: () => workspaceEdit(workspace, toFileEdits(file, changes)),
    },
  ];
};

/** Whether a claim can replace a use of it: a top-level claim of the same file that answers no question. */
function canMove(claim: Entry, use: Entry): boolean {
  if (fileOf(claim) !== fileOf(use) || claim.head.keyword !== "claim" || claim.parent !== undefined) return false;
  if (claim.head.form !== "full" || claim.head.clauses.some(({ word }) => word === "answers")) return false;
  // A claim cannot be nested in itself.
  if (isInSubtree(use, claim)) return false;
  // A claim without a speaker would inherit that of the step.
  const wouldGainSpeaker =
    speakersOf(claim).length === 0 && use.parent !== undefined && speakersOf(use.parent).length > 0;
  return !wouldGainSpeaker && use.children.length === 0;
}

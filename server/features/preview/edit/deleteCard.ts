import type { Entry } from "../../../core/language/entry.ts";
import { premisesOf, referencesTo, stepTargets } from "../../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { isSide, isStep } from "../../../core/language/vocabulary.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { includingComments, removeLines, subtreeBlock, subtreeOf } from "../../textEdits/lineBlocks.ts";
import type { LineChange, SpanReplacement } from "../../textEdits/model.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { rewriteClauseNames } from "./clauseNames.ts";
import { deletionQuestion, headChangeQuestion } from "./deleteConfirmation.ts";
import {
  AMBIGUOUS_INDENTATION,
  type CardTarget,
  type EditPlan,
  type FileEditPlan,
  planFor,
  rejectEdit,
} from "./editPlan.ts";
import { bareUseOf } from "./moveCard.ts";

/** The plan for deleting a card, and the question to confirm first; undefined if none is needed. */
export interface Deletion {
  readonly plan: EditPlan;
  readonly question: string | undefined;
}

/**
 * Deletes the entry of a card with its branch: its descendants, steps that have no other target, and uses of these
 * entries as premises. For a reference card, and for a claim that is imported as a premise, only the use is deleted.
 */
export function deleteCard(cardTarget: CardTarget): Deletion {
  const { map, card, entry, referringEntry, parentEntry } = cardTarget;
  if (card.form !== "reference") {
    const use = bareUseOf(cardTarget);
    const isFromOtherFile = use !== undefined && fileOf(entry) !== map && fileOf(entry) !== fileOf(use);
    return isFromOtherFile ? deleteBranch(cardTarget, use) : deleteBranch(cardTarget, entry, use);
  }
  if (referringEntry?.head.form === "bare") {
    if (referringEntry.children.some(({ head }) => head.keyword !== "quote")) {
      rejectEdit("An entry under this premise applies to the claim itself. Move it under the claim first.");
    }
    return deleteBranch(cardTarget, referringEntry);
  }
  // In a circular argument, a reference card may be the only card of the step.
  if (isStep(entry.head.keyword) && !hasOtherTarget(entry, new Set(parentEntry === undefined ? [] : [parentEntry]))) {
    return deleteBranch(cardTarget, entry);
  }
  const replacements = rewriteClauseNames(entry, ["for", "against", "answers"], (target, name) =>
    target === parentEntry ? undefined : name,
  );
  if (replacements.length === 0) rejectEdit("This card only refers to the entry. Delete it where it is defined.");
  return { plan: planFor(fileOf(entry), entry.line, [], replacements), question: headChangeQuestion(entry, map) };
}

/** @param use the bare premise that connects the entry to the parent card */
function deleteBranch({ workspace, map }: CardTarget, top: Entry, use?: Entry): Deletion {
  const deleted = entriesDeletedWith(workspace, top);
  const files = new Map<MapFile, { readonly removals: LineChange[]; readonly replacements: SpanReplacement[] }>();
  const planOf = (file: MapFile) => {
    const known = files.get(file) ?? { removals: [], replacements: [] };
    files.set(file, known);
    return known;
  };
  for (const entry of deleted) {
    if (entry.parent !== undefined && deleted.has(entry.parent)) continue;
    const file = fileOf(entry);
    planOf(file).removals.push(removeLines(file, includingComments(file, subtreeBlock(entry))));
  }
  for (const entry of referencingEntries(workspace, deleted)) {
    const replacements = rewriteClauseNames(
      entry,
      ["for", "against", "answers", "contradicts", "restates"],
      (target, name) => (target !== undefined && deleted.has(target) ? undefined : name),
    );
    if (replacements.length > 0) planOf(fileOf(entry)).replacements.push(...replacements);
  }
  const plans = new Map<MapFile, FileEditPlan>();
  for (const [file, { removals, replacements }] of files) {
    const changes = mergeOverlapping(removals);
    if (!keepsNesting(file, changes)) rejectEdit(AMBIGUOUS_INDENTATION);
    plans.set(file, { changes, replacements });
  }
  const focus = { file: fileOf(top), line: lineToShow(top, deleted) };
  const filesLosingReferences = new Set(
    [...files].flatMap(([file, { replacements }]) => (replacements.length > 0 ? [file] : [])),
  );
  return {
    plan: { files: plans, focus },
    question: deletionQuestion({ map, top, use, deleted, filesLosingReferences }),
  };
}

/** The entries that are deleted together with an entry. */
function entriesDeletedWith(workspace: Workspace, top: Entry): ReadonlySet<Entry> {
  const deleted = new Set<Entry>();
  const addSubtree = (entry: Entry): void => {
    for (const one of subtreeOf(entry)) deleted.add(one);
  };
  addSubtree(top);
  // Iterating over a set includes the items that are added meanwhile.
  for (const entry of deleted) {
    for (const { entry: referrer, role } of referencesTo(entry, workspace.withImporters(fileOf(entry)))) {
      if (deleted.has(referrer)) continue;
      if (role === "premise") addSubtree(referrer);
      if (isSide(role) && !hasOtherTarget(referrer, deleted)) addSubtree(referrer);
    }
    const step = entry.parent;
    if (step !== undefined && !deleted.has(step) && wouldBeEmpty(step, deleted)) addSubtree(step);
  }
  return deleted;
}

/** Whether a step targets an entry that is not deleted. */
const hasOtherTarget = (step: Entry, deleted: ReadonlySet<Entry>): boolean =>
  stepTargets(step).some(({ target }) => !deleted.has(target));

/** Whether a step without text loses all its premises. */
function wouldBeEmpty(step: Entry, deleted: ReadonlySet<Entry>): boolean {
  if (!isStep(step.head.keyword) || step.text !== "") return false;
  const premises = premisesOf(step);
  return premises.length > 0 && premises.every(({ use }) => deleted.has(use));
}

/** The entries that are kept and refer to deleted ones. */
function referencingEntries(workspace: Workspace, deleted: ReadonlySet<Entry>): ReadonlySet<Entry> {
  const referencing = new Set<Entry>();
  for (const entry of deleted) {
    for (const { entry: referrer } of referencesTo(entry, workspace.withImporters(fileOf(entry)))) {
      if (!deleted.has(referrer)) referencing.add(referrer);
    }
  }
  return referencing;
}

/** Merges removals, which can overlap in a blank line. */
function mergeOverlapping(removals: readonly LineChange[]): readonly LineChange[] {
  const all: LineChange[] = [];
  for (const change of removals.toSorted((a, b) => a.first - b.first)) {
    const last = all.at(-1);
    if (last === undefined || last.after < change.first) all.push(change);
    else all[all.length - 1] = { ...last, after: Math.max(last.after, change.after) };
  }
  return all;
}

/** The line to show after the deletion: that of the nearest kept ancestor, or of another entry. */
function lineToShow(top: Entry, deleted: ReadonlySet<Entry>): Entry["line"] {
  for (let ancestor = top.parent; ancestor !== undefined; ancestor = ancestor.parent)
    if (!deleted.has(ancestor)) return ancestor.line;
  const keptRoot = [...top.document.roots].find((root) => !deleted.has(root));
  return keptRoot?.line ?? top.line;
}

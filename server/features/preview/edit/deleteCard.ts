import type { Entry } from "../../../core/language/entry.ts";
import { isWellPlaced, namedTargets, referencesTo, resolveBarePremise } from "../../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { isStep } from "../../../core/language/vocabulary.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { includingComments, removeLines, subtreeBlock, subtreeOf } from "../../textEdits/lineBlocks.ts";
import type { LineChange, SpanReplacement } from "../../textEdits/model.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import { rewriteClauseNames } from "./clauseEdits.ts";
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

/** What deleting a card comes to, and what has to be asked first where it takes more than one entry, or changes another file. */
export interface Deletion {
  readonly plan: EditPlan;
  readonly question: string | undefined;
}

/**
 * Deletes what a card shows, with its branch: what stands under it, what bears on nothing else, and the uses of what is
 * in it. Of a reference card only the use goes, and of a claim that the map takes from another file.
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
      rejectEdit("Under this use stands something that bears on the claim itself. Move that to the claim first.");
    }
    return deleteBranch(cardTarget, referringEntry);
  }
  // In a ring of arguments it may be the only place.
  if (isStep(entry.head.keyword) && !hasOtherTarget(entry, new Set(parentEntry === undefined ? [] : [parentEntry]))) {
    return deleteBranch(cardTarget, entry);
  }
  const words = rewriteClauseNames(entry, ["for", "against", "answers"], (target, written) =>
    target === parentEntry ? undefined : written,
  );
  if (words.length === 0)
    rejectEdit("This is shown here for what stands under it in the text. Delete it where it is written out.");
  return { plan: planFor(fileOf(entry), entry.line, [], words), question: headChangeQuestion(entry, map) };
}

/** @param use the bare premise by which it hangs on the card above */
function deleteBranch({ workspace, map }: CardTarget, top: Entry, use?: Entry): Deletion {
  const deleted = entriesDeletedWith(workspace, top);
  const files = new Map<MapFile, { readonly removals: LineChange[]; readonly words: SpanReplacement[] }>();
  const planOf = (file: MapFile) => {
    const known = files.get(file) ?? { removals: [], words: [] };
    files.set(file, known);
    return known;
  };
  for (const entry of deleted) {
    if (entry.parent !== undefined && deleted.has(entry.parent)) continue;
    const file = fileOf(entry);
    planOf(file).removals.push(removeLines(file, includingComments(file, subtreeBlock(entry))));
  }
  for (const entry of referencingEntries(workspace, deleted)) {
    const words = rewriteClauseNames(entry, ["for", "against", "answers", "contradicts"], (target, written) =>
      target !== undefined && deleted.has(target) ? undefined : written,
    );
    if (words.length > 0) planOf(fileOf(entry)).words.push(...words);
  }
  const plans = new Map<MapFile, FileEditPlan>();
  for (const [file, { removals, words }] of files) {
    const changes = mergeOverlapping(removals);
    if (!keepsNesting(file, changes)) rejectEdit(AMBIGUOUS_INDENTATION);
    plans.set(file, { changes, words });
  }
  const focus = { file: fileOf(top), line: lineToShow(top, deleted) };
  const filesLosingReferences = new Set([...files].flatMap(([file, { words }]) => (words.length > 0 ? [file] : [])));
  return {
    plan: { files: plans, focus },
    question: deletionQuestion({ map, top, use, deleted, filesLosingReferences }),
  };
}

/** All that goes with an entry. */
function entriesDeletedWith(workspace: Workspace, top: Entry): ReadonlySet<Entry> {
  const deleted = new Set<Entry>();
  const addSubtree = (entry: Entry): void => {
    for (const one of subtreeOf(entry)) deleted.add(one);
  };
  addSubtree(top);
  // A set may grow while it is walked; what is added is walked too.
  for (const entry of deleted) {
    for (const { entry: user, role } of referencesTo(entry, workspace.withImporters(fileOf(entry)))) {
      if (deleted.has(user)) continue;
      if (role === "premise") addSubtree(user);
      if ((role === "for" || role === "against") && !hasOtherTarget(user, deleted)) addSubtree(user);
    }
    const step = entry.parent;
    if (step !== undefined && !deleted.has(step) && wouldBeEmpty(step, deleted)) addSubtree(step);
  }
  return deleted;
}

/** Whether a step bears on something that stays. */
function hasOtherTarget(step: Entry, deleted: ReadonlySet<Entry>): boolean {
  const parentTarget = step.parent !== undefined && isWellPlaced(step) ? resolveBarePremise(step.parent) : undefined;
  const targets = namedTargets(step, step.head.keyword === "reason" ? "for" : "against");
  return [...(parentTarget === undefined ? [] : [parentTarget]), ...targets].some((one) => !deleted.has(one));
}

/** Whether a step says nothing any more once its premises have gone. */
function wouldBeEmpty(step: Entry, deleted: ReadonlySet<Entry>): boolean {
  if (!isStep(step.head.keyword) || step.text !== "") return false;
  const premises = step.children.filter(({ head }) => head.keyword === "premise" || head.keyword === "assumption");
  return premises.length > 0 && premises.every((one) => deleted.has(one));
}

/** The entries that stay and name what goes. */
function referencingEntries(workspace: Workspace, deleted: ReadonlySet<Entry>): ReadonlySet<Entry> {
  const referencing = new Set<Entry>();
  for (const entry of deleted) {
    for (const { entry: user } of referencesTo(entry, workspace.withImporters(fileOf(entry)))) {
      if (!deleted.has(user)) referencing.add(user);
    }
  }
  return referencing;
}

/** Lines taken away, those that overlap in a blank line as one. */
function mergeOverlapping(removals: readonly LineChange[]): readonly LineChange[] {
  const all: LineChange[] = [];
  for (const change of removals.toSorted((a, b) => a.first - b.first)) {
    const last = all.at(-1);
    if (last === undefined || last.after < change.first) all.push(change);
    else all[all.length - 1] = { ...last, after: Math.max(last.after, change.after) };
  }
  return all;
}

/** The line that the user is to see afterwards: that of what it hung on, else one that stays. */
function lineToShow(top: Entry, deleted: ReadonlySet<Entry>): Entry["line"] {
  for (let ancestor = top.parent; ancestor !== undefined; ancestor = ancestor.parent)
    if (!deleted.has(ancestor)) return ancestor.line;
  const keptRoot = [...top.document.roots].find((root) => !deleted.has(root));
  return keptRoot?.line ?? top.line;
}

import type { Entry } from "../../../core/language/entry.ts";
import { isInPlace, meant, named, referencesTo } from "../../../core/language/graph.ts";
import { fileOf, type MapFile } from "../../../core/language/map.ts";
import { isStep } from "../../../core/language/vocabulary.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { removed, treeBlock, treeOf, withComments } from "../../textEdits/lineBlocks.ts";
import type { LineChange } from "../../textEdits/lineEdits.ts";
import { keepsNesting } from "../../textEdits/nestingCheck.ts";
import type { Words } from "../../textEdits/newLines.ts";
import { renamedIn } from "./clauseEdits.ts";
import { questionOf, questionOfHead } from "./deleteConfirmation.ts";
import { type Chosen, type FilePlan, type Plan, planFor, refuse, TANGLED } from "./editPlan.ts";
import { useOf } from "./moveCard.ts";

/** What deleting a card comes to, and what has to be asked first where it takes more than one entry, or changes another file. */
export interface Deletion {
  readonly plan: Plan;
  readonly question: string | undefined;
}

/**
 * Deletes what a card shows, with its branch: what stands under it, what bears on nothing else, and the uses of what is
 * in it. Of a reference card only the use goes, and of a claim that the map takes from another file.
 */
export function deleting(chosen: Chosen): Deletion {
  const { map, card, entry, through, above } = chosen;
  if (card.form !== "reference") {
    const use = useOf(chosen);
    const isTaken = use !== undefined && fileOf(entry) !== map && fileOf(entry) !== fileOf(use);
    return isTaken ? branch(chosen, use) : branch(chosen, entry, use);
  }
  if (through?.head.form === "bare") {
    if (through.children.some(({ head }) => head.keyword !== "quote")) {
      refuse("Under this use stands something that bears on the claim itself. Move that to the claim first.");
    }
    return branch(chosen, through);
  }
  // In a ring of arguments it may be the only place.
  if (isStep(entry.head.keyword) && !hasOtherTarget(entry, new Set(above === undefined ? [] : [above]))) {
    return branch(chosen, entry);
  }
  const words = renamedIn(entry, ["for", "against", "answers"], (target, written) =>
    target === above ? undefined : written,
  );
  if (words.length === 0)
    refuse("This is shown here for what stands under it in the text. Delete it where it is written out.");
  return { plan: planFor(fileOf(entry), entry.line, [], words), question: questionOfHead(entry, map) };
}

/** @param use the bare premise by which it hangs on the card above */
function branch({ workspace, map }: Chosen, top: Entry, use?: Entry): Deletion {
  const gone = goingWith(workspace, top);
  const files = new Map<MapFile, { readonly away: LineChange[]; readonly words: Words[] }>();
  const of = (file: MapFile) => {
    const known = files.get(file) ?? { away: [], words: [] };
    files.set(file, known);
    return known;
  };
  for (const entry of gone) {
    if (entry.parent !== undefined && gone.has(entry.parent)) continue;
    const file = fileOf(entry);
    of(file).away.push(removed(file, withComments(file, treeBlock(entry))));
  }
  for (const entry of namersOf(workspace, gone)) {
    const words = renamedIn(entry, ["for", "against", "answers", "contradicts"], (target, written) =>
      target !== undefined && gone.has(target) ? undefined : written,
    );
    if (words.length > 0) of(fileOf(entry)).words.push(...words);
  }
  const plans = new Map<MapFile, FilePlan>();
  for (const [file, { away, words }] of files) {
    const changes = joined(away);
    if (!keepsNesting(file, changes)) refuse(TANGLED);
    plans.set(file, { changes, words });
  }
  const about = { file: fileOf(top), line: lineAround(top, gone) };
  const unnamed = new Set([...files].flatMap(([file, { words }]) => (words.length > 0 ? [file] : [])));
  return { plan: { files: plans, about }, question: questionOf({ map, top, use, gone, unnamed }) };
}

/** All that goes with an entry. */
function goingWith(workspace: Workspace, top: Entry): ReadonlySet<Entry> {
  const gone = new Set<Entry>();
  const take = (entry: Entry): void => {
    for (const one of treeOf(entry)) gone.add(one);
  };
  take(top);
  // A set may grow while it is walked; what is added is walked too.
  for (const entry of gone) {
    for (const { entry: user, role } of referencesTo(entry, workspace.usersOf(fileOf(entry)))) {
      if (gone.has(user)) continue;
      if (role === "premise") take(user);
      if ((role === "for" || role === "against") && !hasOtherTarget(user, gone)) take(user);
    }
    const step = entry.parent;
    if (step !== undefined && !gone.has(step) && isEmptied(step, gone)) take(step);
  }
  return gone;
}

/** Whether a step bears on something that stays. */
function hasOtherTarget(step: Entry, gone: ReadonlySet<Entry>): boolean {
  const around = step.parent !== undefined && isInPlace(step) ? meant(step.parent) : undefined;
  const targets = named(step, step.head.keyword === "reason" ? "for" : "against");
  return [...(around === undefined ? [] : [around]), ...targets].some((one) => !gone.has(one));
}

/** Whether a step says nothing any more once its premises have gone. */
function isEmptied(step: Entry, gone: ReadonlySet<Entry>): boolean {
  if (!isStep(step.head.keyword) || step.text !== "") return false;
  const premises = step.children.filter(({ head }) => head.keyword === "premise" || head.keyword === "assumption");
  return premises.length > 0 && premises.every((one) => gone.has(one));
}

/** The entries that stay and name what goes. */
function namersOf(workspace: Workspace, gone: ReadonlySet<Entry>): ReadonlySet<Entry> {
  const namers = new Set<Entry>();
  for (const entry of gone) {
    for (const { entry: user } of referencesTo(entry, workspace.usersOf(fileOf(entry)))) {
      if (!gone.has(user)) namers.add(user);
    }
  }
  return namers;
}

/** Lines taken away, those that overlap in a blank line as one. */
function joined(away: readonly LineChange[]): readonly LineChange[] {
  const all: LineChange[] = [];
  for (const change of away.toSorted((a, b) => a.first - b.first)) {
    const last = all.at(-1);
    if (last === undefined || last.after < change.first) all.push(change);
    else all[all.length - 1] = { ...last, after: Math.max(last.after, change.after) };
  }
  return all;
}

/** The line that the user is to see afterwards: that of what it hung on, else one that stays. */
function lineAround(top: Entry, gone: ReadonlySet<Entry>): Entry["line"] {
  for (let at = top.parent; at !== undefined; at = at.parent) if (!gone.has(at)) return at.line;
  const stays = [...top.home.roots].find((root) => !gone.has(root));
  return stays?.line ?? top.line;
}

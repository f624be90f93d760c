/**
 * Call Hierarchy, as a tree of the argument. Outgoing calls lead to what a claim or step rests on, incoming calls to what
 * it is used for.
 */
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Position,
  Range,
} from "vscode-languageserver";
import { type Entry, shownText } from "../../../core/language/entry.ts";
import { inDocumentOrder, premisesOf, stepTargets } from "../../../core/language/graph.ts";
import { fileOf } from "../../../core/language/map.ts";
import { premiseUses, stepsOnSide } from "../../../core/language/relations/wordings.ts";
import { isClaimLike, isStep, type Side } from "../../../core/language/vocabulary.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { entryData, entryFromData } from "../../shared/entryData.ts";
import { nameRange, ownRange } from "../../shared/ranges.ts";
import { entryAt } from "../../shared/symbolAtPosition.ts";
import { symbolKinds } from "../../shared/symbolKinds.ts";

const MAX_NAME_LENGTH = 60;

/** Returns the claim or step at a position as the root of the hierarchy; null elsewhere. */
export function prepareCallHierarchy(
  workspace: Workspace,
  uri: string,
  position: Position,
): CallHierarchyItem[] | null {
  const file = workspace.get(uri)?.file;
  const entry = file && entryAt(file, position)?.entry;
  return entry === undefined || !isClaimOrStep(entry) ? null : [toItem(entry)];
}

/**
 * Returns what an entry rests on: for a claim the reasons for it, for a step its premises and then the reasons for it.
 * Each call returns one level, so a circular argument is safe.
 */
export function outgoingCalls(workspace: Workspace, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const entry = entryFromData(workspace, item.data);
  if (entry === undefined || !isClaimOrStep(entry)) return [];
  // A claim that a step uses twice is one call with two ranges.
  const calls = new Map<Entry, Range[]>();
  if (isStep(entry.head.keyword)) {
    for (const { use, claim } of premisesOf(entry)) if (claim !== undefined) addRange(calls, claim, nameRange(use));
  }
  const files = workspace.files();
  for (const step of inDocumentOrder(stepsOnSide(entry, "for", files), files))
    addRange(calls, step, rangeWithin(entry, step));
  return [...calls].map(([to, fromRanges]) => ({ to: toItem(to), fromRanges }));
}

/** Returns what an entry is used for: for a claim the steps that have it as a premise, for a step its targets. */
export function incomingCalls(workspace: Workspace, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const entry = entryFromData(workspace, item.data);
  if (entry === undefined || !isClaimOrStep(entry)) return [];
  if (isStep(entry.head.keyword)) {
    return stepTargets(entry).map(({ target, side }) => ({
      from: toItem(target, side),
      fromRanges: [rangeWithin(target, entry)],
    }));
  }
  const uses = new Map<Entry, Range[]>();
  for (const { use } of premiseUses(entry, workspace.files())) {
    const step = use.parent;
    if (step !== undefined && isStep(step.head.keyword)) addRange(uses, step, nameRange(use));
  }
  return [...uses].map(([step, fromRanges]) => ({ from: toItem(step), fromRanges }));
}

function addRange(calls: Map<Entry, Range[]>, entry: Entry, range: Range): void {
  const ranges = calls.get(entry);
  if (ranges === undefined) calls.set(entry, [range]);
  else ranges.push(range);
}

const isClaimOrStep = ({ head }: Entry): boolean => isClaimLike(head.keyword) || isStep(head.keyword);

/**
 * The range that links a target to a step: the name of the step if it is written under the target, else the name of the
 * target. LSP requires a range in the caller.
 */
const rangeWithin = (target: Entry, step: Entry): Range => nameRange(step.parent === target ? step : target);

/** @param relation how the step of the request relates to `entry` */
function toItem(entry: Entry, relation?: Side): CallHierarchyItem {
  const { keyword, name } = entry.head;
  const text = truncate(shownText(entry), MAX_NAME_LENGTH);
  const detail = name === undefined || text === "" ? keyword : `${keyword}: ${text}`;
  return {
    // VS Code rejects items with an empty name.
    name: name?.text || text || keyword,
    kind: symbolKinds[keyword],
    detail: relation === undefined ? detail : `${relation} ${detail}`,
    uri: fileOf(entry).uri,
    range: ownRange(entry),
    selectionRange: nameRange(entry),
    data: entryData(entry),
  };
}

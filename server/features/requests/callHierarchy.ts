import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Position,
  Range,
} from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { inDocumentOrder, premisesOf, premiseUses, stepsBearingOn, stepTargets } from "../../core/language/graph.ts";
import { fileOf } from "../../core/language/map.ts";
import { isClaimLike, isStep } from "../../core/language/vocabulary.ts";
import { truncate } from "../../core/text/truncate.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { entryData, entryFromData } from "../shared/entryData.ts";
import { nameRange, ownRange } from "../shared/ranges.ts";
import { entryAt } from "../shared/symbolAtPosition.ts";
import { symbolKinds } from "../shared/symbolKinds.ts";

const MAX_NAME_LENGTH = 60;

/** The claim or step at a position, from which the hierarchy of what rests on what goes up and down; null elsewhere. */
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
 * What an entry rests on: a claim on the reasons for it; a step on its premises, then on the reasons that back it. Level by
 * level, so that claims which rest on each other come round again and nothing runs for ever.
 */
export function outgoingCalls(workspace: Workspace, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const entry = entryFromData(workspace, item.data);
  if (entry === undefined || !isClaimOrStep(entry)) return [];
  // By what is rested on: a claim that a step uses twice is one call from two places.
  const calls = new Map<Entry, Range[]>();
  if (isStep(entry.head.keyword)) {
    for (const { use, claim } of premisesOf(entry)) if (claim !== undefined) addRange(calls, claim, nameRange(use));
  }
  const files = workspace.files();
  const reasons = stepsBearingOn(entry, files)
    .map(({ step }) => step)
    .filter(({ head }) => head.keyword === "reason");
  for (const step of inDocumentOrder(new Set(reasons), files)) addRange(calls, step, rangeWithin(entry, step));
  return [...calls].map(([to, fromRanges]) => ({ to: toItem(to), fromRanges }));
}

/** What an entry is used for: a claim in the steps whose premise it is, a step for or against what it bears on. */
export function incomingCalls(workspace: Workspace, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const entry = entryFromData(workspace, item.data);
  if (entry === undefined || !isClaimOrStep(entry)) return [];
  if (isStep(entry.head.keyword)) {
    const relation = entry.head.keyword === "reason" ? "for" : "against";
    return stepTargets(entry).map((target) => ({
      from: toItem(target, relation),
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

/** Where a step that bears on an entry shows in that entry: its own head if it stands under it, else the name there. */
const rangeWithin = (entry: Entry, step: Entry): Range => nameRange(step.parent === entry ? step : entry);

/** @param relation what the entry is to the one that was asked about */
function toItem(entry: Entry, relation?: "for" | "against"): CallHierarchyItem {
  const { keyword, name } = entry.head;
  const text = truncate(entry.text, MAX_NAME_LENGTH);
  const detail = name === undefined || text === "" ? keyword : `${keyword}: ${text}`;
  return {
    // An empty name would make a client refuse the answer.
    name: name?.text || text || keyword,
    kind: symbolKinds[keyword],
    detail: relation === undefined ? detail : `${relation} ${detail}`,
    uri: fileOf(entry).uri,
    range: ownRange(entry),
    selectionRange: nameRange(entry),
    data: entryData(entry),
  };
}

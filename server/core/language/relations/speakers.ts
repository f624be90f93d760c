/** Finds the speakers and the date of an entry: its own, or those that it inherits from its ancestors. */
import { attributeOf, type Entry } from "../entry.ts";
import { namedTargets } from "../graph.ts";

/** Whether an entry does not inherit the speakers of its ancestors, because as a rule it is not theirs. */
export function breaksSpeakerInheritance({ head, parent }: Entry): boolean {
  const { keyword } = head;
  if (keyword === "objection" || keyword === "question" || keyword === "assumption") return true;
  return keyword === "claim" && parent?.head.keyword === "question";
}

/** Returns the speakers of an entry: those of its own `by`, or else those that it inherits from its nearest ancestor. */
export function speakersOf(entry: Entry): readonly Entry[] {
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) {
    const own = namedTargets(at, "by");
    if (own.length > 0 || at.head.clauses.some(({ word }) => word === "by")) return own;
    if (breaksSpeakerInheritance(at)) return [];
  }
  return [];
}

/**
 * Returns the date when an entry was said: its own, or else that of the nearest ancestor down to which its speaker is
 * inherited.
 */
export function dateOf(entry: Entry): string | undefined {
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) {
    const date = attributeOf(at, "date")?.value;
    if (date) return date;
    if (at.head.clauses.some(({ word }) => word === "by") || breaksSpeakerInheritance(at)) return undefined;
  }
  return undefined;
}

/** Whether an entry has a speaker, including names that do not resolve. */
export function hasSpeaker(entry: Entry): boolean {
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) {
    if (at.head.form === "broken" || at.head.clauses.some(({ word }) => word === "by")) return true;
    if (breaksSpeakerInheritance(at)) return false;
  }
  return false;
}

/** Whether two entries were said at different times, so that the speaker may have changed their mind in between. */
export function haveDifferentDates(a: Entry, b: Entry): boolean {
  const [first, second] = [dateOf(a), dateOf(b)];
  // 2024 and 2024-05 may be the same time.
  return first !== undefined && second !== undefined && !first.startsWith(second) && !second.startsWith(first);
}

/** Returns the speakers who hold or accept a claim. */
export function endorsersOf(claim: Entry): ReadonlyMap<Entry, "holds" | "accepts"> {
  return new Map([
    ...namedTargets(claim, "accepted-by").map((one) => [one, "accepts"] as const),
    ...speakersOf(claim).map((one) => [one, "holds"] as const),
  ]);
}

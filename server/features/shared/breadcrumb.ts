/** The path from the root claim of an argument down to an entry. */
import { type Entry, titleOf } from "../../core/language/entry.ts";
import { resolveBarePremise, stepTargets } from "../../core/language/graph.ts";
import { isClaimLike, isStep } from "../../core/language/vocabulary.ts";
import { truncate } from "../../core/strings/truncate.ts";

const MAX_STEPS = 6;
const MAX_TITLE_LENGTH = 30;

/**
 * The entries from the root of the argument to `entry`, the root first. Where a step has several targets, the path follows
 * the first. A circular argument is followed once around.
 */
function pathFromRoot(entry: Entry): readonly Entry[] {
  const path = new Set<Entry>();
  for (
    let current: Entry | undefined = entry;
    current !== undefined && !path.has(current);
    current = parentInArgument(current)
  )
    path.add(current);
  return [...path].reverse();
}

function parentInArgument(entry: Entry): Entry | undefined {
  if (entry.parent !== undefined) return resolveBarePremise(entry.parent) ?? entry.parent;
  return isStep(entry.head.keyword) ? stepTargets(entry)[0]?.target : undefined;
}

/**
 * The entries above `entry` in its argument as one line, such as `keep › air`. An unnamed entry shows its first words.
 * Empty for a root, and for entries that are not part of an argument.
 */
export function breadcrumb(entry: Entry): string {
  const { keyword } = entry.head;
  if (!isStep(keyword) && !isClaimLike(keyword) && keyword !== "question") return "";
  const path = pathFromRoot(entry).slice(0, -1);
  const titles = path.map(
    (ancestor) => ancestor.head.name?.text ?? (truncate(titleOf(ancestor), MAX_TITLE_LENGTH) || ancestor.head.keyword),
  );
  if (titles.length > MAX_STEPS) titles.splice(2, titles.length - MAX_STEPS + 1, "…");
  return titles.join(" › ");
}

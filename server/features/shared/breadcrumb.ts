/** The way from an entry up to the root claim that it bears on. */
import { type Entry, titleOf } from "../../core/language/entry.ts";
import { resolveBarePremise, stepTargets } from "../../core/language/graph.ts";
import { isClaimLike, isStep } from "../../core/language/vocabulary.ts";
import { truncate } from "../../core/text/truncate.ts";

const MAX_STEPS = 6;
const MAX_TITLE_LENGTH = 30;

/**
 * What an entry bears on, and what that bears on, up to the root; the root first, the entry itself last. Of several ways
 * the first one written. A circle is gone round once.
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
  return isStep(entry.head.keyword) ? stepTargets(entry)[0] : undefined;
}

/** What stands above an entry on that way as one line, by names or first words; `""` where it is the root itself. */
export function breadcrumb(entry: Entry): string {
  const { keyword } = entry.head;
  if (!isStep(keyword) && !isClaimLike(keyword) && keyword !== "question") return "";
  const path = pathFromRoot(entry).slice(0, -1);
  const titles = path.map(
    (one) => one.head.name?.text ?? (truncate(titleOf(one), MAX_TITLE_LENGTH) || one.head.keyword),
  );
  if (titles.length > MAX_STEPS) titles.splice(2, titles.length - MAX_STEPS + 1, "…");
  return titles.join(" › ");
}

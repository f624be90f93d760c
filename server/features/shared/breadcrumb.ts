/** The way from an entry up to the root claim that it bears on. */
import { type Entry, titleOf } from "../../core/language/entry.ts";
import { meant, targetsOf } from "../../core/language/graph.ts";
import { isClaimLike, isStep } from "../../core/language/vocabulary.ts";
import { shortened } from "./truncate.ts";

const MOST_STEPS = 6;
const MOST_WORDS = 30;

/**
 * What an entry bears on, and what that bears on, up to the root; the root first, the entry itself last. Of several ways
 * the first one written. A circle is gone round once.
 */
function wayFromRoot(entry: Entry): readonly Entry[] {
  const way = new Set<Entry>();
  for (let at: Entry | undefined = entry; at !== undefined && !way.has(at); at = above(at)) way.add(at);
  return [...way].reverse();
}

function above(entry: Entry): Entry | undefined {
  if (entry.parent !== undefined) return meant(entry.parent) ?? entry.parent;
  return isStep(entry.head.keyword) ? targetsOf(entry)[0] : undefined;
}

/** What stands above an entry on that way as one line, by names or first words; `""` where it is the root itself. */
export function breadcrumb(entry: Entry): string {
  const { keyword } = entry.head;
  if (!isStep(keyword) && !isClaimLike(keyword) && keyword !== "question") return "";
  const way = wayFromRoot(entry).slice(0, -1);
  const titles = way.map((one) => one.head.name?.text ?? (shortened(titleOf(one), MOST_WORDS) || one.head.keyword));
  if (titles.length > MOST_STEPS) titles.splice(2, titles.length - MOST_STEPS + 1, "…");
  return titles.join(" › ");
}

/** The counts of the map's entries. Each is a button that filters the picture. */
import { useMemo } from "preact/hooks";
import { type Filter, noFilter } from "../../../server/core/picture/explore.ts";
import { countEntries, type EntryGroup } from "../../../server/core/tree/entryCounts.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { messages } from "../messages/messages.ts";

interface CountsPanelProps {
  readonly tree: Tree;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** In the panel, the kinds of entries come first: they are the colors of the picture. */
const displayOrder: readonly EntryGroup[] = ["claim", "reason", "objection", "unanswered", "unquoted"];

/**
 * A row with a button for each group that has entries. Pressing one shows only that group; pressing it again shows all. In a
 * small panel, only the numbers are shown, so that the row covers no more than a corner.
 */
export function CountsPanel({ tree, filter, onFilter }: CountsPanelProps) {
  // References repeat a card that is counted already.
  const counts = useMemo(() => countEntries(tree.cards.filter(({ form }) => form !== "reference")), [tree]);
  return (
    <section class="panel counts" aria-label={messages.counts.label}>
      {displayOrder
        .filter((group) => counts[group] > 0)
        .map((group) => {
          const isShown = isFilterOf(filter, group);
          const text = messages.counts.short(group, counts[group]);
          const number = `${counts[group]}`;
          return (
            <button
              key={group}
              type="button"
              class={`count-of ${group}`}
              aria-pressed={isShown}
              aria-label={text}
              title={isShown ? messages.counts.showAll : messages.counts.showOnly(group, counts[group])}
              onClick={() => onFilter(isShown ? noFilter : filterOf(group, filter.hidesNonMatches))}
            >
              {number} <span class="noun">{text.replace(number, "").trim()}</span>
            </button>
          );
        })}
    </section>
  );
}

/** The filter that matches the cards of a group. */
function filterOf(group: EntryGroup, hidesNonMatches: boolean): Filter {
  const filter = { ...noFilter, hidesNonMatches };
  return group === "unanswered" || group === "unquoted"
    ? { ...filter, gaps: new Set([group]) }
    : { ...filter, kinds: new Set([group]) };
}

/** Whether a filter shows exactly a group. */
function isFilterOf({ speakers, tags, kinds, gaps, questions }: Filter, group: EntryGroup): boolean {
  const chosen = [speakers, tags, kinds, gaps, questions].flatMap((values): readonly string[] => [...values]);
  return chosen.length === 1 && chosen[0] === group;
}

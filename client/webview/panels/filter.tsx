/** What of the map is to stand out: by speaker, tag, kind, question. */
import { useEffect, useMemo, useRef } from "preact/hooks";
import { type Filter, isFiltering, noFilter } from "../../../server/core/picture/explore.ts";
import { type FacetValue, filterFacets } from "../../../server/core/picture/filterFacets.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { withToggled } from "../state/viewOptions.ts";
import { Button } from "../ui/toolbar.tsx";

interface FilterProps {
  readonly tree: Tree;
  readonly filter: Filter;
  /** How many cards fit; undefined where nothing is asked for. */
  readonly matchCount: number | undefined;
  readonly onFilter: (filter: Filter) => void;
  readonly onClose: () => void;
}

export function FilterPanel({ tree, filter, matchCount, onFilter, onClose }: FilterProps) {
  const facets = useMemo(() => filterFacets(tree), [tree]);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.querySelector<HTMLElement>("input, button")?.focus(), []);
  const questions = facets.questions.map(({ value, count }) => ({
    value: value.id,
    label: value.text || value.name || "?",
    count,
  }));
  return (
    <section ref={panel} class="panel filter" role="dialog" aria-label="Filter">
      <header>
        <h2>Filter</h2>
        <output>{matchCount === undefined ? "" : matchCount === 1 ? "1 card fits" : `${matchCount} cards fit`}</output>
        <Button label="Close" shortcut="Esc" icon="close" onClick={onClose} />
      </header>
      <div class="respects">
        <FacetGroup
          name="Speaker"
          options={facets.speakers}
          chosen={filter.speakers}
          onChange={(speakers) => onFilter({ ...filter, speakers })}
        />
        <FacetGroup
          name="Tag"
          options={facets.tags}
          chosen={filter.tags}
          onChange={(tags) => onFilter({ ...filter, tags })}
        />
        <FacetGroup
          name="Kind"
          options={facets.kinds}
          chosen={filter.kinds}
          onChange={(kinds) => onFilter({ ...filter, kinds })}
        />
        {questions.length > 1 && (
          <FacetGroup
            name="Question"
            options={questions}
            chosen={filter.questions}
            onChange={(questions) => onFilter({ ...filter, questions })}
          />
        )}
      </div>
      <footer>
        <label>
          <input
            type="checkbox"
            checked={filter.hides}
            onChange={() => onFilter({ ...filter, hides: !filter.hides })}
          />
          Hide the rest
        </label>
        <button type="button" class="wordy" disabled={!isFiltering(filter)} onClick={() => onFilter(noFilter)}>
          Show all
        </button>
      </footer>
    </section>
  );
}

export const NO_MATCHES_MESSAGE = "Nothing fits the filter.";

/** What is filtered by may have gone with a change of the text; then nothing else says why the picture is dim or empty. */
export const NoMatches = ({ onShowAll }: { readonly onShowAll: () => void }) => (
  <div class="panel unfit">
    <span>{NO_MATCHES_MESSAGE}</span>
    <button type="button" class="wordy" onClick={onShowAll}>
      Show all
    </button>
  </div>
);

interface FacetGroupProps<Value> {
  readonly name: string;
  /** Each with the words for it, where these are not itself. */
  readonly options: readonly (FacetValue<Value> & { readonly label?: string })[];
  readonly chosen: ReadonlySet<Value>;
  readonly onChange: (chosen: ReadonlySet<Value>) => void;
}

/** What there is to choose from in one respect; nothing where there is nothing. */
function FacetGroup<Value extends string>({ name, options, chosen, onChange }: FacetGroupProps<Value>) {
  if (options.length === 0) return null;
  return (
    <fieldset>
      <legend>{name}</legend>
      {options.map(({ value, label = value, count }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.has(value)} onChange={() => onChange(withToggled(chosen, value))} />
          <span class="what" dir="auto">
            {label}
          </span>
          <span class="count">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}

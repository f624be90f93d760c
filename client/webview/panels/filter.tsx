/** The filter: highlights cards by speaker, tag, kind, question and what is missing, and dims or hides the others. */
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { type Filter, isFiltering, noFilter } from "../../../server/core/picture/explore.ts";
import { type FacetValue, filterFacets } from "../../../server/core/picture/filterFacets.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { messages } from "../messages/messages.ts";
import { withToggled } from "../state/viewOptions.ts";
import { Button } from "../ui/toolbar.tsx";

interface FilterProps {
  readonly tree: Tree;
  readonly filter: Filter;
  /** The number of matching cards. Undefined when nothing is selected in the filter. */
  readonly matchCount: number | undefined;
  readonly onFilter: (filter: Filter) => void;
  readonly onClose: () => void;
}

/** The choices that occur in the map, each with its number of cards, and the number of cards that match. */
export function FilterPanel({ tree, filter, matchCount, onFilter, onClose }: FilterProps) {
  const facets = useMemo(() => filterFacets(tree), [tree]);
  const panel = useRef<HTMLElement>(null);
  // Before the next key, which is for the panel.
  useLayoutEffect(() => panel.current?.querySelector<HTMLElement>("input, button")?.focus(), []);
  const questions = facets.questions.map(({ value, count }) => ({
    value: value.id,
    label: value.text || value.name || "?",
    count,
  }));
  return (
    <section ref={panel} class="panel filter" role="dialog" aria-label={messages.filter.label}>
      <header>
        <h2>{messages.filter.label}</h2>
        <output>{matchCount === undefined ? "" : messages.filter.matches(matchCount)}</output>
        <Button label={messages.close} shortcut="Esc" icon="close" onClick={onClose} />
      </header>
      <div class="facets">
        <FacetGroup
          name={messages.filter.speaker}
          options={facets.speakers}
          chosen={filter.speakers}
          onChange={(speakers) => onFilter({ ...filter, speakers })}
        />
        <FacetGroup
          name={messages.filter.tag}
          options={facets.tags}
          chosen={filter.tags}
          onChange={(tags) => onFilter({ ...filter, tags })}
        />
        <FacetGroup
          name={messages.filter.kind}
          options={facets.kinds.map((facet) => ({ ...facet, label: messages.kinds[facet.value] }))}
          chosen={filter.kinds}
          onChange={(kinds) => onFilter({ ...filter, kinds })}
        />
        <FacetGroup
          name={messages.filter.missing}
          options={facets.gaps.map(({ value, count }) => ({ value, count, label: messages.filter.gaps[value] }))}
          chosen={filter.gaps}
          onChange={(gaps) => onFilter({ ...filter, gaps })}
        />
        {questions.length > 1 && (
          <FacetGroup
            name={messages.filter.question}
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
            checked={filter.hidesNonMatches}
            onChange={() => onFilter({ ...filter, hidesNonMatches: !filter.hidesNonMatches })}
          />
          {messages.filter.hideOthers}
        </label>
        <button type="button" class="text-button" disabled={!isFiltering(filter)} onClick={() => onFilter(noFilter)}>
          {messages.filter.clear}
        </button>
      </footer>
    </section>
  );
}

/** Explains a dimmed or empty picture: an edit may have removed all cards that matched the filter. */
export const NoMatches = ({ onClearFilter }: { readonly onClearFilter: () => void }) => (
  <div class="panel no-matches">
    <span>{messages.filter.noMatches}</span>
    <button type="button" class="text-button" onClick={onClearFilter}>
      {messages.filter.clear}
    </button>
  </div>
);

interface FacetGroupProps<Value> {
  readonly name: string;
  /** `label` replaces the value as the text of an option. */
  readonly options: readonly (FacetValue<Value> & { readonly label?: string })[];
  readonly chosen: ReadonlySet<Value>;
  readonly onChange: (chosen: ReadonlySet<Value>) => void;
}

/** The checkboxes for one facet, or nothing when the map has no values for it. */
function FacetGroup<Value extends string>({ name, options, chosen, onChange }: FacetGroupProps<Value>) {
  if (options.length === 0) return null;
  return (
    <fieldset>
      <legend>{name}</legend>
      {options.map(({ value, label = value, count }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.has(value)} onChange={() => onChange(withToggled(chosen, value))} />
          <span class="label" dir="auto">
            {label}
          </span>
          <span class="count">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}

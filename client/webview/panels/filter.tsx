/** What of the map is to stand out: by speaker, tag, kind, question. */
import { useEffect, useMemo, useRef } from "preact/hooks";
import { type Filter, isFiltering, noFilter, type Respect, respectsOf } from "../../../server/core/picture/explore.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { toggled } from "../state/viewOptions.ts";
import { Button } from "../ui/toolbar.tsx";

interface FilterProps {
  readonly tree: Tree;
  readonly filter: Filter;
  /** How many cards fit; undefined where nothing is asked for. */
  readonly fitting: number | undefined;
  readonly onFilter: (filter: Filter) => void;
  readonly onClose: () => void;
}

export function FilterPanel({ tree, filter, fitting, onFilter, onClose }: FilterProps) {
  const respects = useMemo(() => respectsOf(tree), [tree]);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>("input, button")?.focus(), []);
  const questions = respects.questions.map(({ of, count }) => ({ of: of.id, words: of.text || of.name || "?", count }));
  return (
    <section ref={box} class="panel filter" role="dialog" aria-label="Filter">
      <header>
        <h2>Filter</h2>
        <output>{fitting === undefined ? "" : fitting === 1 ? "1 card fits" : `${fitting} cards fit`}</output>
        <Button label="Close" keys="Esc" icon="close" onClick={onClose} />
      </header>
      <div class="respects">
        <Choices
          name="Speaker"
          of={respects.speakers}
          chosen={filter.speakers}
          onChange={(speakers) => onFilter({ ...filter, speakers })}
        />
        <Choices
          name="Tag"
          of={respects.tags}
          chosen={filter.tags}
          onChange={(tags) => onFilter({ ...filter, tags })}
        />
        <Choices
          name="Kind"
          of={respects.kinds}
          chosen={filter.kinds}
          onChange={(kinds) => onFilter({ ...filter, kinds })}
        />
        {questions.length > 1 && (
          <Choices
            name="Question"
            of={questions}
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

export const nothingFits = "Nothing fits the filter.";

/** What is filtered by may have gone with a change of the text; then nothing else says why the picture is dim or empty. */
export const NothingFits = ({ onShowAll }: { readonly onShowAll: () => void }) => (
  <div class="panel unfit">
    <span>{nothingFits}</span>
    <button type="button" class="wordy" onClick={onShowAll}>
      Show all
    </button>
  </div>
);

interface ChoicesProps<Value> {
  readonly name: string;
  /** Each with the words for it, where these are not itself. */
  readonly of: readonly (Respect<Value> & { readonly words?: string })[];
  readonly chosen: ReadonlySet<Value>;
  readonly onChange: (chosen: ReadonlySet<Value>) => void;
}

/** What there is to choose from in one respect; nothing where there is nothing. */
function Choices<Value extends string>({ name, of, chosen, onChange }: ChoicesProps<Value>) {
  if (of.length === 0) return null;
  return (
    <fieldset>
      <legend>{name}</legend>
      {of.map(({ of: value, words = value, count }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.has(value)} onChange={() => onChange(toggled(chosen, value))} />
          <span class="what" dir="auto">
            {words}
          </span>
          <span class="count">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}

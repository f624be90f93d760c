/** The buttons above the picture and those that zoom. */
import { useState } from "preact/hooks";
import type { Choice } from "../state/viewOptions.ts";
import { Button, Toolbar } from "../ui/toolbar.tsx";

interface BarProps {
  readonly choice: Choice;
  readonly isFinding: boolean;
  readonly isFiltering: boolean;
  readonly isFilterOpen: boolean;
  readonly onShape: () => void;
  readonly onDirection: () => void;
  /** Folds all but so many levels; undefined: unfolds all. */
  readonly onFold: (levels: number | undefined) => void;
  readonly onFind: () => void;
  readonly onFilter: () => void;
  readonly onLegend: () => void;
  readonly onHelp: () => void;
}

export function Bar(props: BarProps) {
  const { choice, isFinding, isFiltering, isFilterOpen } = props;
  const [folding, setFolding] = useState(false);
  const outline = choice.shape === "outline";
  return (
    <Toolbar label="Picture" name="bar">
      <Button
        label={outline ? "Show as a tree" : "Show as an outline"}
        keys="t"
        icon={outline ? "tree" : "outline"}
        onClick={props.onShape}
      />
      {!outline && (
        <Button
          label={choice.direction === "right" ? "Let it grow down" : "Let it grow to the right"}
          keys="d"
          icon={choice.direction === "right" ? "down" : "right"}
          onClick={props.onDirection}
        />
      )}
      <Button label="Fold to a depth" keys="1–9" icon="fold" expanded={folding} onClick={() => setFolding(!folding)} />
      {folding && (
        <span class="depths">
          {[1, 2, 3].map((levels) => (
            <button
              key={levels}
              type="button"
              title={levels === 1 ? "Show one level (1)" : `Show ${levels} levels (${levels})`}
              aria-label={levels === 1 ? "Show one level" : `Show ${levels} levels`}
              onClick={() => props.onFold(levels)}
            >
              {levels}
            </button>
          ))}
          <button type="button" class="wordy" title="Unfold all (*)" onClick={() => props.onFold(undefined)}>
            all
          </button>
        </span>
      )}
      <Button label="Find" keys="Ctrl+F" icon="find" expanded={isFinding} onClick={props.onFind} />
      <Button
        label={isFiltering ? "Filter, which is on" : "Filter"}
        keys="s"
        icon="filter"
        expanded={isFilterOpen}
        pressed={isFiltering}
        onClick={props.onFilter}
      />
      <Button label="Legend" keys="l" icon="legend" pressed={choice.legend} onClick={props.onLegend} />
      <Button label="Keys" keys="?" icon="help" onClick={props.onHelp} />
    </Toolbar>
  );
}

interface ZoomProps {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
}

export const Zoom = ({ zoomIn, zoomOut, fit }: ZoomProps) => (
  <Toolbar label="Zoom" name="zoom">
    <Button label="Zoom out" keys="-" icon="out" onClick={zoomOut} />
    <Button label="Zoom in" keys="+" icon="in" onClick={zoomIn} />
    <Button label="Fit the whole picture" keys="0" icon="fit" onClick={fit} />
  </Toolbar>
);

/** The buttons above the picture and those that zoom. */
import { useState } from "preact/hooks";
import type { ViewOptions } from "../state/viewOptions.ts";
import { Button, Toolbar } from "../ui/toolbar.tsx";

interface PictureToolbarProps {
  readonly viewOptions: ViewOptions;
  readonly isFindOpen: boolean;
  readonly isFiltering: boolean;
  readonly isFilterOpen: boolean;
  readonly onToggleShape: () => void;
  readonly onToggleDirection: () => void;
  /** Folds all but so many levels; undefined: unfolds all. */
  readonly onFoldToDepth: (depth: number | undefined) => void;
  readonly onToggleFind: () => void;
  readonly onToggleFilter: () => void;
  readonly onToggleLegend: () => void;
  readonly onShowHelp: () => void;
}

export function PictureToolbar(props: PictureToolbarProps) {
  const { viewOptions, isFindOpen, isFiltering, isFilterOpen } = props;
  const [isDepthMenuOpen, setDepthMenuOpen] = useState(false);
  const isOutline = viewOptions.shape === "outline";
  return (
    <Toolbar label="Picture" className="bar">
      <Button
        label={isOutline ? "Show as a tree" : "Show as an outline"}
        shortcut="t"
        icon={isOutline ? "tree" : "outline"}
        onClick={props.onToggleShape}
      />
      {!isOutline && (
        <Button
          label={viewOptions.direction === "right" ? "Let it grow down" : "Let it grow to the right"}
          shortcut="d"
          icon={viewOptions.direction === "right" ? "down" : "right"}
          onClick={props.onToggleDirection}
        />
      )}
      <Button
        label="Fold to a depth"
        shortcut="1–9"
        icon="fold"
        isExpanded={isDepthMenuOpen}
        onClick={() => setDepthMenuOpen(!isDepthMenuOpen)}
      />
      {isDepthMenuOpen && (
        <span class="depths">
          {[1, 2, 3].map((depth) => (
            <button
              key={depth}
              type="button"
              title={depth === 1 ? "Show one level (1)" : `Show ${depth} levels (${depth})`}
              aria-label={depth === 1 ? "Show one level" : `Show ${depth} levels`}
              onClick={() => props.onFoldToDepth(depth)}
            >
              {depth}
            </button>
          ))}
          <button type="button" class="wordy" title="Unfold all (*)" onClick={() => props.onFoldToDepth(undefined)}>
            all
          </button>
        </span>
      )}
      <Button label="Find" shortcut="Ctrl+F" icon="find" isExpanded={isFindOpen} onClick={props.onToggleFind} />
      <Button
        label={isFiltering ? "Filter, which is on" : "Filter"}
        shortcut="s"
        icon="filter"
        isExpanded={isFilterOpen}
        isPressed={isFiltering}
        onClick={props.onToggleFilter}
      />
      <Button label="Legend" shortcut="l" icon="legend" isPressed={viewOptions.legend} onClick={props.onToggleLegend} />
      <Button label="Keys" shortcut="?" icon="help" onClick={props.onShowHelp} />
    </Toolbar>
  );
}

interface ZoomToolbarProps {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
}

export const ZoomToolbar = ({ zoomIn, zoomOut, fit }: ZoomToolbarProps) => (
  <Toolbar label="Zoom" className="zoom">
    <Button label="Zoom out" shortcut="-" icon="out" onClick={zoomOut} />
    <Button label="Zoom in" shortcut="+" icon="in" onClick={zoomIn} />
    <Button label="Fit the whole picture" shortcut="0" icon="fit" onClick={fit} />
  </Toolbar>
);

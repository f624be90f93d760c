/** The toolbars for the view and for zooming. */
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
  /** Folds everything below a level, counted from 1. With undefined, unfolds everything. */
  readonly onFoldToDepth: (depth: number | undefined) => void;
  readonly onToggleFind: () => void;
  readonly onToggleFilter: () => void;
  readonly onToggleLegend: () => void;
  readonly onShowHelp: () => void;
}

/** Buttons for the layout, the visible levels, search, filter, legend and help. */
export function PictureToolbar(props: PictureToolbarProps) {
  const { viewOptions, isFindOpen, isFiltering, isFilterOpen } = props;
  const [isDepthMenuOpen, setDepthMenuOpen] = useState(false);
  const isOutline = viewOptions.shape === "outline";
  return (
    <Toolbar label="View" className="view-toolbar">
      <Button
        label={isOutline ? "Show as tree" : "Show as outline"}
        shortcut="t"
        icon={isOutline ? "tree" : "outline"}
        onClick={props.onToggleShape}
      />
      {!isOutline && (
        <Button
          label={viewOptions.direction === "right" ? "Lay out top to bottom" : "Lay out left to right"}
          shortcut="d"
          icon={viewOptions.direction === "right" ? "down" : "right"}
          onClick={props.onToggleDirection}
        />
      )}
      <Button
        label="Fold to level"
        shortcut="1–9"
        icon="fold"
        isExpanded={isDepthMenuOpen}
        onClick={() => setDepthMenuOpen(!isDepthMenuOpen)}
      />
      {isDepthMenuOpen && (
        <span class="fold-levels">
          {[1, 2, 3].map((depth) => (
            <button
              key={depth}
              type="button"
              title={`Fold to level ${depth} (${depth})`}
              aria-label={`Fold to level ${depth}`}
              onClick={() => props.onFoldToDepth(depth)}
            >
              {depth}
            </button>
          ))}
          <button
            type="button"
            class="text-button"
            title="Unfold all branches (*)"
            aria-label="Unfold all branches"
            onClick={() => props.onFoldToDepth(undefined)}
          >
            All
          </button>
        </span>
      )}
      <Button label="Find" shortcut="Ctrl+F" icon="find" isExpanded={isFindOpen} onClick={props.onToggleFind} />
      <Button
        label={isFiltering ? "Filter (active)" : "Filter"}
        shortcut="s"
        icon="filter"
        isExpanded={isFilterOpen}
        isPressed={isFiltering}
        onClick={props.onToggleFilter}
      />
      <Button
        label="Toggle legend"
        shortcut="l"
        icon="legend"
        isPressed={viewOptions.legend}
        onClick={props.onToggleLegend}
      />
      <Button label="Keyboard shortcuts" shortcut="?" icon="help" onClick={props.onShowHelp} />
    </Toolbar>
  );
}

interface ZoomToolbarProps {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
}

/** Buttons that zoom out, zoom in and fit the picture. */
export const ZoomToolbar = ({ zoomIn, zoomOut, fit }: ZoomToolbarProps) => (
  <Toolbar label="Zoom" className="zoom-toolbar">
    <Button label="Zoom out" shortcut="-" icon="out" onClick={zoomOut} />
    <Button label="Zoom in" shortcut="+" icon="in" onClick={zoomIn} />
    <Button label="Zoom to fit" shortcut="0" icon="fit" onClick={fit} />
  </Toolbar>
);

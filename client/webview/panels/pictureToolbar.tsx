/** The toolbars for the view and for zooming. */

import { useState } from "preact/hooks";
import type { Picture } from "../../../server/core/picture/model.ts";
import { messages } from "../messages/messages.ts";
import { isLaidOutAutomatically, type ViewOptions } from "../state/viewOptions.ts";
import { Button, Toolbar } from "../ui/toolbar.tsx";

interface PictureToolbarProps {
  /** The shape and direction that are shown. */
  readonly picture: Pick<Picture, "shape" | "direction">;
  readonly viewOptions: ViewOptions;
  readonly isFindOpen: boolean;
  readonly isFiltering: boolean;
  readonly isFilterOpen: boolean;
  readonly onToggleShape: () => void;
  /** Undefined if there is no server, which makes tables. */
  readonly onToggleTable: (() => void) | undefined;
  readonly onToggleDirection: () => void;
  readonly onLayOutAutomatically: () => void;
  /** Folds everything below a level, counted from 1. With undefined, unfolds everything. */
  readonly onFoldToDepth: (depth: number | undefined) => void;
  readonly onToggleFind: () => void;
  readonly onToggleFilter: () => void;
  readonly onToggleLegend: () => void;
  /** Undefined if the page cannot weigh. */
  readonly onWeigh: (() => void) | undefined;
  readonly weighLabel: string;
  readonly onShowHelp: () => void;
}

/** Buttons for the layout, the visible levels, search, filter, legend, weighing and help. */
export function PictureToolbar(props: PictureToolbarProps) {
  const { picture, viewOptions, isFindOpen, isFiltering, isFilterOpen } = props;
  const [isDepthMenuOpen, setDepthMenuOpen] = useState(false);
  const { isShown: isTableShown } = viewOptions.table;
  const isOutline = picture.shape === "outline";
  // From tables, the button goes back to the picture.
  const otherShape = isTableShown === isOutline ? "outline" : "tree";
  return (
    <Toolbar label={messages.toolbar.view} className="view-toolbar">
      <Button
        label={otherShape === "tree" ? messages.toolbar.showAsTree : messages.toolbar.showAsOutline}
        shortcut="t"
        icon={otherShape}
        onClick={props.onToggleShape}
      />
      {props.onToggleTable && (
        <Button
          label={messages.toolbar.showAsTable}
          shortcut="b"
          icon="table"
          isPressed={isTableShown}
          onClick={props.onToggleTable}
        />
      )}
      {!isOutline && !isTableShown && (
        <Button
          label={picture.direction === "right" ? messages.toolbar.layOutDown : messages.toolbar.layOutRight}
          shortcut="d"
          icon={picture.direction === "right" ? "down" : "right"}
          onClick={props.onToggleDirection}
        />
      )}
      {!isTableShown && (
        <Button
          label={messages.toolbar.layOutAutomatically}
          shortcut="v"
          icon="automatic"
          isPressed={isLaidOutAutomatically(viewOptions)}
          onClick={props.onLayOutAutomatically}
        />
      )}
      {!isTableShown && (
        <Button
          label={messages.toolbar.foldToLevel}
          shortcut="1–9"
          icon="fold"
          isExpanded={isDepthMenuOpen}
          onClick={() => setDepthMenuOpen(!isDepthMenuOpen)}
        />
      )}
      {isDepthMenuOpen && !isTableShown && (
        <span class="fold-levels">
          {[1, 2, 3].map((depth) => (
            <button
              key={depth}
              type="button"
              title={`${messages.toolbar.foldToDepth(depth)} (${depth})`}
              aria-label={messages.toolbar.foldToDepth(depth)}
              onClick={() => props.onFoldToDepth(depth)}
            >
              {depth}
            </button>
          ))}
          <button
            type="button"
            class="text-button"
            title={`${messages.toolbar.unfoldAll} (*)`}
            aria-label={messages.toolbar.unfoldAll}
            onClick={() => props.onFoldToDepth(undefined)}
          >
            {messages.toolbar.all}
          </button>
        </span>
      )}
      <Button
        label={messages.find.label}
        shortcut="Ctrl+F"
        icon="find"
        isExpanded={isFindOpen}
        onClick={props.onToggleFind}
      />
      <Button
        label={isFiltering ? messages.filter.active : messages.filter.label}
        shortcut="s"
        icon="filter"
        isExpanded={isFilterOpen}
        isPressed={isFiltering}
        onClick={props.onToggleFilter}
      />
      {!isTableShown && (
        <Button
          label={messages.toolbar.toggleLegend}
          shortcut="l"
          icon="legend"
          isPressed={viewOptions.legend}
          onClick={props.onToggleLegend}
        />
      )}
      {props.onWeigh && !isTableShown && (
        <Button
          label={props.weighLabel}
          shortcut="w"
          icon="weigh"
          isPressed={viewOptions.weighing !== "off"}
          onClick={props.onWeigh}
        />
      )}
      <Button label={messages.help.label} shortcut="?" icon="help" onClick={props.onShowHelp} />
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
  <Toolbar label={messages.toolbar.zoom} className="zoom-toolbar">
    <Button label={messages.toolbar.zoomOut} shortcut="-" icon="out" onClick={zoomOut} />
    <Button label={messages.toolbar.zoomIn} shortcut="+" icon="in" onClick={zoomIn} />
    <Button label={messages.toolbar.zoomToFit} shortcut="0" icon="fit" onClick={fit} />
  </Toolbar>
);
